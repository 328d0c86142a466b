import type { EnterpriseNumber, EstablishmentNumber, PersonNumber } from '#libs/kernel';
import type { ConsultationGround, Unavailable } from '../source.js';

/** A function or role by which a person may act for an enterprise. */
export interface HeldMandate {
  readonly kind: 'function' | 'role';
  /** In the words of the source, for example `Manager`. */
  readonly name: string;
  readonly enterprise: EnterpriseNumber;
  /** Only where it holds in one unit of the enterprise. */
  readonly establishment?: EstablishmentNumber;
  /** The application in which a role holds; absent: in all. */
  readonly application?: string;
  readonly source: 'KBO' | 'RMA';
  /** `YYYY-MM-DD`, both included; absent: without end. */
  readonly validFrom?: string;
  readonly validUntil?: string;
}

export type MandatesFound =
  { readonly kind: 'answered'; readonly mandates: readonly HeldMandate[] } | Unavailable;

/** Whoever knows for which enterprises a person may act. */
export interface MandateDirectory {
  find(personNumber: PersonNumber, ground: ConsultationGround, signal: AbortSignal): Promise<MandatesFound>;
}

/** An ended mandate is none (LE-9), nor is one that has not begun. */
export const holdsOn = ({ validFrom, validUntil }: HeldMandate, today: string): boolean =>
  (validFrom === undefined || validFrom <= today) && (validUntil === undefined || today <= validUntil);
