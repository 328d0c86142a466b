import { COMMON_WORDS } from './common-passwords.js';

export type PasswordRefusal = 'too-short' | 'too-long' | 'common' | 'context' | 'repetitive';

export type PasswordRulesOutcome =
  | { readonly kind: 'acceptable' }
  | { readonly kind: 'refused'; readonly reason: PasswordRefusal; readonly minimum: number };

export interface PasswordRulesContext {
  /** True when the password is never enough by itself. */
  readonly secondFactor: boolean;
  /** Names of the service and of the person: user name, first and last name, mailbox name. */
  readonly contextWords?: readonly string[];
}

const MINIMUM_ALONE = 15;
const MINIMUM_WITH_SECOND_FACTOR = 8;
const MAXIMUM = 256;
const SHORTEST_WORD = 3;

const SERVICE_WORDS = [
  'csam',
  'fedict',
  'bosa',
  'fas',
  'mijndossier',
  'myminfin',
  'taxonweb',
  'mygov',
  'itsme',
  'eid',
];

/** One password typed on two keyboards is one password (NIST SP 800-63B 3.1.1.2: NFKC). */
export function normalisePassword(plain: string): string {
  return plain.normalize('NFKC');
}

/**
 * What a new password must hold: length in code points and not being an obvious one. No composition rules
 * (NIST SP 800-63B 3.1.1.2).
 */
export function checkPasswordRules(plain: string, context: PasswordRulesContext): PasswordRulesOutcome {
  const minimum = context.secondFactor ? MINIMUM_WITH_SECOND_FACTOR : MINIMUM_ALONE;
  const password = normalisePassword(plain);
  const reason = lengthRefusal(password, minimum) ?? obviousRefusal(password, context.contextWords ?? []);
  return reason === undefined ? { kind: 'acceptable' } : { kind: 'refused', reason, minimum };
}

function lengthRefusal(password: string, minimum: number): PasswordRefusal | undefined {
  const length = [...password].length;
  if (length < minimum) return 'too-short';
  return length > MAXIMUM ? 'too-long' : undefined;
}

function obviousRefusal(password: string, contextWords: readonly string[]): PasswordRefusal | undefined {
  const folded = fold(password);
  if (new Set(folded).size <= 2 || isRun(folded)) return 'repetitive';
  if (COMMON_WORDS.has(folded)) return 'common';
  const ownWords = contextWords.flatMap((words) => fold(words).split(/[^\p{L}\p{N}]+/u));
  const context = new Set([...SERVICE_WORDS, ...ownWords]);
  const used = wordsThatMakeUp(folded, new Set([...context, ...COMMON_WORDS]));
  // Two common words with digits around them are guessed early; longer phrases of words are good passwords.
  if (used.length === 0 || used.length > 2) return undefined;
  return used.some((word) => context.has(word)) ? 'context' : 'common';
}

/** Lower case and without accents, so that "Été" counts as "ete". */
const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Code points that go up or down by one all the way: 12345678, hgfedcba. */
function isRun(text: string): boolean {
  const points = [...text].map((char) => char.codePointAt(0) ?? 0);
  const steps = new Set(points.slice(1).map((point, at) => point - (points[at] ?? 0)));
  // 9 to 0 is a step of a keyboard row.
  steps.delete(-9);
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

/** The known words of a text that holds nothing else but digits and signs; none when it holds more. */
function wordsThatMakeUp(folded: string, words: ReadonlySet<string>): string[] {
  const used: string[] = [];
  let rest = folded;
  for (const word of [...words].toSorted((one, other) => other.length - one.length)) {
    if (word.length < SHORTEST_WORD || !rest.includes(word)) continue;
    rest = rest.replaceAll(word, ' ');
    used.push(word);
  }
  return /\p{L}/u.test(rest) ? [] : used;
}
