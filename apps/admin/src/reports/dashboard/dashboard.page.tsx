import { formatDateTime } from '#libs/texts';
import { Buttons, LinkButton, Notice, SummaryList, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { StaffView } from '../../frame/staff-view.js';
import type { ApplicationReport } from '../application-report.js';
import { belgianDay, hasBegun, periodOf, shifted } from '../period.js';
import { DashboardCharts } from './charts.js';
import { dashboardTexts } from './dashboard.texts.js';
import { periodWords, summaryOf } from './figures.js';

export interface DashboardProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly report: ApplicationReport;
  readonly now: Date;
}

/** What one application did in a month or a day: figures, pictures, and the same numbers in tables. */
export function DashboardPage({ frame, staff, report, now }: DashboardProps) {
  const { language } = frame;
  const t = dashboardTexts.in(language);
  const { application, period, counts, sms, countedUntil } = report;
  const title = t('title', {
    name: application.name[language],
    period: periodWords(period.text, language),
  });
  const path = `/reports/${application.id}`;
  const isEmpty = counts.length === 0 && (sms?.messages ?? 0) === 0;
  return (
    <AdminPage frame={frame} staff={staff} section="reports" title={title} wide>
      <h1>{title}</h1>
      <p class="lead">
        {application.agency.name[language]} · {application.environment}
      </p>
      <Periods frame={frame} report={report} now={now} />
      {isEmpty ? (
        <Notice>
          <p>{t('nothing')}</p>
        </Notice>
      ) : (
        <>
          <SummaryList items={summaryOf(report, language).map(([label, value]) => ({ label, value }))} />
          <DashboardCharts language={language} report={report} />
        </>
      )}
      {countedUntil !== undefined && (
        <p class="small soft">{t('counted', { moment: formatDateTime(countedUntil, language) })}</p>
      )}
      <Buttons>
        <LinkButton href={`${path}/trail`}>{t('trail')}</LinkButton>
        <LinkButton href={`${path}/${period.text}.pdf?lang=${language}`} look="secondary">
          {t('pdf')}
        </LinkButton>
        <LinkButton href={`${path}/${period.text}.csv?lang=${language}`} look="secondary">
          {t('csv')}
        </LinkButton>
        <LinkButton href="/reports" look="quiet">
          {t('back')}
        </LinkButton>
      </Buttons>
    </AdminPage>
  );
}

/** To the period before and after, and from months to days. */
function Periods({ frame: { language }, report, now }: Pick<DashboardProps, 'frame' | 'report' | 'now'>) {
  const t = dashboardTexts.in(language);
  const { application, period } = report;
  const href = (text: string) => `/reports/${application.id}/${text}`;
  const [earlier, later] = [shifted(period, -1), shifted(period, 1)];
  const next = periodOf(later);
  return (
    <nav class="list-pages" aria-label={t('periods')}>
      <a href={href(earlier)} rel="prev">
        {t('earlier', { period: periodWords(earlier, language) })}
      </a>
      {period.day === undefined ? (
        <a href={href(belgianDay(now))}>{t('today')}</a>
      ) : (
        <a href={href(period.month)}>{t('wholeMonth')}</a>
      )}
      {next !== undefined && hasBegun(next, now) && (
        <a href={href(later)} rel="next">
          {t('later', { period: periodWords(later, language) })}
        </a>
      )}
    </nav>
  );
}
