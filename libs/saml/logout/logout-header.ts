import type { Element } from '@xmldom/xmldom';
import { issuerOf } from '../authn-request/read-authn-request.js';
import { isMessageId } from '../message-id.js';
import { refused, type Refused } from '../outcome.js';
import { attributeOf, childElements, isNamed } from '../xml/read-element.js';
import { instantOf } from '../xml/read-value.js';
import type { LogoutHeader, LogoutRefusal } from './logout-message.js';

/** A child that the schema allows, and whether it may come more than once. */
export interface AllowedChild {
  readonly namespace: string;
  readonly name: string;
  readonly repeated?: boolean;
}

/** Attributes and issuer that requests and responses share (Core 3.2.1, 3.2.2). */
export function readLogoutHeader(root: Element): LogoutHeader | Refused<LogoutRefusal> {
  const id = attributeOf(root, 'ID');
  if (id === undefined || !isMessageId(id)) return refused('id');
  if (attributeOf(root, 'Version') !== '2.0') return refused('version');
  const issueInstant = instantOf(attributeOf(root, 'IssueInstant'));
  if (issueInstant === undefined) return refused('issue-instant');
  const issuer = issuerOf(root);
  if (issuer === undefined) return refused('issuer');
  return { id, issueInstant, issuer, destination: attributeOf(root, 'Destination') };
}

/** Refuses what the schema does not allow, and a second one of what may come once. */
export function checkChildren(
  root: Element,
  allowed: readonly AllowedChild[],
): Refused<LogoutRefusal> | undefined {
  const seen = new Set<string>();
  for (const child of childElements(root)) {
    const known = allowed.find(({ namespace, name }) => isNamed(child, namespace, name));
    if (known === undefined) return refused('unknown-element', child.tagName);
    if (seen.has(known.name) && known.repeated !== true) return refused('repeated-element', known.name);
    seen.add(known.name);
  }
  return undefined;
}
