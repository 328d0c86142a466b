import type { Language } from '#libs/kernel';
import type { AttributeDefinition, AttributeSourceName } from './definition.js';
import { mail, prefLanguage } from './definitions/contact-data.js';
import {
  alive,
  over12,
  over16,
  over18,
  over21,
  representativeOf,
  residentOf,
} from './definitions/derived.js';
import {
  context,
  enterpriseName,
  enterpriseNumber,
  establishmentNumber,
  roles,
} from './definitions/enterprise.js';
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
  over12,
  over16,
  over18,
  over21,
  alive,
  residentOf,
  mail,
  prefLanguage,
  fedid,
  context,
  enterpriseNumber,
  enterpriseName,
  establishmentNumber,
  roles,
  representativeOf,
] as const satisfies readonly AttributeDefinition[];

export type AttributeName = (typeof ATTRIBUTES)[number]['name'];

const byName = new Map<string, AttributeDefinition>(
  ATTRIBUTES.map((attribute) => [attribute.name, attribute]),
);
const bySamlName = new Map<string, AttributeDefinition>(
  ATTRIBUTES.map((attribute) => [attribute.samlName, attribute]),
);

/** `residentOf:21004` → `residentOf`; a name without parameter stays as it is. */
export const baseOf = (name: string): string => name.split(':', 1)[0] ?? name;

/** What stands after the colon; undefined when there is none. */
export function parameterOf(name: string): string | undefined {
  const colon = name.indexOf(':');
  return colon === -1 ? undefined : name.slice(colon + 1);
}

/** The definition of a name with or without parameter; undefined when there is none, or the parameter is none. */
export function attributeNamed(name: string): AttributeDefinition | undefined {
  const definition = byName.get(baseOf(name));
  const parameter = parameterOf(name);
  if (definition === undefined || parameter === undefined) return definition;
  return definition.parameter?.pattern.test(parameter) === true ? definition : undefined;
}

/** The name in words that a citizen reads, parameter included. */
export function attributeLabel(name: string, language: Language): string {
  const label = attributeNamed(name)?.label[language];
  return label?.replace('{parameter}', parameterOf(name) ?? '…') ?? name;
}

export const attributeOfSamlName = (samlName: string): AttributeDefinition | undefined =>
  bySamlName.get(samlName);

/** Whether a dossier may hold this name. One that needs a parameter stands there without it only where any will do. */
export function isAttributeName(name: string): boolean {
  const definition = attributeNamed(name);
  if (definition === undefined) return false;
  return definition.parameter === undefined || definition.parameter.open || parameterOf(name) !== undefined;
}

/** The attributes for which an OIDC scope asks (for example `profile`), as names. */
export function attributesOfScopes(scopes: readonly string[]): AttributeName[] {
  return ATTRIBUTES.filter(({ scope }) => scopes.includes(scope)).map(({ name }) => name);
}

/** The source that is asked about this person: who is in the BIS register is not in the National Register. */
export function sourceOf(
  { source }: AttributeDefinition,
  register: 'national' | 'bis' | 'none',
): AttributeSourceName {
  return source === 'national-register' && register === 'bis' ? 'bis-register' : source;
}
