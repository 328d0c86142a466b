import { componentTexts, impactTexts, PROBES } from '#libs/operations';
import { formatDateTime, formatDuration } from '#libs/texts';
import {
  Button,
  Buttons,
  DataTable,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  SummaryList,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { Problems, Typed } from '../../frame/form/typed.js';
import type { StaffView } from '../../frame/staff-view.js';
import { Deliveries } from '../parts/deliveries.js';
import { FourLanguages } from '../../frame/form/four-languages.js';
import type { IncidentView } from './incident-desk.js';
import { lengthOf } from './incident-list.js';
import { incidentPageTexts } from './incidents.texts.js';
import type { ReportMessage } from './reporting.js';

export interface IncidentProps extends IncidentView {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly typed: Typed;
  readonly problems: Problems<ReportMessage>;
  /** What was asked came too late: it is over. */
  readonly late?: boolean;
}

/** One problem: what was said about it, to how many, and what can be done. */
export function IncidentPage(props: IncidentProps) {
  const { frame, staff, incident, deliveries, problems, late = false } = props;
  const { language } = frame;
  const t = incidentPageTexts.in(language);
  const title = componentTexts.in(language)(incident.component);
  const isOpen = incident.endedAt === undefined;
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={title} problem={late || problems.any}>
      <h1>{title}</h1>
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      {late && (
        <Notice kind="problem">
          <p>{t('closedAlready')}</p>
        </Notice>
      )}
      <Facts {...props} />
      <Troubles {...props} />
      <h2>{t('news')}</h2>
      {incident.updates.length === 0 ? (
        <p>{t('noNews')}</p>
      ) : (
        <SummaryList
          items={incident.updates.map(({ at, text }) => ({
            label: formatDateTime(at, language),
            value: text[language],
          }))}
        />
      )}
      <Deliveries deliveries={deliveries} language={language} />
      {isOpen && staff.rights.has('operations.manage') && <Acts {...props} />}
      <p>
        <a href="/operations/incidents">{t('back')}</a>
      </p>
    </AdminPage>
  );
}

function Facts({ frame: { language }, incident, now }: IncidentProps) {
  const t = incidentPageTexts.in(language);
  const state = incident.endedAt === undefined ? 'open' : 'closed';
  return (
    <SummaryList
      items={[
        { label: t('state'), value: <span data-state={state}>{t(state)}</span> },
        { label: t('impact'), value: impactTexts.in(language)(incident.impact) },
        { label: t('since'), value: formatDateTime(incident.startedAt, language) },
        { label: t('duration'), value: formatDuration(lengthOf(incident, now), language) },
        { label: t('by'), value: t(incident.openedBy === PROBES ? 'byChecks' : 'byPerson') },
      ]}
    />
  );
}

/** For whoever repairs it; contacts and the public page hear nothing of these codes. */
function Troubles({ frame: { language }, troubles }: IncidentProps) {
  const t = incidentPageTexts.in(language);
  if (troubles.length === 0) return null;
  return (
    <DataTable
      caption={t('troubles')}
      columns={[
        { heading: t('place') },
        { heading: t('problemCode') },
        { heading: t('since') },
        { heading: t('last') },
      ]}
      rows={troubles.map(({ vantage, problem, since, lastAt }) => [
        vantage,
        <code>{problem}</code>,
        formatDateTime(since, language),
        formatDateTime(lastAt, language),
      ])}
    />
  );
}

function Acts({ frame, incident, typed, problems }: IncidentProps) {
  const { language } = frame;
  const t = incidentPageTexts.in(language);
  const address = `/operations/incidents/${incident.id}`;
  return (
    <>
      <h2>{t('addNews')}</h2>
      <p>{t('publicHint')}</p>
      <Form frame={frame} action={`${address}/update`}>
        <FourLanguages
          {...{ language, typed }}
          name="text"
          label={(one) => t('words', { language: one })}
          rows={3}
          error={(name) => {
            const message = problems.at(name);
            return message && t(message);
          }}
        />
        <Button>{t('sendNews')}</Button>
      </Form>
      <h2>{t('closeTitle')}</h2>
      <Buttons>
        <LinkButton href={`${address}/close`} look="secondary">
          {t('close')}
        </LinkButton>
      </Buttons>
    </>
  );
}
