import { randomBytes } from 'node:crypto';

/** A new message identifier: 160 random bits, an NCName (Core 1.3.4 asks for at least 128). */
export function newMessageId(): string {
  return `_${randomBytes(20).toString('hex')}`;
}

const NC_NAME = /^[A-Za-z_][A-Za-z0-9_.-]{0,255}$/;

/** Whether the text can be an xs:ID: a name without a colon, here of at most 256 characters. */
export function isMessageId(text: string): boolean {
  return NC_NAME.test(text);
}
