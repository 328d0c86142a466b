import type { Element } from '@xmldom/xmldom';
import type { Refused } from '../outcome.js';
import type { ResponseStatus, SubjectNameId } from '../response/response-parts.js';

/** Whose session must end (Core 3.7.1). An encrypted name is handed over as it stands, see `decryptNameId`. */
export type LogoutSubject =
  | {
      readonly kind: 'name-id';
      readonly value: string;
      readonly format?: string;
      readonly nameQualifier?: string;
      readonly spNameQualifier?: string;
    }
  | { readonly kind: 'encrypted'; readonly element: Element };

/** What every logout message says about itself. */
export interface LogoutHeader {
  readonly id: string;
  readonly issueInstant: Date;
  readonly issuer: string;
  readonly destination?: string;
}

/** A `<LogoutRequest>` as it came (Core 3.7.1). Nothing in it has been judged yet. */
export interface LogoutRequest extends LogoutHeader {
  readonly notOnOrAfter?: Date;
  readonly subject: LogoutSubject;
  /** Empty: every session of the subject. */
  readonly sessionIndexes: readonly string[];
}

/** A `<LogoutResponse>` as it came (Core 3.7.2). */
export interface LogoutResponse extends LogoutHeader {
  readonly inResponseTo?: string;
  /** Top-level status code, then the nested one when there is one. */
  readonly statusCodes: readonly string[];
}

export type LogoutRefusal =
  | 'not-a-logout-request'
  | 'not-a-logout-response'
  | 'id'
  | 'version'
  | 'issue-instant'
  | 'issuer'
  | 'not-on-or-after'
  | 'subject'
  | 'session-index'
  | 'status'
  | 'unknown-element'
  | 'repeated-element';

export type LogoutRequestOutcome =
  { readonly kind: 'read'; readonly request: LogoutRequest } | Refused<LogoutRefusal>;

export type LogoutResponseOutcome =
  { readonly kind: 'read'; readonly response: LogoutResponse } | Refused<LogoutRefusal>;

/** What is written into a `<LogoutRequest>`. */
export interface NewLogoutRequest {
  readonly id: string;
  readonly issuer: string;
  readonly destination: string;
  readonly issuedAt: Date;
  readonly notOnOrAfter: Date;
  readonly subject: SubjectNameId;
  readonly sessionIndex: string;
}

/** What is written into a `<LogoutResponse>`. */
export interface NewLogoutResponse {
  readonly issuer: string;
  /** Left out over SOAP, where the answer goes back on the same connection. */
  readonly destination?: string;
  readonly inResponseTo: string;
  readonly issuedAt: Date;
  readonly status: ResponseStatus;
}
