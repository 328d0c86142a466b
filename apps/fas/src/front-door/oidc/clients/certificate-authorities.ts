import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const LONGEST_CHAIN = 4;

/** The authorities of agencies' certificates, by which `tls_client_auth` is judged (RFC 8705 section 2.1). */
export class CertificateAuthorities {
  private readonly authorities: readonly X509Certificate[];

  constructor(pem: string) {
    this.authorities = (pem.match(PEM) ?? []).map((text) => new X509Certificate(text)).filter(({ ca }) => ca);
  }

  /** @throws when the file holds no authority */
  static fromFile(file: string): CertificateAuthorities {
    const found = new CertificateAuthorities(readFileSync(file, 'utf8'));
    if (found.isEmpty) throw new Error(`there is no authority in ${file}`);
    return found;
  }

  get isEmpty(): boolean {
    return this.authorities.length === 0;
  }

  /** Whether one of the roots stands behind the certificate, today. Revocation is not asked. */
  vouchFor(certificate: X509Certificate, now: Date): boolean {
    let current = certificate;
    for (let step = 0; step < LONGEST_CHAIN; step += 1) {
      if (!isValidAt(current, now)) return false;
      if (step > 0 && isSignedBy(current, current)) return true;
      const issuer = this.authorities.find((authority) => isSignedBy(current, authority));
      if (issuer === undefined) return false;
      current = issuer;
    }
    return false;
  }
}

const isSignedBy = (certificate: X509Certificate, authority: X509Certificate): boolean =>
  certificate.checkIssued(authority) && certificate.verify(authority.publicKey);

function isValidAt({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  return Date.parse(validFrom) <= now.getTime() && now.getTime() <= Date.parse(validTo);
}
