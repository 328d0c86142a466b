import type { Language } from '#libs/kernel';
import { largest, type UsageSeries } from '#libs/operations';
import { PdfDocument, type PdfBars } from '#libs/pdf';
import { formatDateTime } from '#libs/texts';
import { chartScale, stackedTops } from '#libs/ui';
import { byFailure, byKey, byLevel, tookWithin, type ApplicationReport } from '../application-report.js';
import { begunBy } from '../period.js';
import { dashboardTexts } from './dashboard.texts.js';
import { failureWords } from './failures.js';
import { keyWords, MOST_IN_PICTURE, named, number, periodWords, summaryOf, tookLabels } from './figures.js';

/** The report as a document to keep: figures, then a table for each picture of the page. */
export function reportPdfOf(whole: ApplicationReport, language: Language): Promise<Buffer> {
  const t = dashboardTexts.in(language);
  const { application, period, countedUntil } = whole;
  const report = countedUntil === undefined ? whole : { ...whole, period: begunBy(period, countedUntil) };
  const title = t('title', {
    name: application.name[language],
    period: periodWords(period.text, language),
  });
  const pdf = new PdfDocument({ title, language, author: 'CSAM' });
  pdf.paragraph(`${application.agency.name[language]} · ${application.environment}`);
  if (countedUntil !== undefined)
    pdf.paragraph(t('counted', { moment: formatDateTime(countedUntil, language) }));
  pdf.pairs(summaryOf(report, language));
  const totals = (heading: string, first: string, series: readonly UsageSeries[]) => {
    if (series.length === 0) return;
    pdf.heading(heading);
    if (series.some(({ values }) => values.length > 0))
      pdf.bars(barsOf(heading, series, { report, language }));
    pdf.table(
      [first, t('count')],
      series.map(({ name, total }) => [name, number(total, language)]),
    );
  };
  totals(
    t('byKey'),
    t('signIns'),
    named(byKey(report), (key) => keyWords(key, language)),
  );
  totals(
    t('byLevel'),
    t('signIns'),
    named(byLevel(report), (level) => t('level', { level })),
  );
  totals(
    t('failures'),
    t('reason'),
    named(byFailure(report), (name) => failureWords(name, language)),
  );
  const took = tookWithin(report);
  totals(
    t('took'),
    t('duration'),
    tookLabels(language).map((name, at) => ({ name, values: [], total: took[at] ?? 0 })),
  );
  byDay(pdf, report, language);
  return pdf.finish();
}

/** The picture of the page, on paper. */
function barsOf(
  description: string,
  all: readonly UsageSeries[],
  { report: { period }, language }: { readonly report: ApplicationReport; readonly language: Language },
): PdfBars {
  const series = largest(all, MOST_IN_PICTURE, dashboardTexts.in(language)('others'));
  const { steps } = chartScale(Math.max(0, ...stackedTops(series)));
  return { description, labels: period.labels, series, steps, format: (value) => number(value, language) };
}

function byDay(pdf: PdfDocument, report: ApplicationReport, language: Language): void {
  const t = dashboardTexts.in(language);
  const { period, sms } = report;
  const sum = (series: readonly UsageSeries[], at: number) =>
    series.reduce((total, { values }) => total + (values[at] ?? 0), 0);
  const [signIns, failures] = [byKey(report), byFailure(report)];
  const parts = new Map(sms?.days.map(({ at, segments }) => [at, segments]));
  const first = t(period.day === undefined ? 'day' : 'hour');
  pdf.heading(t('signIns'));
  pdf.table(
    [first, t('signIns'), t('failures'), ...(sms ? [t('parts')] : [])],
    period.labels.map((label, at) => [
      label,
      number(sum(signIns, at), language),
      number(sum(failures, at), language),
      ...(sms ? [number(parts.get(label) ?? 0, language)] : []),
    ]),
  );
}
