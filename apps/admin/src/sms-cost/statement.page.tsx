import { formatEnterpriseNumber, type EnterpriseNumber, type Language } from '#libs/kernel';
import { Buttons, DataTable, LinkButton, Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import { euros } from '../reports/application-report.js';
import { number, periodWords } from '../reports/dashboard/figures.js';
import { hasBegun, periodOf, shifted } from '../reports/period.js';
import type { Statement } from './sms-cost-desk.js';
import { smsCostTexts } from './sms-cost.texts.js';

export interface StatementProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly statement: Statement;
  readonly now: Date;
}

/** What text messages of a month cost each agency. */
export function StatementPage({ frame, staff, statement, now }: StatementProps) {
  const { language } = frame;
  const t = smsCostTexts.in(language);
  const { month, final, priced, rows } = statement;
  const title = t('title', { month: periodWords(month, language) });
  return (
    <AdminPage frame={frame} staff={staff} section="reports" title={title} wide>
      <h1>{title}</h1>
      <p class="lead">{t('lead')}</p>
      <Months {...{ language, month, now }} />
      {rows.length === 0 ? (
        <Notice>
          <p>{t(priced ? 'nothing' : 'noPrice')}</p>
        </Notice>
      ) : (
        <>
          <p>{t(final ? 'final' : 'soFar')}</p>
          <Amounts {...{ language, statement }} />
        </>
      )}
      <Buttons>
        {rows.length > 0 && <LinkButton href={`/sms-cost/${month}.csv`}>{t('csv')}</LinkButton>}
        <LinkButton href="/sms-cost/caps" look="secondary">
          {t('caps')}
        </LinkButton>
        <LinkButton href="/sms-cost/prices" look="secondary">
          {t('prices')}
        </LinkButton>
        <LinkButton href="/reports" look="quiet">
          {t('back')}
        </LinkButton>
      </Buttons>
    </AdminPage>
  );
}

function Amounts({ language, statement: { rows } }: { language: Language; statement: Statement }) {
  const t = smsCostTexts.in(language);
  const sum = (of: 'messages' | 'segments' | 'amountCents') =>
    rows.reduce((total, row) => total + row[of], 0);
  const cells = rows.map(({ name, agency, messages, segments, priceCents, amountCents }) => [
    name[language],
    formatEnterpriseNumber(agency as EnterpriseNumber),
    number(messages, language),
    number(segments, language),
    priceCents.toLocaleString(`${language}-BE`, { maximumFractionDigits: 4 }),
    euros(amountCents, language),
  ]);
  const total = [
    t('total'),
    '',
    number(sum('messages'), language),
    number(sum('segments'), language),
    '',
    euros(sum('amountCents'), language),
  ];
  const headings = ['agency', 'number', 'messages', 'segments', 'price', 'amount'] as const;
  return (
    <DataTable
      caption={t('table')}
      columns={headings.map((name, at) => ({ heading: t(name), number: at > 1 }))}
      rows={rows.length > 1 ? [...cells, total] : cells}
    />
  );
}

function Months({ language, month, now }: { language: Language; month: string; now: Date }) {
  const t = smsCostTexts.in(language);
  const period = periodOf(month);
  if (period === undefined) return null;
  const [before, after] = [shifted(period, -1), shifted(period, 1)];
  const next = periodOf(after);
  return (
    <nav class="list-pages" aria-label={t('months')}>
      <a href={`/sms-cost/${before}`} rel="prev">
        ← {periodWords(before, language)}
      </a>
      {next !== undefined && hasBegun(next, now) && (
        <a href={`/sms-cost/${after}`} rel="next">
          {periodWords(after, language)} →
        </a>
      )}
    </nav>
  );
}
