import { randomPool } from '#libs/security';

// Crockford's base 32: no I, L, O or U, so nothing can be misread that cannot be put right.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;
const LENGTH = 8;

/** A name for one request that a person can read over the telephone: `7K3F-9QXM`. */
export function newReference(): string {
  let symbols = '';
  for (const byte of randomPool.take(LENGTH)) symbols += ALPHABET.charAt(byte % ALPHABET.length);
  return `${symbols.slice(0, GROUP)}-${symbols.slice(GROUP)}`;
}

/** The reference a person means, however it was typed; undefined when it is none. */
export function parseReference(typed: string): string | undefined {
  const symbols = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const valid = symbols.length === LENGTH && [...symbols].every((symbol) => ALPHABET.includes(symbol));
  return valid ? `${symbols.slice(0, GROUP)}-${symbols.slice(GROUP)}` : undefined;
}
