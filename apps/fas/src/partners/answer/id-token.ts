import { compactDecrypt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { CompactJWEHeaderParameters, JWTPayload, JWTVerifyGetKey } from 'jose';
import type { KeyObject } from 'node:crypto';
import { constantTimeEqual } from '#libs/security';

export interface IdTokenExpectations {
  readonly issuer: string;
  readonly clientId: string;
  readonly nonce: string;
  readonly signatures: readonly string[];
  readonly encryptions: readonly string[];
  readonly now: Date;
  /** Our key of this name. */
  readonly decryptionKey: (kid: string | undefined) => Promise<KeyObject | undefined>;
  readonly signatureKey: JWTVerifyGetKey;
}

export type IdTokenOutcome =
  | { readonly kind: 'valid'; readonly claims: JWTPayload & { readonly sub: string } }
  | { readonly kind: 'refused'; readonly reason: string };

/** Seconds by which clocks may differ, and that a token may be old. */
const SKEW = 30;
const OLDEST = 600;

/** Headers by which a token brings its own key, or asks for what we do not know (RFC 7515 sections 4.1 and 10). */
const FORBIDDEN = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64'];

/**
 * Opens and judges an ID token: encrypted to us (RFC 7516), signed by the service (RFC 7515), and made for this login
 * (OpenID Connect Core 3.1.3.7). Throws only when the keys of the service cannot be had.
 */
export async function readIdToken(token: string, expected: IdTokenExpectations): Promise<IdTokenOutcome> {
  const opened = await decrypt(token, expected);
  if (opened.kind === 'refused') return opened;
  const signed = await verify(opened.jws, expected);
  if (signed.kind === 'refused') return signed;
  const reason = wrongIn(signed.claims, expected);
  return reason === undefined ? signed : refused(reason);
}

type Opened = { readonly kind: 'opened'; readonly jws: string } | Refused;
type Refused = Extract<IdTokenOutcome, { kind: 'refused' }>;

async function decrypt(token: string, { decryptionKey, encryptions }: IdTokenExpectations): Promise<Opened> {
  if (token.split('.').length !== 5) return refused('not-encrypted');
  const find = async ({ kid }: CompactJWEHeaderParameters): Promise<KeyObject> => {
    const key = await decryptionKey(kid);
    if (key === undefined) throw new errors.JWEInvalid('unknown key');
    return key;
  };
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(token, find, {
      keyManagementAlgorithms: ['RSA-OAEP-256'],
      contentEncryptionAlgorithms: [...encryptions],
    });
    if (bringsItsKey(protectedHeader)) return refused('header-of-encryption');
    return { kind: 'opened', jws: new TextDecoder().decode(plaintext) };
  } catch (error) {
    return refused(`decryption-${codeOf(error)}`);
  }
}

async function verify(jws: string, expected: IdTokenExpectations): Promise<IdTokenOutcome> {
  try {
    if (bringsItsKey(decodeProtectedHeader(jws))) return refused('header-of-signature');
    const { payload } = await jwtVerify(jws, expected.signatureKey, {
      algorithms: [...expected.signatures],
      issuer: expected.issuer,
      audience: expected.clientId,
      currentDate: expected.now,
      clockTolerance: SKEW,
      maxTokenAge: OLDEST,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    });
    const { sub } = payload;
    return typeof sub === 'string' && sub !== ''
      ? { kind: 'valid', claims: { ...payload, sub } }
      : refused('sub');
  } catch (error) {
    if (!(error instanceof errors.JOSEError) && !(error instanceof TypeError)) throw error;
    return refused(`signature-${codeOf(error)}`);
  }
}

function wrongIn(claims: JWTPayload, { clientId, nonce }: IdTokenExpectations): string | undefined {
  if (typeof claims['nonce'] !== 'string' || !constantTimeEqual(claims['nonce'], nonce)) return 'nonce';
  const shared = Array.isArray(claims.aud) && claims.aud.length > 1;
  if (shared || claims['azp'] !== undefined) return claims['azp'] === clientId ? undefined : 'azp';
  return undefined;
}

const bringsItsKey = (header: object): boolean => FORBIDDEN.some((name) => name in header);

/** Which check failed, in the library's words: `ERR_JWT_CLAIM_VALIDATION_FAILED` and its claim. */
function codeOf(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed) return `claim-${error.claim}`;
  return error instanceof errors.JOSEError ? error.code : 'unreadable';
}

const refused = (reason: string): Refused => ({ kind: 'refused', reason });
