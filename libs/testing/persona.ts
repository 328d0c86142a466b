import type { Language } from '#libs/kernel';
import type { Enrolment, KeyKind } from '#libs/loa';

export type PersonaRole =
  | 'citizen'
  | 'agency-manager'
  | 'service-desk'
  | 'service-desk-approver'
  | 'operations'
  | 'lra-officer'
  | 'auditor';

/** A place in one of the enterprises of {@link INVENTED_ENTERPRISES}. */
export interface PersonaFunction {
  readonly number: string;
  readonly name: string;
  /** As the KBO words it, for example `Manager`. */
  readonly function: string;
  /** `YYYY-MM-DD`; a function that ended gives no right any more. */
  readonly from?: string;
  readonly until?: string;
}

/** A role that an access manager of an enterprise gave. */
export interface PersonaEnterpriseRole {
  readonly number: string;
  /** Name of the enterprise, for pages. */
  readonly enterprise: string;
  /** Only where the role holds in one unit. */
  readonly establishment?: string;
  readonly name: string;
  readonly application?: string;
  readonly until?: string;
}

export interface PersonaAddress {
  readonly street: string;
  readonly streetCode: string;
  readonly houseNumber: string;
  readonly postCode: string;
  readonly municipality: string;
  /** Code of the municipality (NIS). */
  readonly municipalityCode: string;
}

/**
 * One invented person: what the registers know and which keys the person has. Secrets are not here, they are
 * derived by `DemoWorld`.
 */
export interface Persona {
  /** Stable id, for tests and addresses: `an-appelmoes`. */
  readonly id: string;
  readonly givenNames: readonly string[];
  readonly surname: string;
  /** National or BIS number, 11 digits; the day counter is 990 or above, which no real day reaches. */
  readonly nationalNumber: string;
  /** Numbers that this one replaced, oldest first. */
  readonly formerNumbers: readonly string[];
  readonly sex: 'female' | 'male';
  /** `YYYY-MM-DD`; an unknown part is `00`. */
  readonly birthDate: string;
  readonly state: 'alive' | 'deceased';
  readonly address: PersonaAddress;
  readonly language: Language;
  /** How the person became known here; absent: known to the registers only. */
  readonly enrolment?: Enrolment;
  readonly username?: string;
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
  readonly keys: readonly KeyKind[];
  readonly roles: readonly PersonaRole[];
  readonly enterprises: readonly PersonaFunction[];
  readonly enterpriseRoles: readonly PersonaEnterpriseRole[];
  /** National number that waits for somebody in the BIS register. */
  readonly nextNumber?: string;
  /** What makes this person worth a test. */
  readonly quirk: string;
}

export type PersonaSketch = Pick<
  Persona,
  'id' | 'givenNames' | 'surname' | 'nationalNumber' | 'sex' | 'birthDate' | 'quirk'
> &
  Partial<Persona>;

/** An invented municipality: the code is above those that are in use. */
const HOME: PersonaAddress = {
  street: 'Verzonnenstraat',
  streetCode: '9001',
  houseNumber: '1',
  postCode: '9999',
  municipality: 'Voorbeeldegem',
  municipalityCode: '99901',
};

/** Fills in what most people have in common. */
export function persona(sketch: PersonaSketch): Persona {
  return {
    formerNumbers: [],
    state: 'alive',
    address: HOME,
    language: 'nl',
    enrolment: 'eid',
    keys: [],
    roles: ['citizen'],
    enterprises: [],
    enterpriseRoles: [],
    ...sketch,
  };
}
