import { persona, type Persona, type PersonaRole } from './persona.js';

interface StaffSketch {
  readonly id: string;
  readonly names: readonly [given: string, surname: string];
  readonly nationalNumber: string;
  readonly sex: Persona['sex'];
  readonly birthDate: string;
  readonly language?: Persona['language'];
  readonly role: PersonaRole;
  /** For itsme, which staff sign in with (level 450). */
  readonly phone: string;
  readonly quirk: string;
}

/** People with a role: as citizens they use a password and a code (level 400), as staff itsme. */
function staff({ id, names: [given, surname], role, ...rest }: StaffSketch): Persona {
  const username = id.replace('-', '.');
  return persona({
    ...rest,
    id,
    givenNames: [given],
    surname,
    username,
    email: `${username}@people.example`,
    keys: ['itsme', 'password', 'totp'],
    roles: ['citizen', role],
  });
}

export const STAFF: readonly Persona[] = [
  staff({
    id: 'astrid-agenda',
    names: ['Astrid', 'Agenda'],
    nationalNumber: '74021099678',
    sex: 'female',
    birthDate: '1974-02-10',
    role: 'agency-manager',
    phone: '+32460000040',
    quirk: 'Manages the applications of agency 0671.516.647',
  }),
  staff({
    id: 'stijn-snoerloos',
    names: ['Stijn', 'Snoerloos'],
    nationalNumber: '82061999703',
    sex: 'male',
    birthDate: '1982-06-19',
    role: 'service-desk',
    phone: '+32460000041',
    quirk: 'Answers at the service desk',
  }),
  staff({
    id: 'sofie-vierogen',
    names: ['Sofie', 'Vierogen'],
    nationalNumber: '86031699858',
    sex: 'female',
    birthDate: '1986-03-16',
    role: 'service-desk-approver',
    phone: '+32460000042',
    quirk: 'Gives the second pair of eyes at the service desk',
  }),
  staff({
    id: 'otto-opstart',
    names: ['Otto', 'Opstart'],
    nationalNumber: '77072799753',
    sex: 'male',
    birthDate: '1977-07-27',
    language: 'de',
    role: 'operations',
    phone: '+32460000043',
    quirk: 'Keeps the service running',
  }),
  staff({
    id: 'nora-nachtwacht',
    names: ['Nora', 'Nachtwacht'],
    nationalNumber: '88011599621',
    sex: 'female',
    birthDate: '1988-01-15',
    role: 'operations',
    phone: '+32460000046',
    quirk: 'Keeps the service running at night, and looks at what the other operator does',
  }),
  staff({
    id: 'lars-loket',
    names: ['Lars', 'Loket'],
    nationalNumber: '91100399523',
    sex: 'male',
    birthDate: '1991-10-03',
    role: 'lra-officer',
    phone: '+32460000044',
    quirk: 'Enrols people at a registration office',
  }),
  staff({
    id: 'aude-archive',
    names: ['Aude', 'Archive'],
    nationalNumber: '68082499857',
    sex: 'female',
    birthDate: '1968-08-24',
    language: 'fr',
    role: 'auditor',
    phone: '+32460000045',
    quirk: 'Reads the audit trail and changes nothing',
  }),
];
