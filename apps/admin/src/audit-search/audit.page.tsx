import type { LastCheckpoint, RetentionPeriods } from '#libs/audit';
import { days } from '#libs/kernel';
import { formatDate, formatDateTime } from '#libs/texts';
import {
  Button,
  Buttons,
  DataTable,
  ErrorSummary,
  Form,
  LinkButton,
  SelectField,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { Problems, Typed } from '../frame/form/typed.js';
import type { StaffView } from '../frame/staff-view.js';
import { number } from '../reports/dashboard/figures.js';
import { trailTexts } from '../reports/trail/trail.texts.js';
import { auditSearchTexts } from './audit-search.texts.js';
import type { Choices } from './search-desk.js';
import { errorAt, say, WhenFields, WhyFields, type AnyProblem } from './search-fields.js';

export interface AuditProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly choices: Choices;
  readonly keep: RetentionPeriods;
  readonly checkpoints: readonly LastCheckpoint[];
  readonly now: Date;
  readonly typed: Typed;
  readonly problems: Problems<AnyProblem>;
}

const CLASSES = ['authentication', 'administration', 'consultation'] as const;

/** Where auditors and operators begin: search the record, and see how long what is kept. */
export function AuditPage(props: AuditProps) {
  const { frame, staff, typed, problems } = props;
  const { language } = frame;
  const t = auditSearchTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="audit" title={t('title')} problem={problems.any}>
      <h1>{t('title')}</h1>
      <ErrorSummary language={language} problems={problems.all((problem) => say(problem, language))} />
      <p class="lead">{t('lead')}</p>
      {staff.rights.has('person.audit') && (
        <Buttons>
          <LinkButton href="/audit/people" look="secondary">
            {t('toPeople')}
          </LinkButton>
        </Buttons>
      )}
      <section class="flow">
        <h2>{t('searchTitle')}</h2>
        <Form frame={frame} action="/audit/searches">
          <Whose {...props} />
          <WhenFields {...{ language, typed, problems }} />
          <WhyFields {...{ language, typed, problems }} />
          <Buttons>
            <Button>{t('find')}</Button>
          </Buttons>
        </Form>
      </section>
      <KeptFor {...props} />
    </AdminPage>
  );
}

function Whose({ frame: { language }, choices, typed, problems }: AuditProps) {
  const t = auditSearchTexts.in(language);
  const trail = trailTexts.in(language);
  return (
    <>
      <TextField
        language={language}
        name="reference"
        label={trail('reference')}
        hint={trail('referenceHint')}
        value={typed.text('reference')}
        error={errorAt({ language, typed, problems }, 'reference')}
        autocomplete="off"
        optional
      />
      <SelectField
        language={language}
        name="of"
        label={t('of')}
        optional
        value={typed.text('of')}
        options={[
          { value: '', label: t('everybody') },
          ...choices.agencies.map(({ number: value, name }) => ({
            value,
            label: t('wholeAgency', { name: name[language] }),
          })),
          ...choices.applications.map(({ id, name, environment, agency }) => ({
            value: id,
            label: `${name[language]} (${environment}), ${agency.name[language]}`,
          })),
        ]}
      />
    </>
  );
}

/** How long each class is kept, and up to where it is sealed. */
function KeptFor({ frame: { language }, keep, checkpoints, now }: AuditProps) {
  const t = auditSearchTexts.in(language);
  const last = new Map(checkpoints.map((checkpoint) => [checkpoint.chain, checkpoint]));
  return (
    <section class="flow">
      <h2>{t('retentionTitle')}</h2>
      <DataTable
        caption={t('retentionTitle')}
        columns={[
          { heading: t('class') },
          { heading: t('kept'), number: true },
          { heading: t('removed') },
          { heading: t('sealed'), number: true },
          { heading: t('lastSeal') },
        ]}
        rows={CLASSES.map((name) => {
          const sealed = last.get(name);
          return [
            t(name),
            t('days', { days: number(keep[name], language) }),
            formatDate(new Date(now.getTime() - days(keep[name])), language),
            sealed === undefined ? '–' : number(sealed.records, language),
            sealed === undefined ? '–' : formatDateTime(sealed.at, language),
          ];
        })}
      />
    </section>
  );
}
