import { attributeNamed } from '#libs/attributes';
import type { ResponseAttribute } from '#libs/saml';
import type { Authenticated } from '../../../journey/authentication-result.js';

/** Relying parties may refuse a longer value, and a shortened one would be wrong (SDP-IDP20): it stays out. */
const LONGEST_VALUE = 256;

/** Released attributes under the names that SAML clients of the service know. */
export function responseAttributes({ attributes }: Authenticated): readonly ResponseAttribute[] {
  return attributes
    .filter(({ value }) => [...value].length <= LONGEST_VALUE)
    .map(({ name, value }) => {
      const samlName = attributeNamed(name)?.samlName ?? name;
      return { name: samlName, values: [value], ...(samlName !== name && { friendlyName: name }) };
    });
}
