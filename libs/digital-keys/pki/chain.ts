import type { Certificate } from './certificate.js';
import { isSignedBy } from './signed-by.js';

export interface Trust {
  /** Authorities that are believed because the configuration names them. */
  readonly anchors: readonly Certificate[];
  /** Authorities beneath them that are known; a chain may also bring its own. */
  readonly intermediates: readonly Certificate[];
}

export type ChainOutcome =
  /** From the certificate to the anchor. */
  { readonly kind: 'trusted'; readonly chain: readonly Certificate[] } | { readonly kind: 'untrusted' };

/** Authorities between a certificate and its anchor. */
const MOST_BETWEEN = 3;

/**
 * Builds the road from a certificate to an anchor and checks each step (RFC 5280 section 6): signature, names, that
 * the signer is an authority, allowed to sign certificates, for as many steps, now. Whether the certificate itself
 * holds now is not looked at: the person is told so in other words.
 */
export function buildChain(leaf: Certificate, trust: Trust, now: Date): ChainOutcome {
  if (leaf.unknownCritical) return { kind: 'untrusted' };
  const chain = climb([leaf], trust, now);
  return chain === undefined ? { kind: 'untrusted' } : { kind: 'trusted', chain };
}

function climb(chain: readonly Certificate[], trust: Trust, now: Date): readonly Certificate[] | undefined {
  const top = chain.at(-1);
  if (top === undefined) return undefined;
  const mayIssue = (candidate: Certificate) => isIssuer(candidate, top, { between: chain.length - 1, now });
  const anchor = trust.anchors.find(mayIssue);
  if (anchor !== undefined) return [...chain, anchor];
  if (chain.length > MOST_BETWEEN) return undefined;
  for (const next of trust.intermediates) {
    if (chain.some(({ fingerprint }) => fingerprint === next.fingerprint) || !mayIssue(next)) continue;
    const whole = climb([...chain, next], trust, now);
    if (whole !== undefined) return whole;
  }
  return undefined;
}

/** @param between authorities that stand between the candidate and the certificate at the bottom */
function isIssuer(
  candidate: Certificate,
  subject: Certificate,
  { between, now }: { between: number; now: Date },
): boolean {
  return (
    candidate.structure.subject.isEqual(subject.structure.issuer) &&
    maySign(candidate, between) &&
    holdsAt(candidate, now) &&
    isSignedBy(subject.signed, candidate.publicKey)
  );
}

function maySign({ authority, keyUsage, unknownCritical }: Certificate, between: number): boolean {
  if (authority === undefined || unknownCritical) return false;
  return keyUsage?.keyCertSign === true && (authority.pathLength ?? between) >= between;
}

export const holdsAt = ({ notBefore, notAfter }: Certificate, now: Date): boolean =>
  notBefore <= now && now <= notAfter;
