/** CPU milliseconds per flow on one core, all our processes and PostgreSQL together (DESIGN, speed). */
export interface Budget {
  readonly milliseconds: number;
  /** What cryptography and the web framework alone cost. */
  readonly floor?: number;
  /** The best peer on the same machine: bare oidc-provider in memory, LemonLDAP::NG, SimpleSAMLphp, samlp. */
  readonly peer?: number;
}

export interface FlowInfo {
  readonly title: string;
  readonly budget?: Budget;
  /** The flow checks one password; this budget holds for what remains without the hash. */
  readonly withoutHash?: Budget;
  readonly checksPassword?: boolean;
}

const SSO_OIDC: Budget = { milliseconds: 3.2, floor: 0.7, peer: 3.2 };
const SSO_SAML: Budget = { milliseconds: 2.5, floor: 1.15, peer: 8.7 };
const FRESH_OIDC = {
  checksPassword: true,
  budget: { milliseconds: 26, floor: 19.7, peer: 29.4 },
  withoutHash: { milliseconds: 6, floor: 0.8, peer: 4.7 },
} as const;
const FRESH_SAML = { checksPassword: true, withoutHash: { milliseconds: 5, floor: 1.3, peer: 9.5 } } as const;
/** Floor and peer answer with JSON. */
const USERINFO: Budget = { milliseconds: 0.5, floor: 0.05, peer: 0.35 };
const DOCUMENT: Budget = { milliseconds: 0.1, floor: 0.05, peer: 0.1 };

/** What is measured. "attributes": APS is asked for two that it holds itself, so no other source is on the road. */
const CATALOGUE = {
  'oidc-sso': { title: 'OIDC single sign-on', budget: SSO_OIDC },
  'oidc-sso-attributes': { title: 'OIDC single sign-on, attributes', budget: SSO_OIDC },
  'oidc-fresh': { title: 'OIDC fresh login', ...FRESH_OIDC },
  'oidc-fresh-attributes': { title: 'OIDC fresh login, attributes', ...FRESH_OIDC },
  'saml-sso': { title: 'SAML single sign-on', budget: SSO_SAML },
  'saml-sso-attributes': { title: 'SAML single sign-on, attributes', budget: SSO_SAML },
  'saml-fresh': { title: 'SAML fresh login', ...FRESH_SAML },
  'saml-fresh-attributes': { title: 'SAML fresh login, attributes', ...FRESH_SAML },
  userinfo: { title: 'userinfo, as JSON', budget: USERINFO },
  'userinfo-signed': { title: 'userinfo, signed', budget: { milliseconds: 0.5, floor: 0.6 } },
  jwks: { title: 'JWKS', budget: DOCUMENT },
  discovery: { title: 'discovery', budget: DOCUMENT },
  'saml-metadata': { title: 'SAML metadata', budget: DOCUMENT },
  'oidc-fresh-code': { title: 'OIDC fresh login, password and code (400)', checksPassword: true },
} as const satisfies Readonly<Record<string, FlowInfo>>;

export type FlowName = keyof typeof CATALOGUE;

export const FLOW_NAMES = Object.keys(CATALOGUE) as readonly FlowName[];

export const flowInfo = (name: FlowName): FlowInfo => CATALOGUE[name];
