import type { SandboxSettings } from '../sandbox-settings.js';

/** What sets one played service apart from another. */
export interface ProviderProfile {
  readonly name: 'itsme' | 'vouch';
  readonly title: string;
  /** Under it lie all addresses that programs and browsers use. */
  readonly path: string;
  readonly clientId: string;
  /** Name of the row in the configuration of CSAM; it is in the callback address. */
  readonly service: string;
  /** Weakest first. */
  readonly classes: readonly [string, ...string[]];
  readonly numberClaim: string;
  readonly encryption: string;
  readonly pushed: boolean;
  /** RFC 9207. */
  readonly namesItself: boolean;
}

/** As itsme documents it for its partners. */
const ITSME: ProviderProfile = {
  name: 'itsme',
  title: 'itsme',
  path: 'itsme/v2',
  clientId: 'csam-demo',
  service: 'itsme',
  classes: ['http://itsme.services/v2/claim/acr_basic', 'http://itsme.services/v2/claim/acr_advanced'],
  numberClaim: 'http://itsme.services/v2/claim/BENationalNumber',
  encryption: 'A128CBC-HS256',
  pushed: false,
  namesItself: false,
};

/** An invented second service, stricter in its protocol. */
const VOUCH: ProviderProfile = {
  name: 'vouch',
  title: 'Vouch',
  path: 'vouch/v1',
  clientId: 'csam-at-vouch',
  service: 'service-vouch',
  classes: ['urn:vouch.example:low', 'urn:vouch.example:substantial'],
  numberClaim: 'urn:vouch.example:person-number',
  encryption: 'A256GCM',
  pushed: true,
  namesItself: true,
};

export const PROFILES: readonly ProviderProfile[] = [ITSME, VOUCH];

export const PROVIDER_PATHS = PROFILES.map(({ path }) => path);

/** Addresses of a played service, and where it may send browsers back to. */
export function providerAddresses(
  { path, service }: ProviderProfile,
  { baseUrl, fasBaseUrl }: Pick<SandboxSettings, 'baseUrl' | 'fasBaseUrl'>,
) {
  const issuer = `${baseUrl}/${path}`;
  return {
    issuer,
    authorization: `${issuer}/authorization`,
    push: `${issuer}/par`,
    token: `${issuer}/token`,
    keys: `${issuer}/jwks`,
    clientKeys: `${fasBaseUrl}/fas/partners/jwks`,
    redirectUri: `${fasBaseUrl}/fas/partners/${service}/callback`,
  };
}

export type ProviderAddresses = ReturnType<typeof providerAddresses>;
