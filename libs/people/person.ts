import type { FedId, Language, PersonNumber } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';

/** `linked`: a self-registered profile, or its double, that went up in another person’s record. */
export type PersonState = 'active' | 'blocked' | 'deceased' | 'erased' | 'linked';

export interface Person {
  readonly fedId: FedId;
  readonly state: PersonState;
  readonly enrolment: Enrolment;
  readonly language: Language;
}

/** A national or BIS number that is, or was, this person's. */
export interface PersonIdentifier {
  readonly register: 'national' | 'bis';
  readonly number: PersonNumber;
  readonly current: boolean;
}

export type ContactKind = 'mail' | 'phone';

export interface Contact {
  readonly kind: ContactKind;
  readonly value: string;
  readonly primary: boolean;
  readonly verified: boolean;
  /** A new number: until then no codes go there, so that whoever put it there gains nothing soon. */
  readonly restingUntil?: Date;
}

export interface NewPerson {
  readonly fedId?: FedId;
  readonly enrolment: Enrolment;
  readonly language: Language;
  readonly number?: { readonly register: 'national' | 'bis'; readonly number: PersonNumber };
}
