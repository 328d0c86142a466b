import { ATTRIBUTES } from '#libs/attributes';

/** The scopes that ask for these attributes, `openid` first. */
export const scopesFor = (attributes: readonly string[]): string[] => [
  ...new Set([
    'openid',
    ...ATTRIBUTES.filter(({ name }) => attributes.includes(name)).map(({ scope }) => scope),
  ]),
];
