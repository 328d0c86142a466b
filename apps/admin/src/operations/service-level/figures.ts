import type { Language } from '#libs/kernel';
import { OBJECTIVE, withinNorm, type ReportRow } from '#libs/operations';
import type { YearShare } from './service-level-desk.js';
import { serviceLevelTexts } from './service-level.texts.js';

/** Rounded down to hundredths of a percent: nothing reads better than it was. */
export function percent(share: number | undefined, language: Language): string {
  if (share === undefined) return '–';
  const format = new Intl.NumberFormat(`${language}-BE`, { style: 'percent', minimumFractionDigits: 2 });
  return format.format(Math.floor(share * 10_000) / 10_000);
}

/** A month or a year, as people call it; `short` where twelve stand side by side. */
export function periodName(period: string, language: Language, month: 'long' | 'short' = 'long'): string {
  if (period.length === 4) return period;
  const more = month === 'long' ? { year: 'numeric' as const } : {};
  const format = new Intl.DateTimeFormat(`${language}-BE`, { month, timeZone: 'UTC', ...more });
  return format.format(new Date(`${period}-15T12:00:00Z`));
}

export function headings(language: Language): string[] {
  const t = serviceLevelTexts.in(language);
  const names = [
    'period',
    'availability',
    'ceiling',
    'down',
    'agreed',
    'unknown',
    'user',
    'application',
    'load',
  ] as const;
  return names.map((name) => t(name));
}

/** A row of the table, in the order of the headings. */
export const cells = (row: ReportRow, language: Language): string[] => [
  periodName(row.period, language),
  percent(row.share, language),
  percent(row.ceiling, language),
  String(row.availability.down),
  String(row.availability.agreed),
  String(row.availability.unknown),
  percent(withinNorm(row.responses.user), language),
  percent(withinNorm(row.responses.application), language),
  percent(row.load, language),
];

/** The table of availability of the service sheet: one line, the newest year first. */
export const sheet = (years: readonly YearShare[], language: Language) => {
  const t = serviceLevelTexts.in(language);
  return {
    headings: [t('service'), t('period'), t('objective'), ...years.map(({ year }) => String(year))],
    cells: [
      'CSAM Aanmelden',
      t('always'),
      percent(OBJECTIVE.availability, language),
      ...years.map(({ share }) => percent(share, language)),
    ],
  };
};
