import { createHash, X509Certificate } from 'node:crypto';
import { days } from '#libs/kernel';
import type { ServiceProviderMetadata } from '#libs/saml';

export interface ServiceCertificate {
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string;
  readonly notAfter: Date;
}

/** Days before its end at which a certificate is warned of, nearest first. */
export const WARNINGS = [7, 30, 60] as const;

/** Every certificate in the metadata, once. */
export function certificatesOf({
  signingCertificates,
  encryptionCertificates,
}: Pick<ServiceProviderMetadata, 'signingCertificates' | 'encryptionCertificates'>): ServiceCertificate[] {
  return [...new Set([...signingCertificates, ...encryptionCertificates])].map((base64) => {
    const der = Buffer.from(base64, 'base64');
    return {
      fingerprint: createHash('sha256').update(der).digest('hex'),
      notAfter: new Date(new X509Certificate(der).validTo),
    };
  });
}

/**
 * The nearest threshold, in days, that was passed. Of a certificate that has ended nothing is said any more: inside
 * metadata it goes on holding its key.
 */
export function warningFor(notAfter: Date, now: Date): number | undefined {
  const left = notAfter.getTime() - now.getTime();
  return left <= 0 ? undefined : WARNINGS.find((threshold) => left <= days(threshold));
}
