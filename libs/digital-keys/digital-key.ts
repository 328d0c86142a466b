import type { FedId } from '#libs/kernel';
import type { Enrolment, KeyKind } from '#libs/loa';

export type DigitalKeyState = 'active' | 'suspended' | 'revoked';

/** A digital key of a person. What is particular to its kind stands in the kind's own folder and table. */
export interface DigitalKey {
  readonly id: string;
  readonly fedId: FedId;
  readonly kind: KeyKind;
  readonly state: DigitalKeyState;
  /** How the person's identity was proven when the key was issued; it caps the level. */
  readonly enrolment: Enrolment;
  readonly label?: string;
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
  /** When it ends by itself. */
  readonly expiresAt?: Date;
}
