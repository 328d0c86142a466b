import { attributeNamed, ATTRIBUTES, baseOf, parameterOf } from './catalogue.js';
import type { AttributeDefinition } from './definition.js';

/** A role or function in the enterprise for which somebody signed in. */
export interface Role {
  readonly name: string;
  /** The application in which it holds; absent for a function, which holds everywhere. */
  readonly application?: string;
  readonly enterpriseNumber: string;
  readonly establishmentNumber?: string;
  readonly source: 'KBO' | 'RMA';
  /** `YYYY-MM-DD`; absent when no end is known. */
  readonly validUntil?: string;
}

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** The roles in a value of an attribute of type `roles`. */
export const rolesIn = (value: string): Role[] => JSON.parse(value) as Role[];

/**
 * Claims of OpenID Connect: yes and no as booleans, roles as a list of objects, and an attribute with a parameter as the
 * list of those for which the answer was yes.
 */
export function oidcClaimsOf(attributes: readonly NamedValue[]): Record<string, unknown> {
  return Object.fromEntries(
    ATTRIBUTES.flatMap((definition) => {
      const found = attributes.filter(({ name }) => baseOf(name) === definition.name);
      return found.length === 0 ? [] : [[definition.oidcClaim, claimOf(definition, found)]];
    }),
  );
}

function claimOf(definition: AttributeDefinition, found: readonly NamedValue[]): unknown {
  if (definition.parameter !== undefined) return holding(found);
  const value = found[0]?.value ?? '';
  if (definition.type === 'flag') return value === 'true';
  return definition.type === 'roles' ? rolesIn(value) : value;
}

/** The values of one attribute in SAML, each a text: roles one by one in compact JSON. */
export function samlValuesOf(attributes: readonly NamedValue[]): { name: string; values: string[] }[] {
  const bases = [...new Set(attributes.map(({ name }) => baseOf(name)))];
  return bases.map((name) => {
    const found = attributes.filter((attribute) => baseOf(attribute.name) === name);
    return { name, values: textsOf(attributeNamed(name), found) };
  });
}

function textsOf(definition: AttributeDefinition | undefined, found: readonly NamedValue[]): string[] {
  if (definition?.parameter !== undefined) return holding(found);
  if (definition?.type !== 'roles') return found.map(({ value }) => value);
  return found.flatMap(({ value }) => rolesIn(value).map((role) => JSON.stringify(role)));
}

const holding = (found: readonly NamedValue[]): string[] =>
  found.filter(({ value }) => value === 'true').map(({ name }) => parameterOf(name) ?? '');
