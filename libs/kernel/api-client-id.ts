import type { Brand } from './brand.js';
import type { FedId } from './fed-id.js';

/** The client id of a program with which an agency works in the administration: `api-` and a UUID. */
export type ApiClientId = Brand<string, 'ApiClientId'>;

/** Who does something in the administration: a person, or a program of an agency. */
export type Actor = FedId | ApiClientId;

export type ApiClientIdOutcome =
  | { readonly kind: 'valid'; readonly id: ApiClientId }
  | { readonly kind: 'invalid'; readonly reason: 'format' };

/** Exact: identifiers of machines have one spelling. */
export function parseApiClientId(text: string): ApiClientIdOutcome {
  return /^api-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u.test(text)
    ? { kind: 'valid', id: text as ApiClientId }
    : { kind: 'invalid', reason: 'format' };
}

/** @param uuid random; the caller brings the randomness */
export const apiClientIdFrom = (uuid: string): ApiClientId => `api-${uuid}` as ApiClientId;
