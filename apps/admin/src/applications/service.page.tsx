import type { RefreshStanding, Suspension } from '#libs/agencies';
import { formatEnterpriseNumber, type Language } from '#libs/kernel';
import { DataTable, LinkButton, Buttons, Notice, SummaryList, type PageFrame } from '#libs/ui';
import { Stopped } from '../agencies/standing/stopped.js';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import type { WaitingChange } from './changes/waiting-changes.js';
import { WaitingChanges } from './changes/waiting-changes-part.js';
import { nextStep, type ChecklistLine } from './dossier/checklist.js';
import { ENVIRONMENTS, type Dossier } from './dossier/dossier.js';
import { RefreshFailures, refreshLines } from './metadata/refresh-standing.js';
import { Ended } from './ended.js';
import { canBeEdited, connectable } from './service-editing.js';
import type { ServiceAction } from './service-actions.js';
import { environmentLines, reportLines } from './service-lines.js';
import { SELF_TESTS, type SelfTest } from './self-test.js';
import { secretTexts } from './secret.texts.js';
import { servicePageTexts } from './service-page.texts.js';
import { servicesTexts } from './services.texts.js';
import { TestPeople } from './test-people.js';
import { tryingOutTexts } from './trying-out.texts.js';

export interface ServiceProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly dossier: Dossier;
  readonly lines: readonly ChecklistLine[];
  readonly selfTest: SelfTest;
  readonly actions: readonly ServiceAction[];
  /** May change the description and the connections. */
  readonly manages: boolean;
  /** May renew what has to be renewed: secrets, certificates, contacts; the service desk for the agency too. */
  readonly maintains: boolean;
  /** What waits for a second person. */
  readonly waiting: readonly WaitingChange[];
  /** Of the metadata that we follow. */
  readonly standings?: readonly RefreshStanding[];
  /** Address of the page with invented people for INT, where there is one. */
  readonly testPeople?: string | undefined;
  /** Of the whole agency, when there is one. */
  readonly agencySuspension?: Suspension | undefined;
}

export const nameOfService = ({ details }: Pick<Dossier, 'details'>, language: Language): string =>
  details.name[language] || servicesTexts.in(language)('noName');

/** Where a service is, what is missing, and whose turn it is. */
export function ServicePage(props: ServiceProps) {
  const { frame, staff, dossier, lines, actions, manages, maintains, waiting, agencySuspension } = props;
  const { standings = [] } = props;
  const { language } = frame;
  const t = servicePageTexts.in(language);
  const title = nameOfService(dossier, language);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={title} wide>
      <h1>{title}</h1>
      <Stopped language={language} suspension={agencySuspension} text="notice" />
      <Stopped language={language} suspension={dossier.suspension} text="serviceNotice" />
      <RefreshFailures {...{ language, dossier, standings }} />
      <Onward {...props} />
      <Ended language={language} endedAt={dossier.endedAt} actions={actions} />
      <WaitingChanges language={language} service={dossier.id} {...{ waiting, manages }} />
      <SummaryList
        items={[
          {
            label: t('stateLabel'),
            value: <span data-state={dossier.state}>{t(`state-${dossier.state}`)}</span>,
          },
          {
            label: t('agency'),
            value: <a href={`/agencies/${dossier.agency}`}>{formatEnterpriseNumber(dossier.agency)}</a>,
          },
          ...environmentLines(dossier, language),
          ...refreshLines(dossier, standings, language),
          ...reportLines(dossier, staff, language),
        ]}
      />
      {(actions.length > 0 || maintains) && <Actions {...props} />}
      {dossier.state !== 'ended' && <Checklist language={language} lines={lines} />}
      {dossier.state === 'int-active' && <Test {...props} />}
      <TestPeople {...{ language, dossier }} address={props.testPeople} />
    </AdminPage>
  );
}

function Onward({ frame: { language }, dossier, lines }: ServiceProps) {
  const t = servicePageTexts.in(language);
  const next = nextStep(lines);
  if (dossier.state === 'suspended' || dossier.state === 'ended') return null;
  return (
    <Notice kind={next === undefined ? 'success' : 'info'}>
      <p>{next === undefined ? t('allDone') : t('next', { step: t(next.item), turn: t(next.turn) })}</p>
    </Notice>
  );
}

/** What stops people from signing in is never the first thing to press. */
const STOPS: readonly ServiceAction[] = ['suspend', 'end', 'take-back'];

function Actions({ frame: { language }, dossier, actions, manages, maintains }: ServiceProps) {
  const t = servicePageTexts.in(language);
  const secret = secretTexts.in(language);
  const { id, environments } = dossier;
  const secrets = ENVIRONMENTS.filter((environment) => {
    const place = environments[environment];
    return (
      dossier.state !== 'ended' &&
      place?.application !== undefined &&
      place.settings?.tokenEndpointAuthMethod === 'client_secret_basic'
    );
  });
  return (
    <>
      <h2>{t('actions')}</h2>
      {maintains && (
        <ul class="bullets">
          {manages && canBeEdited(dossier) && (
            <li>
              <a href={`/services/${id}/edit`}>{t('edit')}</a>
            </li>
          )}
          <li>
            <a href={`/services/${id}/contacts`}>{t('toContacts')}</a>
          </li>
          {connectable(dossier, manages).map((environment) => (
            <li key={environment}>
              <a href={`/services/${id}/settings/${environment}`}>{t('settings', { environment })}</a>
            </li>
          ))}
          {secrets.map((environment) => (
            <li key={environment}>
              {manages ? (
                <a href={`/services/${id}/secret/${environment}`}>{secret('newSecret', { environment })}</a>
              ) : (
                <a href={`/services/${id}/secret/${environment}/withdraw`}>
                  {secret('withdrawSecret', { environment })}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <Buttons>
        {actions.map((action, at) => (
          <LinkButton
            key={action}
            href={`/services/${id}/${action}`}
            look={at === 0 && !STOPS.includes(action) ? 'primary' : 'secondary'}
          >
            {t(action)}
          </LinkButton>
        ))}
      </Buttons>
    </>
  );
}

function Checklist({
  language,
  lines,
}: {
  readonly language: Language;
  readonly lines: readonly ChecklistLine[];
}) {
  const t = servicePageTexts.in(language);
  return (
    <DataTable
      caption={t('checklist')}
      columns={[{ heading: t('step') }, { heading: t('stateLabel') }]}
      rows={lines.map(({ item, done, turn }) => [
        t(item),
        <span data-item={item}>{done ? t('done') : t('openAt', { turn: t(turn) })}</span>,
      ])}
    />
  );
}

function Test({ frame: { language }, selfTest }: ServiceProps) {
  const t = servicePageTexts.in(language);
  const tried = tryingOutTexts.in(language);
  return (
    <>
      <h2>{tried('selfTest')}</h2>
      <SummaryList
        items={SELF_TESTS.map((name) => ({
          label: tried(`test-${name}`),
          value: t(selfTest.done[name] ? 'done' : 'open'),
        }))}
      />
    </>
  );
}
