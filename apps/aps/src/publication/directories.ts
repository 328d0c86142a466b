import type { EntitledApplication } from '#libs/attributes';
import type { FedId, Language, PersonNumber } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';

/** An application as the publication of attributes sees it. */
export interface PublishedTo {
  readonly id: string;
  /** Enterprise number. */
  readonly agency: string;
  readonly active: boolean;
  readonly entitled: EntitledApplication;
}

export interface ApplicationDirectory {
  find(id: string): Promise<PublishedTo | undefined>;
}

/** A person as the publication of attributes sees them. */
export interface Subject {
  readonly active: boolean;
  readonly enrolment: Enrolment;
  readonly preferredLanguage: Language;
  /** The number that is valid now. */
  readonly number?: { readonly register: 'national' | 'bis'; readonly value: PersonNumber };
}

export interface SubjectDirectory {
  find(subject: FedId): Promise<Subject | undefined>;
}
