import { persona, type Persona, type PersonaRole } from './persona.js';

interface StaffSketch {
  readonly id: string;
  readonly names: readonly [given: string, surname: string];
  readonly nationalNumber: string;
  readonly sex: Persona['sex'];
  readonly birthDate: string;
  readonly language?: Persona['language'];
  readonly role: PersonaRole;
  readonly quirk: string;
}

/** People with a role sign in with password and code from an app (level 400). */
function staff({ id, names: [given, surname], role, ...rest }: StaffSketch): Persona {
  const username = id.replace('-', '.');
  return persona({
    ...rest,
    id,
    givenNames: [given],
    surname,
    username,
    email: `${username}@people.example`,
    keys: ['password', 'totp'],
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
    quirk: 'Manages the applications of agency 0671.516.647',
  }),
  staff({
    id: 'stijn-snoerloos',
    names: ['Stijn', 'Snoerloos'],
    nationalNumber: '82061999703',
    sex: 'male',
    birthDate: '1982-06-19',
    role: 'service-desk',
    quirk: 'Answers at the service desk',
  }),
  staff({
    id: 'sofie-vierogen',
    names: ['Sofie', 'Vierogen'],
    nationalNumber: '86031699858',
    sex: 'female',
    birthDate: '1986-03-16',
    role: 'service-desk-approver',
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
    quirk: 'Keeps the service running',
  }),
  staff({
    id: 'lars-loket',
    names: ['Lars', 'Loket'],
    nationalNumber: '91100399523',
    sex: 'male',
    birthDate: '1991-10-03',
    role: 'lra-officer',
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
    quirk: 'Reads the audit trail and changes nothing',
  }),
];
