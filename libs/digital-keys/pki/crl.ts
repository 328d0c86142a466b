import { minutes } from '#libs/kernel';
import * as pkijs from 'pkijs';
import type { Certificate } from './certificate.js';
import { isSignedBy } from './signed-by.js';

/** A list of revoked certificates that may be relied on until it ends. */
export interface RevocationList {
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** When each was revoked, by serial number (hexadecimal). */
  readonly revoked: ReadonlyMap<string, Date>;
}

export type CrlProblem = 'malformed' | 'other-issuer' | 'partial' | 'signer' | 'too-early' | 'too-old';

export type CrlOutcome =
  | { readonly kind: 'usable'; readonly list: RevocationList }
  | { readonly kind: 'unusable'; readonly reason: CrlProblem };

/** Clocks of others may be a little fast. */
const CLOCK_SKEW = minutes(2);

const unusable = (reason: CrlProblem): CrlOutcome => ({ kind: 'unusable', reason });

/** Judges an authority's list (RFC 5280 section 5 and 6.3): complete, current, signed by that authority. */
export function judgeCrl(der: Uint8Array, issuer: Certificate, now: Date): CrlOutcome {
  const crl = readCrl(der);
  if (crl === undefined) return unusable('malformed');
  if (!crl.issuer.isEqual(issuer.structure.subject)) return unusable('other-issuer');
  // A list of some reasons or of changes only (delta, issuing distribution point) says so in a critical extension.
  if (crl.crlExtensions?.extensions.some(({ critical }) => critical)) return unusable('partial');
  const signed = {
    tbs: crl.tbsView,
    algorithm: crl.signatureAlgorithm.algorithmId,
    signature: crl.signatureValue.valueBlock.valueHexView,
  };
  if (issuer.keyUsage?.cRLSign !== true || !isSignedBy(signed, issuer.publicKey)) return unusable('signer');
  return current(crl, now);
}

function current(crl: pkijs.CertificateRevocationList, now: Date): CrlOutcome {
  const thisUpdate = crl.thisUpdate.value;
  const nextUpdate = crl.nextUpdate?.value;
  if (thisUpdate.getTime() > now.getTime() + CLOCK_SKEW) return unusable('too-early');
  if (nextUpdate === undefined || nextUpdate < now) return unusable('too-old');
  const revoked = (crl.revokedCertificates ?? []).map(
    ({ userCertificate, revocationDate }) =>
      [Buffer.from(userCertificate.valueBlock.valueHexView).toString('hex'), revocationDate.value] as const,
  );
  return { kind: 'usable', list: { thisUpdate, nextUpdate, revoked: new Map(revoked) } };
}

function readCrl(der: Uint8Array): pkijs.CertificateRevocationList | undefined {
  try {
    return pkijs.CertificateRevocationList.fromBER(new Uint8Array(der));
  } catch {
    return undefined;
  }
}
