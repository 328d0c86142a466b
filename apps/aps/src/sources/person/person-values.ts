import { baseOf, parameterOf, type AttributeName, type Trust } from '#libs/attributes';
import type { SourceOutcome, SourceRequest, SourceValue } from '../source.js';
import { hasReached } from './age.js';
import type { RegisterAddress, RegisterPerson } from './register-person.js';

interface Asked {
  readonly parameter: string | undefined;
  readonly today: string;
}

type Reader = (person: RegisterPerson, asked: Asked) => string | undefined;

const flag = (answer: boolean | undefined): string | undefined =>
  answer === undefined ? undefined : String(answer);

const olderThan =
  (age: number): Reader =>
  ({ birthDate }, { today }) =>
    flag(birthDate === undefined ? undefined : hasReached(age, birthDate, today));

/** What can be read of a person, per attribute. Of what is read, only what was granted leaves this file. */
const READERS = {
  givenName: ({ firstNames }) => firstNames.join(' '),
  surname: ({ lastName }) => lastName,
  birthDate: ({ birthDate }) => birthDate,
  gender: ({ gender }) => gender,
  address: ({ address }) => address && postalLine(address),
  over12: olderThan(12),
  over16: olderThan(16),
  over18: olderThan(18),
  over21: olderThan(21),
  alive: () => 'true',
  residentOf: ({ address }, { parameter }) => flag(livesIn(address, parameter)),
} as const satisfies Partial<Record<AttributeName, Reader>>;

/** Attributes that a register of persons gives. */
export const PERSON_ATTRIBUTES = Object.keys(READERS) as (keyof typeof READERS)[];

const readers: Readonly<Record<string, Reader | undefined>> = READERS;

/** What was asked of a living person, as an answer. */
export function valuesOf(
  person: RegisterPerson,
  trust: Trust,
  { attributes, today }: Pick<SourceRequest, 'attributes' | 'today'>,
): SourceOutcome {
  const values: Record<string, SourceValue> = {};
  for (const name of attributes) {
    const value = readers[baseOf(name)]?.(person, { parameter: parameterOf(name), today });
    if (value !== undefined && value !== '') values[name] = { value, trust };
  }
  return { kind: 'answered', values };
}

/** Of somebody who has died nothing is told but that, to who asks it. */
export function valuesOfDeceased(
  trust: Trust,
  { attributes }: Pick<SourceRequest, 'attributes'>,
): SourceOutcome {
  if (!attributes.includes('alive')) return { kind: 'unavailable', reason: 'deceased' };
  return { kind: 'answered', values: { alive: { value: 'false', trust } }, missing: 'deceased' };
}

/** Undefined when the register does not say where the person lives. Who lives abroad lives in none of our municipalities. */
function livesIn(
  address: RegisterAddress | undefined,
  municipality: string | undefined,
): boolean | undefined {
  if (address?.municipalityCode !== undefined) return address.municipalityCode === municipality;
  return address?.country === undefined || address.country === 'BE' ? undefined : false;
}

/** `Kerkstraat 12, 9450 Haaltert`: street and number, then postcode and municipality. */
function postalLine({ street, houseNumber, postCode, municipality }: RegisterAddress): string {
  const join = (parts: readonly (string | undefined)[], separator: string) =>
    parts.filter((part) => part !== undefined && part !== '').join(separator);
  return join([join([street, houseNumber], ' '), join([postCode, municipality], ' ')], ', ');
}
