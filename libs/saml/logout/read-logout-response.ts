import type { Element } from '@xmldom/xmldom';
import { isMessageId } from '../message-id.js';
import { refused } from '../outcome.js';
import { NAMESPACE } from '../saml-names.js';
import { attributeOf, childrenNamed, isNamed } from '../xml/read-element.js';
import { checkChildren, readLogoutHeader, type AllowedChild } from './logout-header.js';
import type { LogoutResponseOutcome } from './logout-message.js';

const CHILDREN: readonly AllowedChild[] = [
  { namespace: NAMESPACE.assertion, name: 'Issuer' },
  { namespace: NAMESPACE.signature, name: 'Signature' },
  { namespace: NAMESPACE.protocol, name: 'Extensions' },
  { namespace: NAMESPACE.protocol, name: 'Status' },
];

/** Reads a `<LogoutResponse>` (Core 3.7.2) from a root that is verified. */
export function readLogoutResponse(root: Element): LogoutResponseOutcome {
  if (!isNamed(root, NAMESPACE.protocol, 'LogoutResponse')) return refused('not-a-logout-response');
  const problem = checkChildren(root, CHILDREN);
  if (problem) return problem;
  const header = readLogoutHeader(root);
  if ('kind' in header) return header;
  const inResponseTo = attributeOf(root, 'InResponseTo');
  if (inResponseTo !== undefined && !isMessageId(inResponseTo)) return refused('id', 'InResponseTo');
  const statusCodes = statusCodesIn(root);
  if (statusCodes.length === 0) return refused('status');
  return { kind: 'read', response: { ...header, inResponseTo, statusCodes } };
}

/** Core 3.2.2.2: a code may hold one more code, which says why. */
function statusCodesIn(root: Element): string[] {
  const [status] = childrenNamed(root, NAMESPACE.protocol, 'Status');
  const [outer] = status ? childrenNamed(status, NAMESPACE.protocol, 'StatusCode') : [];
  const [inner] = outer ? childrenNamed(outer, NAMESPACE.protocol, 'StatusCode') : [];
  return [outer, inner].flatMap((code) => (code ? (attributeOf(code, 'Value') ?? []) : []));
}
