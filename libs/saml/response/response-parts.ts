import type { StatusCode } from '../saml-names.js';

/** Where a response goes and what it answers; the same for success and error. */
export interface ResponseEnvelope {
  /** Our entity identifier. */
  readonly issuer: string;
  /** The verified assertion consumer service. */
  readonly destination: string;
  /** The request's ID; absent only in an unsolicited response. */
  readonly inResponseTo?: string;
  readonly issuedAt: Date;
}

export interface SubjectNameId {
  readonly value: string;
  readonly format: string;
  readonly nameQualifier?: string;
  readonly spNameQualifier?: string;
}

/** What really happened, from the session's events (Core 2.7.2). */
export interface AuthenticationStatement {
  readonly at: Date;
  readonly sessionIndex: string;
  readonly sessionEndsAt?: Date;
  readonly classReference: string;
  /** The partners that took part, such as itsme; absent when the relying party is not to see them. */
  readonly authenticatingAuthorities?: readonly string[];
}

export interface ResponseAttribute {
  readonly name: string;
  readonly friendlyName?: string;
  /** Each value becomes an element of its own. Without values the attribute is left out. */
  readonly values: readonly string[];
}

export interface SuccessResponse extends ResponseEnvelope {
  /** The relying party's entity identifier. */
  readonly audience: string;
  readonly subject: SubjectNameId;
  readonly authentication: AuthenticationStatement;
  readonly attributes: readonly ResponseAttribute[];
}

/** Core 3.2.2: who is to blame, then why; the text is for people who debug and holds nothing about a person. */
export interface ResponseStatus {
  readonly code: StatusCode;
  readonly subCode?: StatusCode;
  readonly message?: string;
}

export interface ErrorResponse extends ResponseEnvelope {
  readonly status: ResponseStatus;
}

/** A finished message, ready for its binding, and the identifiers that audit and replay checks keep. */
export interface BuiltResponse {
  readonly id: string;
  readonly assertionId?: string;
  readonly xml: string;
}
