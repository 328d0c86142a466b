import type { BindingRefusal, SignatureRefusal, XmlRefusal } from '#libs/saml';

/** Why an answer was not taken: for the record and the log, never for the page. */
export type ResponseRefusal = {
  readonly kind: 'refused';
  readonly reason: ResponseProblem;
  readonly detail?: string;
};

export type ResponseProblem =
  | BindingRefusal
  | XmlRefusal
  | SignatureRefusal
  | 'no-state'
  | 'unknown-request'
  | 'other-browser'
  | 'not-a-response'
  | 'assertion-count'
  | 'encrypted-assertion'
  | 'signature-count'
  | 'malformed-response'
  | 'malformed-assertion'
  | 'version'
  | 'destination'
  | 'response-issuer'
  | 'assertion-issuer'
  | 'in-response-to'
  | 'issue-instant'
  | 'status'
  | 'confirmation-method'
  | 'recipient'
  | 'confirmation-time'
  | 'audience'
  | 'condition-time'
  | 'condition'
  | 'authn-context'
  | 'authn-instant'
  | 'session-ended'
  | 'second-opinion'
  | 'replay'
  | 'subject';

export function refuse(reason: ResponseProblem, detail?: string): ResponseRefusal {
  return detail === undefined ? { kind: 'refused', reason } : { kind: 'refused', reason, detail };
}
