import type { Element } from '@xmldom/xmldom';
import { NAMESPACE, childElements, childrenNamed, instantOf } from '#libs/saml';
import { attributeOf, onlyChild, textOf } from './elements.js';

/** How the bearer shows that the assertion is theirs (Core 2.4.1). */
export interface Confirmation {
  readonly method: string;
  readonly recipient: string | undefined;
  readonly inResponseTo: string | undefined;
  readonly notBefore: string | undefined;
  readonly notOnOrAfter: Date | undefined;
}

export interface Conditions {
  readonly notBefore: Date | undefined;
  readonly notOnOrAfter: Date | undefined;
  /** Each restriction must name us (Core 2.5.1.4). */
  readonly audiences: readonly (readonly string[])[];
  /** Names of conditions that we do not know how to judge. */
  readonly unknown: readonly string[];
}

export interface AuthenticationStatement {
  readonly at: Date;
  readonly sessionIndex: string;
  readonly sessionEndsAt: Date | undefined;
  readonly classReference: string;
}

export interface Assertion {
  readonly id: string;
  readonly version: string;
  readonly issuedAt: Date;
  readonly issuer: string;
  readonly nameId: string;
  readonly confirmation: Confirmation;
  readonly conditions: Conditions;
  readonly authentication: AuthenticationStatement;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads an assertion of the Web Browser SSO Profile (Profiles 4.1.4.2) from verified octets. Undefined when something
 * that must be there is missing, doubled or not of its type: what could be read in two ways is not read at all.
 */
export function readAssertion(root: Element): Assertion | undefined {
  const header = readHeader(root);
  const subject = onlyChild(root, 'Subject');
  const nameId = textOf(onlyChild(subject, 'NameID'));
  const confirmation = readConfirmation(onlyChild(subject, 'SubjectConfirmation'));
  const conditions = readConditions(onlyChild(root, 'Conditions'));
  const authentication = readAuthentication(onlyChild(root, 'AuthnStatement'));
  const attributes = readAttributes(childrenNamed(root, NAMESPACE.assertion, 'AttributeStatement'));
  if (!header || !nameId || !confirmation || !conditions) return undefined;
  if (!authentication || !attributes) return undefined;
  return { ...header, nameId, confirmation, conditions, authentication, attributes };
}

function readHeader(root: Element): Pick<Assertion, 'id' | 'version' | 'issuedAt' | 'issuer'> | undefined {
  const id = attributeOf(root, 'ID');
  const version = attributeOf(root, 'Version');
  const issuedAt = instantOf(attributeOf(root, 'IssueInstant'));
  const issuer = textOf(onlyChild(root, 'Issuer'));
  return id && version && issuedAt && issuer ? { id, version, issuedAt, issuer } : undefined;
}

function readConfirmation(element: Element | undefined): Confirmation | undefined {
  const method = attributeOf(element, 'Method');
  if (method === undefined) return undefined;
  const data = onlyChild(element, 'SubjectConfirmationData');
  return {
    method,
    recipient: attributeOf(data, 'Recipient'),
    inResponseTo: attributeOf(data, 'InResponseTo'),
    notBefore: attributeOf(data, 'NotBefore'),
    notOnOrAfter: instantOf(attributeOf(data, 'NotOnOrAfter')),
  };
}

const KNOWN_CONDITIONS = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];

function readConditions(element: Element | undefined): Conditions | undefined {
  if (element === undefined) return undefined;
  const notBefore = readOptionalInstant(element, 'NotBefore');
  const notOnOrAfter = readOptionalInstant(element, 'NotOnOrAfter');
  if (notBefore === 'malformed' || notOnOrAfter === 'malformed') return undefined;
  const restrictions = childrenNamed(element, NAMESPACE.assertion, 'AudienceRestriction');
  return {
    notBefore,
    notOnOrAfter,
    audiences: restrictions.map((restriction) =>
      childrenNamed(restriction, NAMESPACE.assertion, 'Audience').flatMap(
        (audience) => textOf(audience) ?? [],
      ),
    ),
    unknown: childElements(element)
      .filter(
        ({ namespaceURI, localName }) =>
          namespaceURI !== NAMESPACE.assertion || !KNOWN_CONDITIONS.includes(localName ?? ''),
      )
      .map(({ tagName }) => tagName),
  };
}

function readAuthentication(element: Element | undefined): AuthenticationStatement | undefined {
  if (element === undefined) return undefined;
  const at = instantOf(attributeOf(element, 'AuthnInstant'));
  const sessionIndex = attributeOf(element, 'SessionIndex');
  const sessionEndsAt = readOptionalInstant(element, 'SessionNotOnOrAfter');
  const classReference = textOf(onlyChild(onlyChild(element, 'AuthnContext'), 'AuthnContextClassRef'));
  if (!at || !sessionIndex || !classReference || sessionEndsAt === 'malformed') return undefined;
  return { at, sessionIndex, classReference, sessionEndsAt };
}

function readOptionalInstant(element: Element, name: string): Date | undefined | 'malformed' {
  const text = attributeOf(element, name);
  return text === undefined ? undefined : (instantOf(text) ?? 'malformed');
}

/** A name that comes twice is refused: two readers could each take another one for the person's. */
function readAttributes(statements: readonly Element[]): Assertion['attributes'] | undefined {
  const attributes = new Map<string, readonly string[]>();
  for (const element of statements.flatMap(childElements)) {
    const name = element.localName === 'Attribute' ? attributeOf(element, 'Name') : undefined;
    const values = childrenNamed(element, NAMESPACE.assertion, 'AttributeValue').map(textOf);
    if (!name || attributes.has(name) || values.includes(undefined)) return undefined;
    attributes.set(
      name,
      values.flatMap((value) => value ?? []),
    );
  }
  return attributes;
}
