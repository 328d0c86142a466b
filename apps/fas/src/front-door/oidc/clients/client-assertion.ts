import { errors, type KoaContextWithOIDC } from 'oidc-provider';

/** Nobody needs an assertion that lives longer; the memory of used ones stays small. */
const LONGEST_LIFE_SECONDS = 60 * 60;

/** FAPI 2.0 Security Profile section 5.4.1. */
const STRONG = ['PS256', 'ES256', 'EdDSA'];

interface Assertion {
  readonly aud?: unknown;
  readonly exp?: unknown;
}

/**
 * What a client's assertion (RFC 7523) must fulfil beyond the checks of the provider.
 *
 * @throws InvalidClientAuth
 */
export function checkClientAssertion(
  { oidc }: KoaContextWithOIDC,
  { aud, exp }: Assertion,
  { alg }: { readonly alg?: unknown },
): void {
  if (Number(exp) - Date.now() / 1000 > LONGEST_LIFE_SECONDS) {
    throw new errors.InvalidClientAuth('the assertion lives for more than an hour');
  }
  if (!isFapi(oidc)) return;
  // Only the issuer, as a single text: an endpoint in it could be another server's (FAPI 2.0 section 5.3.2.1).
  if (aud !== oidc.issuer) throw new errors.InvalidClientAuth('the audience is not exactly the issuer');
  if (!STRONG.includes(String(alg)))
    throw new errors.InvalidClientAuth('the algorithm is not PS256, ES256 or EdDSA');
}

const isFapi = (oidc: KoaContextWithOIDC['oidc']): boolean =>
  (oidc as unknown as { isFapi(profile: '2.0'): string | undefined }).isFapi('2.0') !== undefined;
