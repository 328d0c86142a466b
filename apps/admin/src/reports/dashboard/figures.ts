import type { Language } from '#libs/kernel';
import { isKeyKind } from '#libs/loa';
import { TOOK_WITHIN, type UsageSeries } from '#libs/operations';
import { formatDate, formatDuration } from '#libs/texts';
import { keyName } from '#libs/ui';
import {
  euros,
  RESPONSE_KINDS,
  totalsOf,
  withinNormOf,
  type ApplicationReport,
} from '../application-report.js';
import { periodOf } from '../period.js';
import { dashboardTexts } from './dashboard.texts.js';

/** So many are told apart in a picture. */
export const MOST_IN_PICTURE = 6;

export const number = (value: number, language: Language): string => value.toLocaleString(`${language}-BE`);

export const keyWords = (key: string, language: Language): string =>
  isKeyKind(key) ? keyName(key, language) : key;

const months: Readonly<Record<string, Intl.DateTimeFormat>> = Object.fromEntries(
  ['nl', 'fr', 'de', 'en'].map((language) => [
    language,
    new Intl.DateTimeFormat(`${language}-BE`, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  ]),
);

/** `maart 2026`, or `9 maart 2026`. */
export function periodWords(text: string, language: Language): string {
  const period = periodOf(text);
  if (period?.day !== undefined) return formatDate(new Date(`${period.day}T12:00:00Z`), language);
  return months[language]?.format(new Date(`${text}-01T12:00:00Z`)) ?? text;
}

/** The stretches of time of how long a sign-in took, in words. */
export function tookLabels(language: Language): string[] {
  const t = dashboardTexts.in(language);
  return TOOK_WITHIN.map((bound) =>
    bound === 'more' ? t('longer') : t('within', { time: formatDuration(Number(bound) * 1_000, language) }),
  );
}

/** The figures that stand above the charts, and first in the document. */
export function summaryOf(report: ApplicationReport, language: Language): [label: string, value: string][] {
  const t = dashboardTexts.in(language);
  const { signIns, wentOn, finished, refused } = totalsOf(report);
  const percent = new Intl.NumberFormat(`${language}-BE`, { style: 'percent' });
  return [
    [t('signIns'), number(signIns, language)],
    [t('wentOn'), number(wentOn, language)],
    [t('finished'), finished === undefined ? '–' : percent.format(Math.floor(finished * 100) / 100)],
    [t('refused'), number(refused, language)],
    ...responseSummary(report, language),
    ...smsSummary(report, language),
  ];
}

function responseSummary({ responses = [] }: ApplicationReport, language: Language): [string, string][] {
  const t = dashboardTexts.in(language);
  const percent = new Intl.NumberFormat(`${language}-BE`, { style: 'percent', minimumFractionDigits: 1 });
  return RESPONSE_KINDS.flatMap((kind): [string, string][] => {
    const share = withinNormOf(responses, kind);
    // Rounded down: nothing reads better than it was.
    return share === undefined ? [] : [[t(`${kind}Norm`), percent.format(Math.floor(share * 1_000) / 1_000)]];
  });
}

function smsSummary({ sms }: ApplicationReport, language: Language): [string, string][] {
  if (sms === undefined) return [];
  const t = dashboardTexts.in(language);
  return [
    [t('sms'), `${number(sms.messages, language)} (${number(sms.segments, language)})`],
    [t('smsCost'), sms.cents === undefined ? t('noPrice') : euros(sms.cents, language)],
  ];
}

/** The same series under names that people read. */
export const named = (series: readonly UsageSeries[], nameOf: (name: string) => string): UsageSeries[] =>
  series.map((one) => ({ ...one, name: nameOf(one.name) }));
