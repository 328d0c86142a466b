import type { Language } from '#libs/kernel';
import { Buttons, LinkButton, Notice, SummaryList, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import { ListTable } from '../frame/list/list-table.js';
import type { ListPage } from '../frame/list/list.js';
import type { StaffView } from '../frame/staff-view.js';
import { euros } from '../reports/application-report.js';
import { number, periodWords } from '../reports/dashboard/figures.js';
import { hasBegun, periodOf, shifted } from '../reports/period.js';
import { statementList } from './statement-list.js';
import type { Statement, StatementRow } from './sms-cost-desk.js';
import { smsCostTexts } from './sms-cost.texts.js';

export interface StatementProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly statement: Statement;
  readonly page: ListPage<StatementRow>;
  readonly now: Date;
}

/** What text messages of a month cost each agency. */
export function StatementPage({ frame, staff, statement, page, now }: StatementProps) {
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
          {rows.length > 1 && <Together {...{ language, rows }} />}
          <ListTable
            frame={frame}
            path={`/sms-cost/${month}`}
            definition={statementList(language)}
            page={page}
            empty=""
          />
        </>
      )}
      <Buttons>
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

/** Of all agencies that the reader may see, whatever is searched. */
function Together({ language, rows }: Pick<Statement, 'rows'> & { readonly language: Language }) {
  const t = smsCostTexts.in(language);
  const sum = (of: 'messages' | 'segments' | 'amountCents') =>
    rows.reduce((total, row) => total + row[of], 0);
  return (
    <SummaryList
      items={[
        { label: t('messages'), value: number(sum('messages'), language) },
        { label: t('segments'), value: number(sum('segments'), language) },
        { label: t('total'), value: euros(sum('amountCents'), language) },
      ]}
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
