import type { Application } from '#libs/agencies';
import type { AuditRecord } from '#libs/audit';
import { formatDateTime } from '#libs/texts';
import {
  Button,
  Buttons,
  DataTable,
  ErrorSummary,
  LinkButton,
  Notice,
  SelectField,
  TextField,
  type FieldProblem,
  type PageFrame,
  unbroken,
} from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { Problems } from '../../frame/form/typed.js';
import type { StaffView } from '../../frame/staff-view.js';
import { eventWords, keyOf, shownFields } from './event-words.js';
import { TRAIL_KINDS } from './trail-kinds.js';
import { trailParameters, type TrailProblem, type TrailQuery } from './trail-query.js';
import { trailTexts } from './trail.texts.js';

export interface TrailProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly application: Pick<Application, 'id' | 'name'>;
  readonly query: TrailQuery;
  readonly records: readonly AuditRecord[];
  /** More follow after the last one. */
  readonly more?: boolean;
  readonly problems?: Problems<TrailProblem>;
  /** A file was asked of more than this many. */
  readonly tooMany?: number;
}

/** Every transaction of one application, searched by reference, kind and time. */
export function TrailPage(props: TrailProps) {
  const { frame, staff, application, records } = props;
  const { language } = frame;
  const t = trailTexts.in(language);
  const title = t('title', { name: application.name[language] });
  const path = `/reports/${application.id}/trail`;
  return (
    <AdminPage
      frame={frame}
      staff={staff}
      section="reports"
      title={title}
      problem={problemsOf(props).length > 0}
      wide
    >
      <h1>{title}</h1>
      <ErrorSummary language={language} problems={problemsOf(props)} />
      <p class="lead">{t('lead')}</p>
      <Search {...props} path={path} />
      {records.length > 0 && <Records {...props} />}
      {records.length === 0 && props.problems === undefined && (
        <Notice>
          <p role="status">{t('nothing')}</p>
        </Notice>
      )}
      <Further {...props} path={path} />
      <Ways {...props} path={path} />
    </AdminPage>
  );
}

function problemsOf({ frame: { language }, problems, tooMany }: TrailProps): FieldProblem[] {
  const t = trailTexts.in(language);
  if (tooMany !== undefined) return [{ field: 'from', message: t('tooMany', { most: tooMany }) }];
  return problems?.all((message) => t(message)) ?? [];
}

/** The same as a file, and the way back. */
function Ways({ frame, staff, application, query, records, path }: TrailProps & { readonly path: string }) {
  const t = trailTexts.in(frame.language);
  return (
    <Buttons>
      {records.length > 0 && staff.rights.has('agency.audit') && (
        <LinkButton href={`${path}/proof?${trailParameters(query)}`}>{t('proof')}</LinkButton>
      )}
      {records.length > 0 && (
        <LinkButton href={`${path}.csv?${trailParameters(query)}`} look="secondary">
          {t('csv')}
        </LinkButton>
      )}
      <LinkButton href={`/reports/${application.id}`} look="quiet">
        {t('back')}
      </LinkButton>
    </Buttons>
  );
}

function Search({ frame: { language }, query, problems, path }: TrailProps & { readonly path: string }) {
  const t = trailTexts.in(language);
  const error = (field: string) => {
    const message = problems?.at(field);
    return message && t(message);
  };
  return (
    <form class="list-tools screen-only" method="get" action={path} role="search">
      <TextField
        language={language}
        name="reference"
        label={t('reference')}
        hint={t('referenceHint')}
        value={query.reference}
        error={error('reference')}
        autocomplete="off"
        optional
      />
      <SelectField
        language={language}
        name="kind"
        label={t('kind')}
        optional
        value={query.kind}
        options={[
          { value: '', label: t('all') },
          ...TRAIL_KINDS.map((value) => ({ value, label: t(value) })),
        ]}
      />
      {(['from', 'until'] as const).map((name) => (
        <TextField
          key={name}
          language={language}
          name={name}
          type="date"
          label={t(name)}
          value={query[name]}
          error={error(name)}
          autocomplete="off"
          optional
        />
      ))}
      <SelectField
        language={language}
        name="order"
        label={t('order')}
        optional
        value={query.oldestFirst ? 'up' : ''}
        options={[
          { value: '', label: t('newestFirst') },
          { value: 'up', label: t('oldestFirst') },
        ]}
      />
      <Button look="secondary">{t('show')}</Button>
    </form>
  );
}

function Records({ frame: { language }, application, records }: TrailProps) {
  const t = trailTexts.in(language);
  return (
    <DataTable
      caption={t('title', { name: application.name[language] })}
      columns={(['when', 'what', 'key', 'reference', 'details'] as const).map((name) => ({
        heading: t(name),
      }))}
      rows={records.map((record) => [
        <time dateTime={record.occurredAt.toISOString()}>
          {unbroken(formatDateTime(record.occurredAt, language))}
        </time>,
        <span data-event={record.name}>{eventWords(record.name, language)}</span>,
        keyOf(record, language),
        record.reference,
        <span class="small soft details">
          {shownFields(record)
            .map(([name, value]) => `${name}: ${value}`)
            .join(' · ')}
        </span>,
      ])}
    />
  );
}

function Further({
  frame: { language },
  query,
  records,
  more,
  path,
}: TrailProps & { readonly path: string }) {
  const t = trailTexts.in(language);
  const last = records.at(-1);
  const [back, on] = query.oldestFirst ? (['oldest', 'newer'] as const) : (['newest', 'older'] as const);
  if (query.before === undefined && more !== true) return null;
  return (
    <nav class="list-pages" aria-label={t(on)}>
      {query.before !== undefined && <a href={`${path}?${trailParameters(query)}`}>{t(back)}</a>}
      {more === true && last !== undefined && (
        <a href={`${path}?${trailParameters(query, last)}`} rel="next">
          {t(on)}
        </a>
      )}
    </nav>
  );
}
