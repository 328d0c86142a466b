import type { KeyObject } from 'node:crypto';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { APS_AUDIENCE, APS_TOKEN_LIFETIME, APS_TOKEN_TYPE, type ApsTokenClaims } from '#libs/attributes';
import { parseFedId, type Clock } from '#libs/kernel';
import type { FasKeys } from './fas-keys.js';

/** Unlike any other strategy of this process, since passport keeps its strategies in one place. */
export const APS_TOKEN = 'aps-token';

/** The token is not one of FAS for us. The reason is for our record, not for the caller. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** Whether the token is good cannot be known now, because FAS does not give its keys. */
export class FasKeysUnavailable extends Error {
  override readonly name = 'FasKeysUnavailable';
}

/** Somebody of ours who may ask, and where their keys are. */
export interface TokenIssuer {
  /** As it stands in `iss`. */
  readonly issuer: string;
  readonly keys: Pick<FasKeys, 'find'>;
  /** The only purpose for which this one asks; absent: any. */
  readonly purpose?: string;
}

export interface ApsTokenOptions {
  readonly issuers: readonly TokenIssuer[];
  readonly clock: Clock;
}

/**
 * The bearer token with which FAS asks (RFC 6750, RFC 8725): signed by a key that FAS publishes, made for us, of its
 * own type, and living no longer than a minute.
 */
export class ApsTokenStrategy extends PassportStrategy(Strategy, APS_TOKEN) {
  constructor(private readonly options: ApsTokenOptions) {
    const { issuers } = options;
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      issuer: issuers.map(({ issuer }) => issuer),
      audience: APS_AUDIENCE,
      algorithms: ['RS256', 'ES256'],
      secretOrKeyProvider: (_request, token: string, done) => {
        keyFor(token, issuers).then(
          // A key that is ready for use is taken too (jsonwebtoken 9), and saves reading PEM each time.
          (key) => done(null, key as unknown as Buffer),
          (error: unknown) => done(error),
        );
      },
    });
  }

  validate(payload: unknown): ApsTokenClaims {
    const claims = claimsOf(payload, this.options.clock.now());
    const issuer = issuerOf(payload, this.options.issuers);
    if (issuer?.purpose !== undefined && issuer.purpose !== claims.purpose) throw new TokenRefused('purpose');
    return claims;
  }
}

async function keyFor(token: string, issuers: readonly TokenIssuer[]): Promise<KeyObject> {
  const header = partOf(token, 0);
  if (header['typ'] !== APS_TOKEN_TYPE) throw new TokenRefused('type');
  if (typeof header['kid'] !== 'string' || typeof header['alg'] !== 'string')
    throw new TokenRefused('header');
  // Whose key is taken follows from the same claim that is checked against the signature made with it.
  const keys = issuerOf(partOf(token, 1), issuers)?.keys;
  if (keys === undefined) throw new TokenRefused('issuer');
  const key = await keys.find(header['kid'], header['alg']).catch((cause: unknown) => {
    throw new FasKeysUnavailable('The keys of FAS could not be read.', { cause });
  });
  if (key === undefined) throw new TokenRefused('unknown key');
  return key;
}

const issuerOf = (claims: unknown, issuers: readonly TokenIssuer[]): TokenIssuer | undefined =>
  typeof claims === 'object' && claims !== null
    ? issuers.find(({ issuer }) => 'iss' in claims && claims.iss === issuer)
    : undefined;

function partOf(token: string, part: 0 | 1): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(token.split('.')[part] ?? '', 'base64url').toString('utf8'),
    );
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Falls through: what is no JSON is no header and holds no claims.
  }
  throw new TokenRefused('header');
}

const IDENTIFIER = /^[\w.:~-]{1,200}$/;

/** Difference of the clocks of two machines, in seconds. */
const CLOCK_DIFFERENCE = 10;

/** Signature, issuer and expiry have been checked before this. */
function claimsOf(payload: unknown, now: Date): ApsTokenClaims {
  if (typeof payload !== 'object' || payload === null) throw new TokenRefused('claims');
  const claims = payload as Readonly<Record<string, unknown>>;
  if (claims['aud'] !== APS_AUDIENCE) throw new TokenRefused('audience');
  if (!isShortLived(claims['exp'], claims['iat'], now)) throw new TokenRefused('lifetime');
  const subject = parseFedId(identifierIn(claims, 'sub'));
  if (subject.kind === 'invalid') throw new TokenRefused('subject');
  return {
    sub: subject.fedId,
    client_id: identifierIn(claims, 'client_id'),
    jti: identifierIn(claims, 'jti'),
    journey: identifierIn(claims, 'journey'),
    purpose: identifierIn(claims, 'purpose'),
  };
}

function identifierIn(claims: Readonly<Record<string, unknown>>, name: string): string {
  const value = claims[name];
  if (typeof value !== 'string' || !IDENTIFIER.test(value)) throw new TokenRefused(`claim ${name}`);
  return value;
}

/** A token from the future would live longer than its two times say. */
function isShortLived(exp: unknown, iat: unknown, now: Date): boolean {
  if (typeof exp !== 'number' || typeof iat !== 'number') return false;
  return iat <= now.getTime() / 1000 + CLOCK_DIFFERENCE && exp >= iat && exp - iat <= APS_TOKEN_LIFETIME;
}
