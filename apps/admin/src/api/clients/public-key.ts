import { createPublicKey, type JsonWebKey } from 'node:crypto';

export type ReadKey =
  | { readonly kind: 'valid'; readonly jwk: JsonWebKey }
  | { readonly kind: 'invalid'; readonly problem: 'keyWrong' | 'keyWeak' | 'keyPrivate' };

const LONGEST = 4_000;
const SHORTEST_RSA = 2_048;

/** RFC 7518 section 6: members that belong to a private or symmetric key. */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Reads a public key as a JWK (RFC 7517). What FAS does not need of it is left behind. */
export function readPublicKey(text: string): ReadKey {
  const jwk = text.length > LONGEST ? undefined : parsed(text);
  if (jwk === undefined) return { kind: 'invalid', problem: 'keyWrong' };
  if (PRIVATE.some((member) => member in jwk)) return { kind: 'invalid', problem: 'keyPrivate' };
  const kept = publicPart(jwk);
  return kept === undefined ? { kind: 'invalid', problem: 'keyWrong' } : judged(kept);
}

function judged(jwk: JsonWebKey): ReadKey {
  const bits = bitsOf(jwk);
  if (bits === undefined) return { kind: 'invalid', problem: 'keyWrong' };
  const isWeak = jwk.kty === 'RSA' && bits < SHORTEST_RSA;
  return isWeak ? { kind: 'invalid', problem: 'keyWeak' } : { kind: 'valid', jwk };
}

function parsed(text: string): JsonWebKey | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonWebKey)
      : undefined;
  } catch {
    return undefined;
  }
}

/** RSA, P-256 and Ed25519: with these FAS takes signatures of clients. */
function publicPart({ kty, n, e, crv, x, y, kid }: JsonWebKey): JsonWebKey | undefined {
  const named = typeof kid === 'string' && /^[\w.:~-]{1,100}$/.test(kid) ? { kid } : {};
  if (kty === 'RSA') return { kty, n, e, ...named };
  if (kty === 'EC' && crv === 'P-256') return { kty, crv, x, y, ...named };
  return kty === 'OKP' && crv === 'Ed25519' ? { kty, crv, x, ...named } : undefined;
}

/** Undefined when it is no key at all. */
function bitsOf(jwk: JsonWebKey): number | undefined {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' }).asymmetricKeyDetails?.modulusLength ?? 256;
  } catch {
    return undefined;
  }
}
