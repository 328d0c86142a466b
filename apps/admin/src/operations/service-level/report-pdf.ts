import type { Language } from '#libs/kernel';
import { OBJECTIVE, type ReportRow } from '#libs/operations';
import { PdfDocument } from '#libs/pdf';
import { cells, headings, percent } from './figures.js';
import { serviceLevelTexts } from './service-level.texts.js';

/** The same table as a document: availability first, then response times and load. */
export function reportPdf(year: number, rows: readonly ReportRow[], language: Language): Promise<Buffer> {
  const t = serviceLevelTexts.in(language);
  const pdf = new PdfDocument({ title: `CSAM – ${t('title', { year })}`, language, author: 'CSAM' });
  pdf.paragraph(t('lead', { objective: percent(OBJECTIVE.availability, language) }));
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
