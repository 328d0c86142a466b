import type { Brand } from './brand.js';

/** The person's own key in this service, never derived from a register's number: 40 lower-case hex digits. */
export type FedId = Brand<string, 'FedId'>;

export type FedIdOutcome =
  { readonly kind: 'valid'; readonly fedId: FedId } | { readonly kind: 'invalid'; readonly reason: 'format' };

/** Exact: identifiers of machines have one spelling. */
export function parseFedId(text: string): FedIdOutcome {
  return /^[0-9a-f]{40}$/u.test(text)
    ? { kind: 'valid', fedId: text as FedId }
    : { kind: 'invalid', reason: 'format' };
}

/** Turns twenty random bytes into a FedID; the caller brings the randomness. */
export function fedIdFromBytes(bytes: Uint8Array): FedId {
  if (bytes.length !== 20) throw new RangeError('a FedID is made of 20 bytes');
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as FedId;
}
