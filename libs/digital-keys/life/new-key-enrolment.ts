import type { Enrolment, Level, LoaPolicy } from '#libs/loa';

export interface IdentityKnown {
  /** Level of the session in which the key is activated. */
  readonly session: Level;
  /** How the person was registered. */
  readonly person: Enrolment;
  /** How the keys that are there were given. */
  readonly keys: readonly { readonly enrolment: Enrolment }[];
}

const CARD: Level = 500;
const PARTNER_APP: Level = 450;

/**
 * How identity counts as proven for a key that is activated now. Only a session by the card or the recognised app is a
 * proof of its own; any other passes on what its keys were given for, the least of them.
 */
export function newKeyEnrolment({ session, person, keys }: IdentityKnown, policy: LoaPolicy): Enrolment {
  if (session >= CARD) return 'eid';
  if (session >= PARTNER_APP) return 'itsme';
  const cap = (enrolment: Enrolment) => policy.enrolment[enrolment].cap;
  return [person, ...keys.map(({ enrolment }) => enrolment)].reduce((least, other) =>
    cap(other) < cap(least) ? other : least,
  );
}
