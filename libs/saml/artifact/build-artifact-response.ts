import { newMessageId } from '../message-id.js';
import { statusElement } from '../response/build-response.js';
import type { ResponseStatus } from '../response/response-parts.js';
import { NAMESPACE } from '../saml-names.js';
import { signMessage, type SigningKey } from '../signature/sign-message.js';
import { writeText } from '../xml/escape.js';
import { element, startTag } from '../xml/write-element.js';

export interface ArtifactResponse {
  /** Our entity identifier. */
  readonly issuer: string;
  /** ID of the `<ArtifactResolve>`; absent when it could not be read. */
  readonly inResponseTo?: string;
  readonly issuedAt: Date;
  readonly status: ResponseStatus;
  /** The message that the artifact stood for, as one of our builders wrote it; absent when there is none. */
  readonly message?: string;
}

const PROTOCOL_DECLARATION = ` xmlns:samlp="${NAMESPACE.protocol}"`;

/** A signed `<ArtifactResponse>` (Core 3.5.2). */
export async function buildArtifactResponse(response: ArtifactResponse, key: SigningKey): Promise<string> {
  const id = newMessageId();
  const attributes = {
    'xmlns:samlp': NAMESPACE.protocol,
    ID: id,
    InResponseTo: response.inResponseTo,
    IssueInstant: response.issuedAt.toISOString(),
    Version: '2.0',
  };
  const issuer = element('saml:Issuer', { 'xmlns:saml': NAMESPACE.assertion }, writeText(response.issuer));
  const content = statusElement(response.status) + embedded(response.message ?? '');
  const before = startTag('samlp:ArtifactResponse', attributes) + issuer;
  return signMessage({ id, before, after: `${content}</samlp:ArtifactResponse>` }, key);
}

/**
 * The message as canonical content of another: its prefix is declared on the outer element already, so the canonical
 * form does not repeat it. Its own signature is not touched by that: as an apex it declares the prefix again.
 */
function embedded(message: string): string {
  return message.replace(PROTOCOL_DECLARATION, '');
}
