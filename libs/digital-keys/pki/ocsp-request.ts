import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Certificate } from './certificate.js';

export const OCSP_NONCE = '1.3.6.1.5.5.7.48.1.2';

/** One question about one certificate. */
export interface OcspQuestion {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  /** Random, so that no old answer can be played again (RFC 9654: 32 octets). */
  readonly nonce: Buffer;
}

/** Names the certificate by its issuer and serial number. SHA-1 only names here; it is what every responder knows. */
export function certIdOf(certificate: Certificate, issuer: Certificate): Promise<pkijs.CertID> {
  return pkijs.CertID.create(certificate.structure, {
    hashAlgorithm: 'SHA-1',
    issuerCertificate: issuer.structure,
  });
}

/** The request, DER (RFC 6960 4.1). */
export async function ocspRequest({ certificate, issuer, nonce }: OcspQuestion): Promise<Buffer> {
  const octets = new asn1js.OctetString({ valueHex: new Uint8Array(nonce).buffer });
  const request = new pkijs.OCSPRequest({
    tbsRequest: new pkijs.TBSRequest({
      requestList: [new pkijs.Request({ reqCert: await certIdOf(certificate, issuer) })],
      requestExtensions: [new pkijs.Extension({ extnID: OCSP_NONCE, extnValue: octets.toBER(false) })],
    }),
  });
  return Buffer.from(request.toSchema(true).toBER(false));
}
