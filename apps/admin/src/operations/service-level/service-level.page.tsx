import { OBJECTIVE } from '#libs/operations';
import { Buttons, Chart, DataTable, LinkButton, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { StaffView } from '../../frame/staff-view.js';
import { cells, headings, percent, periodName, sheet } from './figures.js';
import type { YearReport } from './report-pdf.js';
import { serviceLevelTexts } from './service-level.texts.js';

export interface ServiceLevelProps extends YearReport {
  readonly frame: PageFrame;
  readonly staff: StaffView;
}

/** The table of the service sheet, by month and for the year. */
export function ServiceLevelPage({ frame, staff, year, rows, years }: ServiceLevelProps) {
  const { language } = frame;
  const t = serviceLevelTexts.in(language);
  const title = t('title', { year });
  const { headings: columns, cells: line } = sheet(years, language);
  const known = rows.filter(({ share, period }) => share !== undefined && period.length > 4);
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={title} wide>
      <h1>{title}</h1>
      <p class="lead">{t('lead', { objective: percent(OBJECTIVE.availability, language) })}</p>
      <DataTable
        caption={t('availability')}
        columns={columns.map((heading, index) => ({ heading, number: index > 1 }))}
        rows={[line]}
      />
      {known.length > 0 && (
        <Chart
          language={language}
          title={t('down')}
          description={t('downShown')}
          labels={known.map(({ period }) => periodName(period, language, 'short'))}
          labelHeading={t('period')}
          series={[{ name: t('down'), values: known.map(({ availability }) => availability.down) }]}
        />
      )}
      {rows.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <DataTable
          caption={t('table', { year })}
          columns={headings(language).map((heading, index) => ({ heading, number: index > 0 }))}
          rows={rows.map((row) => cells(row, language))}
        />
      )}
      <p class="small soft">{t('ceilingHint')}</p>
      <Buttons>
        <LinkButton href={`/operations/service-level/${year}.pdf?lang=${language}`}>{t('pdf')}</LinkButton>
        <LinkButton href={`/operations/service-level/${year}.csv`} look="secondary">
          {t('csv')}
        </LinkButton>
        <LinkButton href={`/operations/service-level/${year - 1}`} look="quiet">
          {t('before')}
        </LinkButton>
      </Buttons>
    </AdminPage>
  );
}
