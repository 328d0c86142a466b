import { admittedPrefix } from '#libs/digital-keys';
import type { ContactKind } from '#libs/people';

export type ContactProblem = 'missing' | 'form';

export type ReadContact =
  | { readonly kind: 'valid'; readonly value: string }
  | { readonly kind: 'invalid'; readonly problem: ContactProblem };

const LONGEST = 254;

/** What comes before and after the sign, without space; whether it works, only a mail can tell (RFC 5321 4.5.3.1). */
const MAIL = /^[^\s@<>"'\\]{1,64}@[^\s@<>"'\\.]+(?:\.[^\s@<>"'\\.]+)+$/;

/** Reads an address or number as people type it. Numbers become E.164; one of ten digits with 0 in front is Belgian. */
export function readContact(
  kind: ContactKind,
  typed: string,
  otherPrefixes: readonly string[] = [],
): ReadContact {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { kind: 'invalid', problem: 'missing' };
  return kind === 'mail' ? readMail(text) : readPhone(text, otherPrefixes);
}

function readMail(text: string): ReadContact {
  return text.length <= LONGEST && MAIL.test(text)
    ? { kind: 'valid', value: text }
    : { kind: 'invalid', problem: 'form' };
}

function readPhone(text: string, otherPrefixes: readonly string[]): ReadContact {
  const digits = text
    .replaceAll(/[\s./()-]/g, '')
    .replace(/^00/, '+')
    .replace(/^0(?=\d{9}$)/, '+32');
  return admittedPrefix(digits, otherPrefixes) === undefined
    ? { kind: 'invalid', problem: 'form' }
    : { kind: 'valid', value: digits };
}
