import { readFileSync } from 'node:fs';
import { seconds } from '#libs/kernel';
import { readCertificates } from '../pki/certificate.js';
import { RevocationService } from '../pki/revocation.js';
import { CertificateJudge } from './certificate.judge.js';
import type { TrustedSeller } from './certificate.js';

/** What the configuration says about certificates on the market. */
export interface CertificateOptions {
  readonly authorities: readonly {
    readonly name: string;
    /** PEM file of roots and of authorities beneath them; those that sign themselves are trusted. */
    readonly certificatesFile: string;
    readonly policies: readonly string[];
    readonly agencies?: readonly string[];
  }[];
  readonly ocspReuseSeconds: number;
  readonly ocspNonceRequired: boolean;
  readonly timeoutMilliseconds: number;
}

/** The authorities that are trusted. Throws when a file is missing, or holds something else, or no root. */
export function certificateTrust({
  authorities,
}: Pick<CertificateOptions, 'authorities'>): readonly TrustedSeller[] {
  return authorities.map(({ name, certificatesFile, policies, agencies }) => {
    const all = readCertificates(readFileSync(certificatesFile, 'utf8'));
    const isRoot = ({ structure }: (typeof all)[number]) => structure.subject.isEqual(structure.issuer);
    const trust = { anchors: all.filter(isRoot), intermediates: all.filter((one) => !isRoot(one)) };
    if (trust.anchors.length === 0) throw new Error(`the file of the authority ${name} holds no root`);
    return { name, trust, policies, ...(agencies && { agencies }) };
  });
}

/** The judge of certificates, for sign-in and registration alike. Its files are read when the first one comes. */
export function createCertificateJudge(options: CertificateOptions): CertificateJudge {
  const revocation = new RevocationService({
    reuse: seconds(options.ocspReuseSeconds),
    nonceRequired: options.ocspNonceRequired,
    timeout: options.timeoutMilliseconds,
  });
  let sellers: readonly TrustedSeller[] | undefined;
  return new CertificateJudge(() => (sellers ??= certificateTrust(options)), revocation);
}
