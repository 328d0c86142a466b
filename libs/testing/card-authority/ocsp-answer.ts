import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { signingWith, type Issued } from './issue.js';

const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1';
const NONCE = '1.3.6.1.5.5.7.48.1.2';

/** OCSPResponseStatus (RFC 6960 4.2.1) of an answer that answers nothing. */
export const OCSP_ERRORS = { malformedRequest: 1, internalError: 2, tryLater: 3 } as const;

export type CardStatus =
  { readonly kind: 'good' } | { readonly kind: 'revoked'; readonly at: Date } | { readonly kind: 'unknown' };

/** What a responder is asked: one certificate, as every client of identity cards does. */
export interface OcspQuestion {
  readonly certId: pkijs.CertID;
  /** Hexadecimal. */
  readonly serial: string;
  /** The extension as it came, to be sent back. */
  readonly nonce: pkijs.Extension | undefined;
}

/** Reads a request (RFC 6960 4.1); undefined when it is none. */
export function readOcspQuestion(der: Uint8Array): OcspQuestion | undefined {
  try {
    const { tbsRequest } = pkijs.OCSPRequest.fromBER(copy(der));
    const [first] = tbsRequest.requestList;
    if (first === undefined) return undefined;
    const { reqCert } = first;
    return {
      certId: reqCert,
      serial: Buffer.from(reqCert.serialNumber.valueBlock.valueHexView).toString('hex'),
      nonce: tbsRequest.requestExtensions?.find(({ extnID }) => extnID === NONCE),
    };
  } catch {
    return undefined;
  }
}

export interface OcspAnswerOptions {
  readonly status: CardStatus;
  readonly signer: Issued;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  /** Left out: the nonce of the question goes back. */
  readonly nonce?: pkijs.Extension | 'none';
  /** The certificate of a delegated responder goes along (RFC 6960 4.2.2.2). */
  readonly withCertificate?: boolean;
}

/** A signed answer (RFC 6960 4.2), DER. */
export async function ocspAnswer(question: OcspQuestion, options: OcspAnswerOptions): Promise<Buffer> {
  const { signer, status, thisUpdate, nextUpdate } = options;
  const signerCertificate = pkijs.Certificate.fromBER(signer.certificate.rawData);
  const nonce = options.nonce === 'none' ? undefined : (options.nonce ?? question.nonce);
  const basic = new pkijs.BasicOCSPResponse({
    tbsResponseData: new pkijs.ResponseData({
      responderID: signerCertificate.subject,
      producedAt: thisUpdate,
      responses: [
        new pkijs.SingleResponse({
          certID: question.certId,
          certStatus: statusValue(status),
          thisUpdate,
          ...(nextUpdate && { nextUpdate }),
        }),
      ],
      ...(nonce && { responseExtensions: [nonce] }),
    }),
    ...(options.withCertificate !== false && { certs: [signerCertificate] }),
  });
  await basic.sign(signer.privateKey as CryptoKey, signingWith(signer.privateKey).hash);
  return encode(
    new pkijs.OCSPResponse({
      responseStatus: new asn1js.Enumerated({ value: 0 }),
      responseBytes: new pkijs.ResponseBytes({
        responseType: BASIC_RESPONSE,
        response: new asn1js.OctetString({ valueHex: basic.toSchema().toBER(false) }),
      }),
    }),
  );
}

/** An answer that answers nothing: unsigned, with an error status. */
export const ocspError = (status: number): Buffer =>
  encode(new pkijs.OCSPResponse({ responseStatus: new asn1js.Enumerated({ value: status }) }));

function statusValue(status: CardStatus): asn1js.BaseBlock {
  const tagged = (tagNumber: number) => ({ idBlock: { tagClass: 3, tagNumber } });
  if (status.kind === 'good') return new asn1js.Primitive(tagged(0));
  if (status.kind === 'unknown') return new asn1js.Primitive(tagged(2));
  return new asn1js.Constructed({
    ...tagged(1),
    value: [new asn1js.GeneralizedTime({ valueDate: status.at })],
  });
}

const encode = (response: pkijs.OCSPResponse): Buffer => Buffer.from(response.toSchema().toBER(false));

const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
