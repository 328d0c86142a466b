import { createLocalJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { seconds, parseApiClientId, type ApiClientId, type Clock } from '#libs/kernel';
import type { SigningKeyRing } from '#libs/security';

export interface AccessTokenOptions {
  /** Of FAS's OpenID provider. */
  readonly issuer: string;
  readonly audience: string;
  /** FAS keeps its keys in the database that the administration reads too, of theirs the public half only. */
  readonly ring: Pick<SigningKeyRing, 'list'>;
  readonly clock: Clock;
}

export type TokenOutcome =
  | { readonly kind: 'valid'; readonly client: ApiClientId }
  | { readonly kind: 'invalid'; readonly reason: string };

/** How long the keys that were read are used; a token with another key has them read anew. */
const KEYS_LIVE = seconds(60);

/** Checks tokens of programs (RFC 9068 section 4). What the program may do is not in them. */
export class AccessTokens {
  private keys: ReturnType<typeof createLocalJWKSet> | undefined;
  private readAt = 0;

  constructor(private readonly the: AccessTokenOptions) {}

  async check(token: string): Promise<TokenOutcome> {
    try {
      return await this.verify(token, await this.keySet(false));
    } catch (error) {
      // A key that just became active.
      if (!(error instanceof errors.JWKSNoMatchingKey)) return refused(error);
    }
    return this.verify(token, await this.keySet(true)).catch(refused);
  }

  private async verify(token: string, keys: ReturnType<typeof createLocalJWKSet>): Promise<TokenOutcome> {
    const { issuer, audience, clock } = this.the;
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      typ: 'at+jwt',
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'client_id'],
      currentDate: clock.now(),
      clockTolerance: 5,
    });
    return clientOf(payload);
  }

  private async keySet(anew: boolean): Promise<ReturnType<typeof createLocalJWKSet>> {
    const now = this.the.clock.now().getTime();
    const age = now - this.readAt;
    // Invented names of keys do not become a storm of reading.
    if (this.keys !== undefined && age < (anew ? seconds(1) : KEYS_LIVE)) return this.keys;
    const published = (await this.the.ring.list()).filter(({ use }) => use === 'oidc');
    this.keys = createLocalJWKSet({
      keys: published.map(({ kid, publicJwk, algorithm }) => ({
        ...publicJwk,
        kty: String(publicJwk.kty),
        kid,
        alg: algorithm,
      })),
    });
    this.readAt = now;
    return this.keys;
  }
}

function clientOf(payload: JWTPayload): TokenOutcome {
  const parsed = parseApiClientId(String(payload['client_id']));
  if (parsed.kind === 'invalid' || payload.sub !== parsed.id)
    return { kind: 'invalid', reason: 'no program' };
  // One that is bound to a key counts only with a proof of that key, which nobody checks here.
  return payload['cnf'] === undefined
    ? { kind: 'valid', client: parsed.id }
    : { kind: 'invalid', reason: 'bound to a key' };
}

/** The code of the library, never the token. */
const refused = (error: unknown): TokenOutcome => {
  if (error instanceof errors.JOSEError) return { kind: 'invalid', reason: error.code };
  throw error;
};
