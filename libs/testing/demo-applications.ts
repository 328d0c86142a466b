import type { LocalisedText } from '#libs/kernel';
import type { DemoWorld } from './demo-world.js';

export const DEMO_AGENCY = '0671516647';
/** The registration office of the demo: code of an invented municipality. */
export const DEMO_OFFICE = '99901';
export const DEMO_OIDC_CLIENT_ID = 'demo-oidc';

/** Scopes that the OpenID Connect relying party of the demo may ask for (`openid` comes on top). */
export const DEMO_OIDC_SCOPES = ['profile', 'egovnrn', 'enterprise', 'roles'] as const;

const ATTRIBUTES = [
  'egovNRN',
  'givenName',
  'surname',
  'mail',
  'prefLanguage',
  'fedid',
  'enterpriseNumber',
  'enterpriseName',
  'establishmentNumber',
  'roles',
] as const;
const KEYS = [
  'eid',
  'itsme',
  'eidas',
  'passkey',
  'totp',
  'sms',
  'certificate',
  'token',
  'email',
  'password',
] as const;

/** What `csam application add --file` takes. */
export interface DemoApplication {
  readonly agency: string;
  readonly name: LocalisedText;
  readonly environment: 'INT';
  readonly minimumLevel: number;
  readonly keys: readonly string[];
  readonly contexts: readonly string[];
  readonly attributes: readonly string[];
  readonly legalBasis: { readonly kind: string; readonly reference: string; readonly validFrom: string };
  readonly oidc?: Readonly<Record<string, unknown>>;
  readonly saml?: { readonly metadataFile: string; readonly wantAssertionsEncrypted: boolean };
}

const common = {
  agency: DEMO_AGENCY,
  environment: 'INT',
  minimumLevel: 200,
  keys: KEYS,
  contexts: ['citizen', 'enterprise'],
  attributes: ATTRIBUTES,
  legalBasis: { kind: 'RR_21_2015', reference: 'RR 21/2015', validFrom: '2026-01-01' },
} as const;

/** The two relying parties of the sandbox, as `application add` takes them. */
export function demoApplications(
  world: DemoWorld,
  sandbox: { readonly baseUrl: string; readonly serviceProviderMetadataFile: string },
): readonly DemoApplication[] {
  return [
    {
      ...common,
      name: {
        nl: 'Vergunningenloket (demo, OpenID Connect)',
        fr: 'Guichet des permis (démo, OpenID Connect)',
        de: 'Genehmigungsschalter (Demo, OpenID Connect)',
        en: 'Permit counter (demo, OpenID Connect)',
      },
      oidc: {
        clientId: DEMO_OIDC_CLIENT_ID,
        clientSecret: world.clientSecret(DEMO_OIDC_CLIENT_ID),
        redirectUris: [`${sandbox.baseUrl}/rp/oidc/callback`],
        postLogoutRedirectUris: [`${sandbox.baseUrl}/rp/oidc/`],
        backchannelLogoutUri: `${sandbox.baseUrl}/rp/oidc/backchannel`,
        tokenEndpointAuthMethod: 'client_secret_basic',
        scopes: ['openid', ...DEMO_OIDC_SCOPES],
        subjectType: 'pairwise',
        userinfoFormat: 'jwt',
      },
    },
    {
      ...common,
      name: {
        nl: 'Bibliotheek van Voorbeeldegem (demo, SAML)',
        fr: 'Bibliothèque d’Exempleville (démo, SAML)',
        de: 'Bibliothek Musterkirchen (Demo, SAML)',
        en: 'Library of Exampleton (demo, SAML)',
      },
      saml: { metadataFile: sandbox.serviceProviderMetadataFile, wantAssertionsEncrypted: false },
    },
  ];
}
