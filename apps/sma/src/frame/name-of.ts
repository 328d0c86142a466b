import type { SignedInPerson } from '#libs/service-provider';

/** How to address the person, when FAS told. */
export const nameOf = ({ attributes }: Pick<SignedInPerson, 'attributes'>): string | undefined =>
  attributes.get('givenName');
