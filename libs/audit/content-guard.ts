import { parsePersonNumber } from '#libs/kernel';
import { isForbiddenField } from './audit-event.js';

/** A record was about to hold something that may never be in it: a fault of the program. */
export class AuditContentError extends Error {
  override readonly name = 'AuditContentError';
}

// Between hexadecimal digits it is a piece of an identifier, which must not be refused by chance.
const ELEVEN_DIGITS = /(?<![\da-f])\d{2}[ .]?\d{2}[ .]?\d{2}[ -]?\d{3}[ .]?\d{2}(?![\da-f])/g;
const MAIL_ADDRESS = /[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+/;
const LONGEST_DATA = 8_192;

/** Throws `AuditContentError` when the data holds a national number, a mail address or a secret by its name. */
export function assertRecordable(data: Readonly<Record<string, unknown>>, today: Date): string {
  inspect(data, 'data', today);
  const json = JSON.stringify(data);
  if (json.length > LONGEST_DATA) throw new AuditContentError('The data of an audit record is too large.');
  return json;
}

/** The same for a single text. */
export function assertClearOfIdentity(text: string, where: string, today: Date): void {
  if (holdsNumber(text, today)) throw new AuditContentError(`${where} holds a national or BIS number.`);
  if (holdsMailAddress(text)) throw new AuditContentError(`${where} holds a mail address.`);
}

/** Whether somebody typed what no record may hold, to tell them before the record refuses it. */
export const holdsIdentity = (text: string, today: Date): boolean =>
  holdsNumber(text, today) || holdsMailAddress(text);

/** Most texts have no `@`, which is found sooner than an address. */
const holdsMailAddress = (text: string): boolean => text.includes('@') && MAIL_ADDRESS.test(text);

const holdsNumber = (text: string, today: Date): boolean =>
  (text.match(ELEVEN_DIGITS) ?? []).some((number) => parsePersonNumber(number, { today }).kind === 'valid');

function inspect(value: unknown, where: string, today: Date): void {
  if (typeof value === 'string' || typeof value === 'number')
    assertClearOfIdentity(String(value), where, today);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (isForbiddenField(key)) throw new AuditContentError(`${where}.${key} may not be recorded.`);
    inspect(inner, `${where}.${key}`, today);
  }
}
