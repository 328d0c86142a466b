import type { AuditRecord } from '#libs/audit';
import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import {
  Button,
  Buttons,
  DataTable,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  SummaryList,
  unbroken,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import { eventWords, keyOf, shownFields } from '../reports/trail/event-words.js';
import { cursorText } from '../reports/trail/trail-query.js';
import { trailTexts } from '../reports/trail/trail.texts.js';
import { auditSearchTexts } from './audit-search.texts.js';
import type { Choices } from './search-desk.js';
import type { Search } from './searches.store.js';

export interface ResultsProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly search: Search;
  readonly choices: Choices;
  readonly records: readonly AuditRecord[];
  readonly more: boolean;
  /** Not the newest page. */
  readonly further: boolean;
  readonly oldestFirst?: boolean;
  /** address of the public keys */
  readonly keys: string;
  /** A file was asked of more than this many. */
  readonly tooMany?: number;
}

/** What was found, for an hour, by who searched it. */
export function ResultsPage(props: ResultsProps) {
  const { frame, staff, search, records, tooMany } = props;
  const { language } = frame;
  const t = auditSearchTexts.in(language);
  const trail = trailTexts.in(language);
  const problems =
    tooMany === undefined ? [] : [{ field: 'results', message: trail('tooMany', { most: tooMany }) }];
  return (
    <AdminPage
      frame={frame}
      staff={staff}
      section="audit"
      title={t('resultsTitle')}
      problem={problems.length > 0}
      wide
    >
      <h1>{t('resultsTitle')}</h1>
      <ErrorSummary language={language} problems={problems} />
      <Searched language={language} search={search} />
      <div id="results" class="flow">
        {records.length === 0 ? (
          <Notice>
            <p role="status">{trail('nothing')}</p>
          </Notice>
        ) : (
          <Found {...props} />
        )}
      </div>
      <Pages {...props} />
      {records.length > 0 && <Files {...props} />}
      <LinkButton href="/audit" look="quiet">
        {t('back')}
      </LinkButton>
    </AdminPage>
  );
}

function Searched({ language, search }: Pick<ResultsProps, 'search'> & Pick<PageFrame, 'language'>) {
  const t = auditSearchTexts.in(language);
  const { criteria, ground, reason } = search;
  const [from, until] = [criteria.from, criteria.until].map((moment) => formatDateTime(moment, language));
  return (
    <SummaryList
      items={[
        { label: t('ground'), value: t(ground) },
        { label: t('why'), value: reason },
        {
          label: t('between'),
          value:
            criteria.reference === undefined
              ? t('stretch', { from: from ?? '', until: until ?? '' })
              : `${criteria.reference} · ${t('anyTime')}`,
        },
        ...(criteria.subject === undefined ? [] : [{ label: t('of'), value: t('ofPerson') }]),
      ]}
    />
  );
}

function Found({ frame: { language }, choices, records }: ResultsProps) {
  const t = trailTexts.in(language);
  const names = new Map(choices.applications.map(({ id, name }) => [id, name[language]]));
  const headings = [
    t('when'),
    t('what'),
    auditSearchTexts.in(language)('application'),
    t('key'),
    t('reference'),
    t('details'),
  ];
  return (
    <DataTable
      caption={auditSearchTexts.in(language)('resultsTitle')}
      columns={headings.map((heading) => ({ heading }))}
      rows={records.map((record) => [
        <time dateTime={record.occurredAt.toISOString()}>
          {unbroken(formatDateTime(record.occurredAt, language))}
        </time>,
        <span data-event={record.name}>{eventWords(record.name, language)}</span>,
        names.get(record.application ?? '') ?? '',
        keyOf(record, language),
        record.reference,
        <span class="small soft">{detailsOf(record, language)}</span>,
      ])}
    />
  );
}

/** What else the record says; of whom only that they are erased, when they are. */
const detailsOf = (record: AuditRecord, language: Language): string =>
  [
    ...shownFields(record)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}: ${value}`),
    ...(record.erased?.includes('subject') ? [auditSearchTexts.in(language)('erased')] : []),
  ].join(' · ');

/** Words and order of the links, by the order that is asked. */
const WAYS = {
  down: { back: 'newest', on: 'older', other: 'up', otherWords: 'oldestFirst' },
  up: { back: 'oldest', on: 'newer', other: 'down', otherWords: 'newestFirst' },
} as const;

function Pages({ frame: { language }, search, records, more, further, oldestFirst = false }: ResultsProps) {
  const t = trailTexts.in(language);
  const last = records.at(-1);
  const path = `/audit/searches/${search.id}`;
  const order = oldestFirst ? 'up' : 'down';
  const { back, on, other, otherWords } = WAYS[order];
  if (records.length < 2 && !further) return null;
  return (
    <nav class="list-pages" aria-label={t('order')}>
      {further && <a href={`${path}?order=${order}`}>{t(back)}</a>}
      <a href={`${path}?order=${other}`}>{t(otherWords)}</a>
      {more && last !== undefined && (
        <a href={`${path}?order=${order}&before=${cursorText(last)}`} rel="next">
          {t(on)}
        </a>
      )}
    </nav>
  );
}

/** What was found as files; with proof it names people, so it takes a right of its own. */
function Files({ frame, staff, search, keys, oldestFirst = false }: ResultsProps) {
  const { language } = frame;
  const t = auditSearchTexts.in(language);
  const trail = trailTexts.in(language);
  const path = `/audit/searches/${search.id}`;
  return (
    <>
      {staff.rights.has('person.audit') && (
        <section class="flow">
          <p>{trail('proofAbout')}</p>
          <p>{trail('proofHow', { address: keys })}</p>
          <Form frame={frame} action={`${path}/proof`}>
            <Buttons>
              <Button>{t('proof')}</Button>
            </Buttons>
          </Form>
        </section>
      )}
      <Buttons>
        <LinkButton href={`${path}.csv${oldestFirst ? '?order=up' : ''}`} look="secondary">
          {trail('csv')}
        </LinkButton>
      </Buttons>
    </>
  );
}
