import type { EnterpriseNumber } from '#libs/kernel';
import type { Certificate } from '../pki/certificate.js';
import type { Trust } from '../pki/chain.js';

/** Why a certificate proves nobody, or cannot be registered. */
export type CertificateProblem =
  /** The browser showed none: there is none, or the choice was cancelled. */
  | 'no-certificate'
  /** The person came back without having been asked for a certificate. */
  | 'cancelled'
  | 'unreadable'
  | 'unknown-authority'
  /** From an authority that the agency of this service does not take. */
  | 'not-for-this-service'
  /** Another kind of certificate: for signing documents, for a server, or of a policy that is not taken. */
  | 'unsuitable'
  | 'not-yet-valid'
  | 'expired'
  /** Nobody registered it, or not the person whose password was given: the page does not tell which. */
  | 'not-registered'
  /** The person put this key on hold. */
  | 'suspended'
  | 'revoked'
  /** The authority does not know the certificate. */
  | 'unknown-certificate'
  | 'responder-down';

/** An authority whose certificates are taken; by configuration. */
export interface TrustedSeller {
  readonly name: string;
  readonly trust: Trust;
  /** Object identifiers of policies; a certificate has one of them at least. */
  readonly policies: readonly string[];
  /** Whose services take its certificates; undefined when all do. */
  readonly agencies?: readonly string[];
}

const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';
const SMALLEST_RSA_KEY = 2048;

/**
 * Whether a certificate may serve to sign in at all. Its chain must hold already: before that, anybody may have
 * written what stands here (RFC 5280 section 4.2).
 */
export function checkCertificate(
  certificate: Certificate,
  seller: Pick<TrustedSeller, 'policies'>,
  now: Date,
): CertificateProblem | undefined {
  if (!isForAuthentication(certificate) || !isStrong(certificate)) return 'unsuitable';
  if (!certificate.policies.some((policy) => seller.policies.includes(policy))) return 'unsuitable';
  if (now < certificate.notBefore) return 'not-yet-valid';
  return now > certificate.notAfter ? 'expired' : undefined;
}

/** Signing with it must mean no more than being there: digitalSignature, and where purposes are named, clientAuth. */
function isForAuthentication({ keyUsage, extendedKeyUsages, authority }: Certificate): boolean {
  return (
    authority === undefined &&
    keyUsage?.digitalSignature === true &&
    extendedKeyUsages?.includes(CLIENT_AUTHENTICATION) === true
  );
}

function isStrong({ publicKey: { asymmetricKeyType, asymmetricKeyDetails } }: Certificate): boolean {
  return asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_RSA_KEY;
}

/** Whether the services of an agency take certificates of this authority; without an agency, whether any does. */
export const isTakenBy = (
  { agencies }: Pick<TrustedSeller, 'agencies'>,
  agency: EnterpriseNumber | undefined,
): boolean => agencies === undefined || agency === undefined || agencies.includes(agency);

/** What the list of keys tells of a certificate. */
export interface DescribedCertificate {
  readonly holder: string;
  readonly issuer: string;
}

export const describeCertificate = ({ subject, issuer }: Certificate): DescribedCertificate => ({
  holder: subject.values('commonName')[0] ?? subject.text,
  issuer: issuer.values('commonName')[0] ?? issuer.text,
});
