import { minutes, type FedId } from '#libs/kernel';
import type { AuthenticationEvent } from '#libs/loa';

/** An authentication event with the digital key that was proven. */
export interface ProvenKey extends AuthenticationEvent {
  readonly keyId: string;
}

/** A relying party that got an answer in this session, to be told when it ends. */
export interface Participant {
  readonly applicationId: string;
  readonly protocol: 'oidc' | 'saml';
  /** What the relying party knows the session by: `sid` or SessionIndex. */
  readonly index: string;
  /** The NameID that the relying party was given (SAML). */
  readonly nameId?: string;
  readonly at: string;
}

/** Single sign-on: one person in one browser. What was proven is in its events, and only there. */
export interface SignInSession {
  /** Stays the same for as long as the session lives; the cookie's value changes at every proof. */
  readonly uid: string;
  readonly fedId: FedId;
  /** Proofs by keys that are still active. */
  readonly events: readonly ProvenKey[];
  readonly participants: readonly Participant[];
  readonly createdAt: Date;
}

/** A session that served this recently need not be noted as used again: its idle time is told in many minutes. */
const RECENTLY = minutes(1);

/** Whether the session says already that this relying party was answered, and that it served a moment ago. */
export function isNoted(
  { participants, lastUsedAt }: Pick<SignInSession, 'participants'> & { readonly lastUsedAt?: Date },
  { applicationId, protocol, index, nameId, at }: Participant,
): boolean {
  if (lastUsedAt === undefined || Date.parse(at) - lastUsedAt.getTime() > RECENTLY) return false;
  return participants.some(
    (one) =>
      one.applicationId === applicationId &&
      one.protocol === protocol &&
      one.index === index &&
      one.nameId === nameId,
  );
}
