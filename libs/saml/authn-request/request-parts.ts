import type { Element } from '@xmldom/xmldom';
import { NAMESPACE } from '../saml-names.js';
import { attributeOf, childElements, childrenNamed, isNamed, trimmedTextOf } from '../xml/read-element.js';
import { MALFORMED, booleanOf, indexOf, isMalformed, type Value } from '../xml/read-value.js';
import type {
  AuthnContextComparison,
  NameIdPolicy,
  RequestedAuthnContext,
  RequestedSubject,
  Scoping,
} from './authn-request.js';

const COMPARISONS: readonly AuthnContextComparison[] = ['exact', 'minimum', 'better', 'maximum'];
const REFERENCE_LIMIT = 32;

export function readNameIdPolicy(policy: Element): Value<NameIdPolicy> {
  const allowCreate = booleanOf(policy, 'AllowCreate');
  if (isMalformed(allowCreate) || childElements(policy).length > 0) return MALFORMED;
  return {
    format: attributeOf(policy, 'Format'),
    spNameQualifier: attributeOf(policy, 'SPNameQualifier'),
    allowCreate: allowCreate ?? false,
  };
}

export function readRequestedAuthnContext(context: Element): Value<RequestedAuthnContext> {
  const wish = attributeOf(context, 'Comparison') ?? 'exact';
  const comparison = COMPARISONS.find((known) => known === wish);
  const classReferences = textsIn(context, NAMESPACE.assertion, 'AuthnContextClassRef');
  const declarationReferences = textsIn(context, NAMESPACE.assertion, 'AuthnContextDeclRef');
  if (!comparison || !classReferences || !declarationReferences) return MALFORMED;
  const count = classReferences.length + declarationReferences.length;
  const whole = count === childElements(context).length && count > 0 && count <= REFERENCE_LIMIT;
  return whole ? { comparison, classReferences, declarationReferences } : MALFORMED;
}

export function readSubject(subject: Element): Value<RequestedSubject> {
  const identifier = childElements(subject).find(
    (child) => !isNamed(child, NAMESPACE.assertion, 'SubjectConfirmation'),
  );
  if (!identifier || !isNamed(identifier, NAMESPACE.assertion, 'NameID')) return { kind: 'unreadable' };
  const nameId = trimmedTextOf(identifier);
  if (!nameId) return MALFORMED;
  return {
    kind: 'name-id',
    nameId,
    format: attributeOf(identifier, 'Format'),
    nameQualifier: attributeOf(identifier, 'NameQualifier'),
    spNameQualifier: attributeOf(identifier, 'SPNameQualifier'),
  };
}

export function readScoping(scoping: Element): Value<Scoping> {
  const proxyCount = indexOf(scoping, 'ProxyCount');
  const requesterIds = textsIn(scoping, NAMESPACE.protocol, 'RequesterID');
  const providers = childrenNamed(scoping, NAMESPACE.protocol, 'IDPList')
    .flatMap((list) => childrenNamed(list, NAMESPACE.protocol, 'IDPEntry'))
    .map((entry) => attributeOf(entry, 'ProviderID') ?? '');
  if (isMalformed(proxyCount) || !requesterIds || providers.includes('')) return MALFORMED;
  return { proxyCount, identityProviders: providers, requesterIds };
}

/** The texts of all children of one name; undefined when one of them is empty or holds more than text. */
function textsIn(parent: Element, namespace: string, localName: string): readonly string[] | undefined {
  const texts: string[] = [];
  for (const child of childrenNamed(parent, namespace, localName)) {
    const text = trimmedTextOf(child);
    if (!text) return undefined;
    texts.push(text);
  }
  return texts;
}
