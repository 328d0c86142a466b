import 'reflect-metadata';
import { X509CrlGenerator, X509CrlReason } from '@peculiar/x509';
import { signingWith, type Issued } from './issue.js';

export interface CrlOrder {
  readonly authority: Issued;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly revoked: readonly { readonly serial: string; readonly at: Date }[];
}

/** A list of revoked certificates (RFC 5280 section 5), DER. */
export async function certificateRevocationList(order: CrlOrder): Promise<Buffer> {
  const { authority, revoked, thisUpdate, nextUpdate } = order;
  const crl = await X509CrlGenerator.create({
    issuer: authority.certificate.subjectName.toJSON(),
    thisUpdate,
    nextUpdate,
    entries: revoked.map(({ serial, at }) => ({
      serialNumber: serial,
      revocationDate: at,
      reason: X509CrlReason.keyCompromise,
    })),
    signingKey: authority.privateKey,
    signingAlgorithm: signingWith(authority.privateKey),
  });
  return Buffer.from(crl.rawData);
}
