import type { Language } from '#libs/kernel';
import { toCsv } from '../../frame/list/csv.js';
import type { ApplicationReport } from '../application-report.js';

/**
 * One line for each number, to be counted on with a spreadsheet. The words are those of the record, the same in every
 * language; days and hours are Belgian.
 */
export function reportCsvOf(
  { application, period, counts, sms, responses = [] }: ApplicationReport,
  language: Language,
): string {
  const common = [application.agency.number, application.name[language], application.environment];
  const head = ['agency', 'application', 'environment', 'period', 'what', 'key', 'level', 'reason', 'count'];
  const when = (at: string): string =>
    period.day === undefined ? `${period.month}-${at}` : `${period.day} ${at}:00`;
  const rows = counts.map(({ at, what, key, level, reason, count }) => [
    ...common,
    when(at),
    what,
    key,
    level === 0 ? '' : String(level),
    reason,
    String(count),
  ]);
  const texts = (sms?.days ?? []).flatMap(({ at, messages, segments }) => [
    [...common, when(at), 'sms-messages', 'sms', '', '', String(messages)],
    [...common, when(at), 'sms-parts', 'sms', '', '', String(segments)],
  ]);
  const cost =
    sms?.cents === undefined
      ? []
      : [[...common, period.text, 'sms-cost-eur', 'sms', '', '', (sms.cents / 100).toFixed(2)]];
  const answers = responses.flatMap(({ at, kind, requests, withinNorm }) => [
    [...common, when(at), `responses-${kind}`, '', '', '', String(requests)],
    [...common, when(at), `responses-${kind}-within-norm`, '', '', '', String(withinNorm)],
  ]);
  return toCsv(head, [...rows, ...answers, ...texts, ...cost]);
}
