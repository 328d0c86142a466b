import type { JWTPayload } from 'jose';
import type { ServiceOutcome } from '#libs/digital-keys';
import { parsePersonNumber } from '#libs/kernel';
import type { Partner } from '../partner.js';

/**
 * Whom a valid ID token names. The class must be the one that was asked: another one may be weaker. The person is
 * bound by number; `sub` changes when somebody makes the account there anew.
 */
export function identityIn(
  claims: JWTPayload & { readonly sub: string },
  { acr, numberClaim }: Pick<Partner, 'acr' | 'numberClaim'>,
  now: Date,
): ServiceOutcome {
  if (claims['acr'] !== acr) return { kind: 'refused', problem: 'level-too-low', reason: 'acr' };
  const text = claims[numberClaim];
  const parsed = parsePersonNumber(typeof text === 'string' ? text : '', { today: now });
  if (parsed.kind === 'invalid')
    return { kind: 'refused', problem: 'no-number', reason: text === undefined ? 'absent' : 'invalid' };
  const { number, register } = parsed;
  return { kind: 'identified', identity: { number, register, reference: claims.sub } };
}
