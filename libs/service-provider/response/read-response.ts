import type { Element } from '@xmldom/xmldom';
import { NAMESPACE, instantOf } from '#libs/saml';
import { attributeOf, onlyChild, textOf } from './elements.js';

/** What stands in the envelope (Core 3.2.2). */
export interface ResponseEnvelope {
  readonly version: string | undefined;
  readonly issuedAt: Date;
  readonly issuer: string;
  readonly destination: string | undefined;
  readonly inResponseTo: string | undefined;
  readonly status: string;
  /** Second-level status: the reason. */
  readonly subStatus: string | undefined;
}

/** Undefined when something that must be there is missing, doubled or not of its type. */
export function readEnvelope(response: Element): ResponseEnvelope | undefined {
  const code = onlyChild(onlyChild(response, 'Status', NAMESPACE.protocol), 'StatusCode', NAMESPACE.protocol);
  const issuedAt = instantOf(attributeOf(response, 'IssueInstant'));
  const issuer = textOf(onlyChild(response, 'Issuer'));
  const status = attributeOf(code, 'Value');
  if (!issuedAt || !issuer || !status) return undefined;
  return {
    version: attributeOf(response, 'Version'),
    issuedAt,
    issuer,
    destination: attributeOf(response, 'Destination'),
    inResponseTo: attributeOf(response, 'InResponseTo'),
    status,
    subStatus: attributeOf(onlyChild(code, 'StatusCode', NAMESPACE.protocol), 'Value'),
  };
}
