import type { Element } from '@xmldom/xmldom';
import { isMessageId } from '../message-id.js';
import { refused, type Refused } from '../outcome.js';
import { NAMESPACE } from '../saml-names.js';
import { attributeOf, childElements, childrenNamed, isNamed, trimmedTextOf } from '../xml/read-element.js';
import { booleanOf, indexOf, instantOf, isMalformed, type Malformed, type Value } from '../xml/read-value.js';
import type { AuthnRequest, AuthnRequestOutcome, AuthnRequestRefusal } from './authn-request.js';
import { readNameIdPolicy, readRequestedAuthnContext, readScoping, readSubject } from './request-parts.js';

/** The children the schema allows, in no particular order: order carries no meaning here. */
const CHILDREN: readonly (readonly [namespace: string, localName: string])[] = [
  [NAMESPACE.assertion, 'Issuer'],
  [NAMESPACE.signature, 'Signature'],
  [NAMESPACE.protocol, 'Extensions'],
  [NAMESPACE.assertion, 'Subject'],
  [NAMESPACE.protocol, 'NameIDPolicy'],
  [NAMESPACE.assertion, 'Conditions'],
  [NAMESPACE.protocol, 'RequestedAuthnContext'],
  [NAMESPACE.protocol, 'Scoping'],
];

const ENTITY_ID_LIMIT = 1024;

/**
 * The issuer a message claims, for looking up the sender's record before anything is verified; Core 8.3.6 allows no
 * format but entity. Undefined when there is not exactly one usable issuer.
 */
export function issuerOf(root: Element): string | undefined {
  const [issuer, ...others] = childrenNamed(root, NAMESPACE.assertion, 'Issuer');
  const text = issuer && others.length === 0 ? trimmedTextOf(issuer) : undefined;
  return text && text.length <= ENTITY_ID_LIMIT ? text : undefined;
}

/**
 * Reads an `<AuthnRequest>` (Core 3.4.1) from a root that is verified, or that needs no signature. Reading checks form
 * only; whether the request may be granted is for the identity provider's own list of rules.
 */
export function readAuthnRequest(root: Element): AuthnRequestOutcome {
  const children = knownChildren(root);
  if (children.kind === 'refused') return children;
  const header = readHeader(root);
  if ('kind' in header) return header;
  const wishes = readWishes(root);
  const parts = readParts(children.byName);
  const malformed = Object.entries({ ...wishes, ...parts }).find(([, value]) => isMalformed(value));
  if (malformed) return refused('malformed-value', malformed[0]);
  return { kind: 'read', request: { ...header, ...withoutMalformed(wishes), ...withoutMalformed(parts) } };
}

interface KnownChildren {
  readonly kind: 'known';
  readonly byName: ReadonlyMap<string, Element>;
}

function knownChildren(root: Element): KnownChildren | Refused<AuthnRequestRefusal> {
  if (!isNamed(root, NAMESPACE.protocol, 'AuthnRequest')) return refused('not-an-authn-request');
  const byName = new Map<string, Element>();
  for (const child of childElements(root)) {
    const known = CHILDREN.find(([namespace, localName]) => isNamed(child, namespace, localName));
    if (!known) return refused('unknown-element', child.tagName);
    if (byName.has(known[1])) return refused('repeated-element', known[1]);
    byName.set(known[1], child);
  }
  return { kind: 'known', byName };
}

type Header = Pick<AuthnRequest, 'id' | 'version' | 'issueInstant' | 'issuer'>;

function readHeader(root: Element): Header | Refused<AuthnRequestRefusal> {
  const id = attributeOf(root, 'ID');
  if (id === undefined || !isMessageId(id)) return refused('id');
  const version = attributeOf(root, 'Version');
  if (version === undefined) return refused('version');
  const issueInstant = instantOf(attributeOf(root, 'IssueInstant'));
  if (!issueInstant) return refused('issue-instant');
  const issuer = issuerOf(root);
  return issuer ? { id, version, issueInstant, issuer } : refused('issuer');
}

function readWishes(root: Element) {
  return {
    destination: attributeOf(root, 'Destination'),
    acsUrl: attributeOf(root, 'AssertionConsumerServiceURL'),
    acsIndex: indexOf(root, 'AssertionConsumerServiceIndex'),
    protocolBinding: attributeOf(root, 'ProtocolBinding'),
    forceAuthn: orFalse(booleanOf(root, 'ForceAuthn')),
    isPassive: orFalse(booleanOf(root, 'IsPassive')),
    attributeConsumingServiceIndex: indexOf(root, 'AttributeConsumingServiceIndex'),
    providerName: attributeOf(root, 'ProviderName'),
  };
}

function readParts(byName: ReadonlyMap<string, Element>) {
  return {
    nameIdPolicy: part(byName.get('NameIDPolicy'), readNameIdPolicy),
    requestedAuthnContext: part(byName.get('RequestedAuthnContext'), readRequestedAuthnContext),
    subject: part(byName.get('Subject'), readSubject),
    scoping: part(byName.get('Scoping'), readScoping),
  };
}

function part<Part>(element: Element | undefined, read: (element: Element) => Value<Part>): Value<Part> {
  return element && read(element);
}

function orFalse(value: Value<boolean>): boolean | Malformed {
  return value ?? false;
}

type WithoutMalformed<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], Malformed> };

/** Only called when no field is malformed; absent fields are left out. */
function withoutMalformed<Fields extends object>(fields: Fields): WithoutMalformed<Fields> {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined && !isMalformed(value));
  return Object.fromEntries(present) as WithoutMalformed<Fields>;
}
