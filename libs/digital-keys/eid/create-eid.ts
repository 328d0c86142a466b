import { readFileSync } from 'node:fs';
import { seconds } from '#libs/kernel';
import { readCertificates } from '../pki/certificate.js';
import type { Trust } from '../pki/chain.js';
import { RevocationService } from '../pki/revocation.js';
import { EidService } from './eid.service.js';

/** What the configuration says about identity cards. */
export interface EidOptions {
  /** PEM file of the roots that are trusted. */
  readonly trustedRootsFile: string;
  /** PEM file of the authorities beneath them; browsers do not always send them along. */
  readonly issuersFile: string;
  readonly issuerNames: readonly string[];
  readonly policies: readonly string[];
  readonly allowSpecimen: boolean;
  readonly ocspReuseSeconds: number;
  readonly ocspNonceRequired: boolean;
  readonly timeoutMilliseconds: number;
}

/** The authorities of identity cards. Throws when a file is missing or holds something else. */
export const eidTrust = ({
  trustedRootsFile,
  issuersFile,
}: Pick<EidOptions, 'trustedRootsFile' | 'issuersFile'>): Trust => ({
  anchors: readCertificates(readFileSync(trustedRootsFile, 'utf8')),
  intermediates: readCertificates(readFileSync(issuersFile, 'utf8')),
});

/** The judge of identity cards, for sign-in and self-test alike. Its files are read when the first card comes. */
export function createEidService(options: EidOptions): EidService {
  const revocation = new RevocationService({
    reuse: seconds(options.ocspReuseSeconds),
    nonceRequired: options.ocspNonceRequired,
    timeout: options.timeoutMilliseconds,
  });
  let trust: Trust | undefined;
  return new EidService(() => (trust ??= eidTrust(options)), options, revocation);
}
