import { LANGUAGES, type LocalisedText } from '#libs/kernel';
import { IMPACTS, type Impact, type WindowPlan } from '#libs/operations';
import type { FileOutcome } from '#libs/agencies';

const isRecord = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const isTexts = (json: unknown): json is LocalisedText =>
  isRecord(json) && LANGUAGES.every((language) => typeof json[language] === 'string');

const isMoment = (value: unknown): boolean => typeof value === 'string' && /[+Z]/.test(value);

const isImpact = (value: unknown): value is Impact => IMPACTS.some((impact) => impact === value);

/** What each field must be, and how that is said. */
const FIELDS: Readonly<Record<string, { readonly is: (value: unknown) => boolean; readonly must: string }>> =
  {
    components: { is: (value) => isNames(value), must: 'a list of names' },
    start: { is: isMoment, must: 'a moment such as 2026-03-12T02:00:00+01:00' },
    minutes: { is: (value) => typeof value === 'number', must: 'a number' },
    impact: { is: isImpact, must: IMPACTS.join(', ') },
    reason: { is: isTexts, must: 'a text in nl, fr, de and en' },
    lateReason: { is: (value) => value === undefined || typeof value === 'string', must: 'a text' },
  };

/** Reads what `maintenance plan` takes; whether the window may be planned is judged afterwards. */
export function parseWindowFile(json: unknown): FileOutcome<WindowPlan> {
  if (!isRecord(json)) return { kind: 'invalid', problems: ['the file holds no JSON object'] };
  const given: Record<string, unknown> = { impact: 'outage', ...json };
  const unknown = Object.keys(given).filter((name) => !(name in FIELDS));
  const wrong = Object.entries(FIELDS).filter(([name, { is }]) => !is(given[name]));
  const problems = [
    ...unknown.map((name) => `${name}: unknown field`),
    ...wrong.map(([name, { must }]) => `${name}: ${must}`),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const { start, ...plan } = given;
  return { kind: 'valid', file: { ...plan, startsAt: new Date(String(start)) } as unknown as WindowPlan };
}

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');
