import { attributeNamed, samlValuesOf } from '#libs/attributes';
import type { ResponseAttribute } from '#libs/saml';
import type { Authenticated } from '../../../journey/authentication-result.js';

/** Relying parties may refuse a longer value, and a shortened one would be wrong (SDP-IDP20): it stays out. */
const LONGEST_VALUE = 256;

const isShortEnough = (value: string): boolean => [...value].length <= LONGEST_VALUE;

/** Released attributes under the names that SAML clients of the service know. */
export function responseAttributes({ attributes }: Authenticated): readonly ResponseAttribute[] {
  return samlValuesOf(attributes)
    .map(({ name, values }) => ({ name, values: values.filter(isShortEnough) }))
    .filter(({ values }) => values.length > 0)
    .map(({ name, values }) => {
      const samlName = attributeNamed(name)?.samlName ?? name;
      return { name: samlName, values, ...(samlName !== name && { friendlyName: name }) };
    });
}
