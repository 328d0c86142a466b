import type { AttributeDefinition } from './definition.js';
import { mail, prefLanguage } from './definitions/contact-data.js';
import { egovNRN, fedid } from './definitions/identity.js';
import { address, birthDate, gender, givenName, surname } from './definitions/national-register.js';

/** All attributes that a relying party can ask for, in the order in which a person reads them. */
export const ATTRIBUTES = [
  givenName,
  surname,
  egovNRN,
  birthDate,
  gender,
  address,
  mail,
  prefLanguage,
  fedid,
] as const satisfies readonly AttributeDefinition[];

export type AttributeName = (typeof ATTRIBUTES)[number]['name'];

const byName = new Map<string, AttributeDefinition>(
  ATTRIBUTES.map((attribute) => [attribute.name, attribute]),
);
const bySamlName = new Map<string, AttributeDefinition>(
  ATTRIBUTES.map((attribute) => [attribute.samlName, attribute]),
);

export const attributeNamed = (name: string): AttributeDefinition | undefined => byName.get(name);

export const attributeOfSamlName = (samlName: string): AttributeDefinition | undefined =>
  bySamlName.get(samlName);

export const isAttributeName = (name: string): name is AttributeName => byName.has(name);

/** The attributes for which an OIDC scope asks (for example `profile`), as names. */
export function attributesOfScopes(scopes: readonly string[]): AttributeName[] {
  return ATTRIBUTES.filter(({ scope }) => scopes.includes(scope)).map(({ name }) => name);
}
