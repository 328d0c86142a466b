import { minutes } from '#libs/kernel';
import * as pkijs from 'pkijs';
import { readCertificate, type Certificate } from './certificate.js';
import { holdsAt } from './chain.js';
import { certIdOf, OCSP_NONCE, type OcspQuestion } from './ocsp-request.js';
import { isSignedBy } from './signed-by.js';

export type OcspVerdict =
  | { readonly kind: 'good'; readonly asOf: Date }
  | { readonly kind: 'revoked'; readonly at: Date }
  /** The responder knows of no such certificate. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unusable'; readonly reason: OcspProblem };

export type OcspProblem =
  'malformed' | 'no-answer' | 'other-certificate' | 'nonce' | 'too-early' | 'too-old' | 'signer';

export interface OcspRules {
  readonly now: Date;
  /** Answers without our nonce are refused; off only for authorities whose responders cannot repeat it. */
  readonly nonceRequired: boolean;
}

const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';

/** Clocks of others may be a little fast. */
const CLOCK_SKEW = minutes(2);

/** Oldest answer that does not say itself how long it holds. */
const OLDEST_WITHOUT_END = minutes(10);

const unusable = (reason: OcspProblem): OcspVerdict => ({ kind: 'unusable', reason });

/** Judges a responder's answer (RFC 6960 3.2): ours, fresh, signed by who may. */
export async function judgeOcspResponse(
  der: Uint8Array,
  question: OcspQuestion,
  rules: OcspRules,
): Promise<OcspVerdict> {
  const read = readResponse(der);
  if (read.kind === 'unusable') return read;
  const { basic } = read;
  const certId = await certIdOf(question.certificate, question.issuer);
  const single = basic.tbsResponseData.responses.find((response) => response.certID.isEqual(certId));
  if (single === undefined) return unusable('other-certificate');
  if (!isSignedByAuthorised(basic, question.issuer, rules.now)) return unusable('signer');
  const problem = nonceProblem(basic, question.nonce, rules) ?? ageProblem(single, rules.now);
  return problem === undefined ? statusOf(single) : unusable(problem);
}

type ReadResponse =
  | { readonly kind: 'read'; readonly basic: pkijs.BasicOCSPResponse }
  | { readonly kind: 'unusable'; readonly reason: OcspProblem };

function readResponse(der: Uint8Array): ReadResponse {
  try {
    const response = pkijs.OCSPResponse.fromBER(new Uint8Array(der));
    const { responseBytes, responseStatus } = response;
    if (responseStatus.valueBlock.valueDec !== 0 || responseBytes?.responseType !== BASIC_RESPONSE)
      return { kind: 'unusable', reason: 'no-answer' };
    const bytes = new Uint8Array(responseBytes.response.valueBlock.valueHexView);
    return { kind: 'read', basic: pkijs.BasicOCSPResponse.fromBER(bytes) };
  } catch {
    return { kind: 'unusable', reason: 'malformed' };
  }
}

/** Signed by the issuer itself, or by a responder to whom exactly this issuer gave that task (RFC 6960 4.2.2.2). */
function isSignedByAuthorised(basic: pkijs.BasicOCSPResponse, issuer: Certificate, now: Date): boolean {
  const signed = {
    tbs: basic.tbsResponseData.tbsView,
    algorithm: basic.signatureAlgorithm.algorithmId,
    signature: basic.signature.valueBlock.valueHexView,
  };
  const delegates = (basic.certs ?? [])
    .map((certificate) => readCertificate(Buffer.from(certificate.toSchema(false).toBER(false))))
    .filter((certificate) => certificate !== undefined)
    .filter((certificate) => isDelegate(certificate, issuer, now));
  return [...delegates, issuer].some(({ publicKey }) => isSignedBy(signed, publicKey));
}

function isDelegate(certificate: Certificate, issuer: Certificate, now: Date): boolean {
  return (
    certificate.extendedKeyUsages?.includes(OCSP_SIGNING) === true &&
    !certificate.unknownCritical &&
    holdsAt(certificate, now) &&
    certificate.structure.issuer.isEqual(issuer.structure.subject) &&
    isSignedBy(certificate.signed, issuer.publicKey)
  );
}

function nonceProblem(
  { tbsResponseData }: pkijs.BasicOCSPResponse,
  nonce: Buffer,
  { nonceRequired }: OcspRules,
): OcspProblem | undefined {
  const extension = tbsResponseData.responseExtensions?.find(({ extnID }) => extnID === OCSP_NONCE);
  if (extension === undefined) return nonceRequired ? 'nonce' : undefined;
  // The value is an OCTET STRING within the extension's own (RFC 9654 section 2.1).
  const value = Buffer.from(extension.extnValue.valueBlock.valueHexView);
  return value.subarray(2).equals(nonce) ? undefined : 'nonce';
}

function ageProblem({ thisUpdate, nextUpdate }: pkijs.SingleResponse, now: Date): OcspProblem | undefined {
  if (thisUpdate.getTime() > now.getTime() + CLOCK_SKEW) return 'too-early';
  const end = nextUpdate?.getTime() ?? thisUpdate.getTime() + OLDEST_WITHOUT_END;
  return end < now.getTime() ? 'too-old' : undefined;
}

/** CertStatus is a choice by context tag: good 0, revoked 1, unknown 2. */
function statusOf({ certStatus, thisUpdate }: pkijs.SingleResponse): OcspVerdict {
  const choice = certStatus as { idBlock: { tagNumber: number }; valueBlock: { value?: unknown[] } };
  if (choice.idBlock.tagNumber === 0) return { kind: 'good', asOf: thisUpdate };
  if (choice.idBlock.tagNumber !== 1) return { kind: 'unknown' };
  const [time] = choice.valueBlock.value ?? [];
  const at = hasDate(time) ? time.toDate() : thisUpdate;
  return { kind: 'revoked', at };
}

const hasDate = (value: unknown): value is { toDate(): Date } =>
  typeof value === 'object' && value !== null && 'toDate' in value;
