import type { Language } from '#libs/kernel';
import { failureTexts } from './failures.texts.js';

/** What has words of its own. */
const KNOWN = [
  'refused',
  'refused:cancelled',
  'refused:interaction-needed',
  'refused:sign-in-needed',
  'refused:level-not-met',
  'refused:level-impossible',
  'refused:attribute-unavailable',
  'refused:other-person',
  'proof-refused',
  'proof-refused:wrong',
  'proof-refused:credentials',
  'proof-refused:locked',
  'code-not-sent',
  'rejected',
  'logout-not-delivered',
] as const;
type Known = (typeof KNOWN)[number];

const isKnown = (name: string): name is Known => KNOWN.some((known) => known === name);

/**
 * A kind of failure in words. A word of the record that nobody described, such as an error of OpenID Connect or a rule of
 * SAML, stands behind it as it is: integrators know it.
 */
export function failureWords(name: string, language: Language): string {
  const t = failureTexts.in(language);
  if (isKnown(name)) return t(name);
  const [kind = '', reason = ''] = name.split(':');
  const words = isKnown(kind) ? t(kind) : kind;
  return reason === '' ? words : `${words} (${reason})`;
}
