import type { Element } from '@xmldom/xmldom';
import { refused, type Refused } from '../outcome.js';
import { NAMESPACE } from '../saml-names.js';
import { attributeOf, childElements, childrenNamed, isNamed, trimmedTextOf } from '../xml/read-element.js';
import { instantOf } from '../xml/read-value.js';
import { checkChildren, readLogoutHeader, type AllowedChild } from './logout-header.js';
import type { LogoutRefusal, LogoutRequestOutcome, LogoutSubject } from './logout-message.js';

const CHILDREN: readonly AllowedChild[] = [
  { namespace: NAMESPACE.assertion, name: 'Issuer' },
  { namespace: NAMESPACE.signature, name: 'Signature' },
  { namespace: NAMESPACE.protocol, name: 'Extensions' },
  { namespace: NAMESPACE.assertion, name: 'NameID' },
  { namespace: NAMESPACE.assertion, name: 'EncryptedID' },
  { namespace: NAMESPACE.protocol, name: 'SessionIndex', repeated: true },
];

const MOST_INDEXES = 32;
const LONGEST_VALUE = 256;

/** Reads a `<LogoutRequest>` (Core 3.7.1) from a root that is verified. Form only; the rules are the caller's. */
export function readLogoutRequest(root: Element): LogoutRequestOutcome {
  if (!isNamed(root, NAMESPACE.protocol, 'LogoutRequest')) return refused('not-a-logout-request');
  const problem = checkChildren(root, CHILDREN);
  if (problem) return problem;
  const header = readLogoutHeader(root);
  if ('kind' in header) return header;
  const until = attributeOf(root, 'NotOnOrAfter');
  const notOnOrAfter = instantOf(until);
  if (until !== undefined && notOnOrAfter === undefined) return refused('not-on-or-after');
  const subject = readSubject(root);
  if (subject.kind === 'refused') return subject;
  const sessionIndexes = readIndexes(root);
  if ('kind' in sessionIndexes) return sessionIndexes;
  return { kind: 'read', request: { ...header, notOnOrAfter, subject, sessionIndexes } };
}

/** Reads a `<NameID>` (Core 2.2.3); undefined when it is empty or too long. */
export function readNameId(element: Element): LogoutSubject | undefined {
  const value = trimmedTextOf(element);
  if (!value || value.length > LONGEST_VALUE) return undefined;
  return {
    kind: 'name-id',
    value,
    format: attributeOf(element, 'Format'),
    nameQualifier: attributeOf(element, 'NameQualifier'),
    spNameQualifier: attributeOf(element, 'SPNameQualifier'),
  };
}

/** Exactly one of the two ways to name somebody. */
function readSubject(root: Element): LogoutSubject | Refused<LogoutRefusal> {
  const [name, ...others] = childElements(root).filter(
    (child) =>
      isNamed(child, NAMESPACE.assertion, 'NameID') || isNamed(child, NAMESPACE.assertion, 'EncryptedID'),
  );
  if (name === undefined || others.length > 0) return refused('subject');
  if (name.localName === 'EncryptedID') return { kind: 'encrypted', element: name };
  return readNameId(name) ?? refused('subject');
}

function readIndexes(root: Element): readonly string[] | Refused<LogoutRefusal> {
  const texts = childrenNamed(root, NAMESPACE.protocol, 'SessionIndex').map(
    (element) => trimmedTextOf(element) ?? '',
  );
  const usable = texts.every((text) => text !== '' && text.length <= LONGEST_VALUE);
  return usable && texts.length <= MOST_INDEXES ? texts : refused('session-index');
}
