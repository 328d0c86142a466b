export const OIDC_PREFIX = '/fas/oauth2';

/** Addresses that say the same to everybody. */
export const OIDC_DOCUMENTS: readonly string[] = [
  `${OIDC_PREFIX}/.well-known/openid-configuration`,
  `${OIDC_PREFIX}/.well-known/oauth-authorization-server`,
  `${OIDC_PREFIX}/connect/jwk_uri`,
];

interface MeasuredRoute {
  readonly route: string;
  readonly interface: 'user' | 'application';
}

const MEASURED: readonly (readonly [prefix: string, kind: MeasuredRoute['interface']])[] = [
  ['/.well-known', 'application'],
  ['/access_token', 'application'],
  ['/userinfo', 'application'],
  ['/introspect', 'application'],
  ['/token/revoke', 'application'],
  ['/connect/jwk_uri', 'application'],
  ['/par', 'application'],
  ['/authorize', 'user'],
  ['/connect/endSession', 'user'],
];

/** Where a person's browser may also post what it otherwise sends in the address. */
export const POSTED: ReadonlySet<string> = new Set(['/authorize', '/connect/endSession']);

export const isKnownPath = (path: string): boolean => MEASURED.some(([prefix]) => path.startsWith(prefix));

export function describeRoute(path: string): MeasuredRoute {
  const found = MEASURED.find(([prefix]) => path.startsWith(prefix));
  return found ? { route: found[0], interface: found[1] } : { route: '/*', interface: 'user' };
}
