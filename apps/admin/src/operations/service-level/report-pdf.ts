import type { Language } from '#libs/kernel';
import { OBJECTIVE, type ReportRow } from '#libs/operations';
import { PdfDocument } from '#libs/pdf';
import { cells, headings, percent, sheet } from './figures.js';
import type { YearShare } from './service-level-desk.js';
import { serviceLevelTexts } from './service-level.texts.js';

export interface YearReport {
  readonly year: number;
  readonly rows: readonly ReportRow[];
  readonly years: readonly YearShare[];
}

/** The same as a document: the table of the service sheet, then availability by month, response times and load. */
export function reportPdf({ year, rows, years }: YearReport, language: Language): Promise<Buffer> {
  const t = serviceLevelTexts.in(language);
  const pdf = new PdfDocument({ title: `CSAM – ${t('title', { year })}`, language, author: 'CSAM' });
  pdf.paragraph(t('lead', { objective: percent(OBJECTIVE.availability, language) }));
  const { headings: columns, cells: line } = sheet(years, language);
  pdf.table(columns, [line]);
  const [period = '', ...others] = headings(language);
  const table = rows.map((row) => cells(row, language));
  pdf.table(
    [period, ...others.slice(0, 5)],
    table.map((row) => row.slice(0, 6)),
  );
  pdf.table(
    [period, ...others.slice(5)],
    table.map(([first = '', ...rest]) => [first, ...rest.slice(5)]),
  );
  pdf.paragraph(t('ceilingHint'));
  return pdf.finish();
}
