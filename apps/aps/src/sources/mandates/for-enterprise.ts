import type { ChosenEnterprise } from '#libs/attributes';
import type { Unavailable } from '../source.js';
import type { HeldMandate } from './mandate.js';
import type { KnownMandates } from './mandates.js';

export type MandateOutcome =
  { readonly kind: 'held'; readonly mandates: readonly HeldMandate[] } | Unavailable;

/**
 * The mandates by which the person acts for what they chose. Who chose a unit acts there by a role for that unit, or by
 * one for the whole enterprise; who chose the enterprise acts by the latter only.
 *
 * When a party did not answer, that nothing was found does not say that there is nothing.
 */
export function mandatesFor(
  { mandates, unavailable }: KnownMandates,
  { number, establishment }: ChosenEnterprise,
): MandateOutcome {
  const held = mandates.filter(
    (mandate) =>
      mandate.enterprise === number &&
      (mandate.establishment === undefined || mandate.establishment === establishment),
  );
  if (held.length > 0) return { kind: 'held', mandates: held };
  return unavailable[0]?.because ?? { kind: 'unavailable', reason: 'no-mandate' };
}
