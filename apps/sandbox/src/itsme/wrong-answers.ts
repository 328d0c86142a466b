import type { JWTPayload } from 'jose';
import type { ProviderProfile } from './provider-profile.js';

type Change = (claims: JWTPayload, profile: ProviderProfile) => JWTPayload;

/** Wrong answers that are a matter of what the ID token says. */
export const WRONG_CLAIMS: Readonly<Record<string, Change | undefined>> = {
  nonce: () => ({ nonce: 'of-another-login' }),
  acr: (_claims, { classes }) => ({ acr: classes[0] }),
  expired: ({ iat = 0 }) => ({ iat: iat - 400, exp: iat - 100 }),
  old: ({ iat = 0 }) => ({ iat: iat - 3_600 }),
  audience: () => ({ aud: 'another-client' }),
  azp: ({ aud }) => ({ aud: [String(aud), 'another-client'], azp: 'another-client' }),
  issuer: () => ({ iss: 'https://idp.attacker.example' }),
  'no-number': (_claims, { numberClaim }) => ({ [numberClaim]: undefined }),
  'bad-number': (_claims, { numberClaim }) => ({ [numberClaim]: '90021499800' }),
};

const OTHER = ['alg-none', 'hs256', 'not-encrypted', 'iss-parameter', 'no-iss'] as const;
const WITH_HEADER = ['unknown-kid', 'path-kid', 'jku', 'jwk'] as const;

export type Wrong = string;
type WithHeader = (typeof WITH_HEADER)[number];

export const isToken = (wrong: Wrong | undefined): wrong is WithHeader =>
  WITH_HEADER.some((known) => known === wrong);

/** `error:<code>` comes back instead of an answer of the person. */
export const errorIn = (wrong: Wrong | undefined): string | undefined =>
  /^error:([a-z_]{1,40})$/.exec(wrong ?? '')?.[1];

export const isWrong = (text: string): text is Wrong =>
  text in WRONG_CLAIMS ||
  OTHER.some((known) => known === text) ||
  isToken(text) ||
  errorIn(text) !== undefined;
