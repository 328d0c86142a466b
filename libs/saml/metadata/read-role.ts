import type { Element } from '@xmldom/xmldom';
import { keyFromCertificate } from '../signature/verification-key.js';
import { BINDING, NAMESPACE } from '../saml-names.js';
import { attributeOf, childrenNamed, trimmedTextOf, withDescendants, isNamed } from '../xml/read-element.js';
import type { Problems } from './problems.js';
import type {
  AttributeConsumingService,
  Endpoint,
  IndexedEndpoint,
  RequestedAttribute,
} from './service-provider.js';

/** Bindings by which an answer can be delivered to a service provider; others (PAOS) are known and passed over. */
const RESPONSE_BINDINGS: readonly string[] = [BINDING.post, BINDING.artifact];
const LOGOUT_BINDINGS: readonly string[] = [BINDING.redirect, BINDING.post, BINDING.soap];

export function readConsumers(role: Element, problems: Problems): readonly IndexedEndpoint[] {
  const taken = new Set<number>();
  const all = childrenNamed(role, NAMESPACE.metadata, 'AssertionConsumerService').map((element) => ({
    index: problems.index(element, taken),
    isDefault: problems.boolean(element, 'isDefault'),
    binding: attributeOf(element, 'Binding') ?? '',
    location: problems.location(element, 'Location'),
  }));
  const usable = all.filter(({ binding }) => RESPONSE_BINDINGS.includes(binding));
  if (usable.length === 0) problems.add('no-assertion-consumer', 'none by POST or Artifact');
  return usable;
}

export function readLogoutServices(role: Element, problems: Problems): readonly Endpoint[] {
  return childrenNamed(role, NAMESPACE.metadata, 'SingleLogoutService')
    .map((element) => ({
      binding: attributeOf(element, 'Binding') ?? '',
      location: problems.location(element, 'Location'),
      responseLocation:
        attributeOf(element, 'ResponseLocation') === undefined
          ? undefined
          : problems.location(element, 'ResponseLocation'),
    }))
    .filter(({ binding }) => LOGOUT_BINDINGS.includes(binding));
}

export interface Certificates {
  readonly signing: readonly string[];
  readonly encryption: readonly string[];
  readonly encryptionMethods: readonly string[];
}

/** Metadata 2.4.1.1: a key descriptor without `use` serves both. */
export function readCertificates(role: Element, problems: Problems): Certificates {
  const signing: string[] = [];
  const encryption: string[] = [];
  const methods = new Set<string>();
  for (const descriptor of childrenNamed(role, NAMESPACE.metadata, 'KeyDescriptor')) {
    const use = attributeOf(descriptor, 'use');
    if (use !== undefined && use !== 'signing' && use !== 'encryption')
      problems.add('certificate', `use="${use}"`);
    const certificates = certificatesIn(descriptor, problems);
    if (use !== 'encryption') signing.push(...certificates);
    if (use === 'signing') continue;
    encryption.push(...certificates);
    for (const method of methodsIn(descriptor)) methods.add(method);
  }
  return { signing, encryption, encryptionMethods: [...methods] };
}

function methodsIn(descriptor: Element): readonly string[] {
  return childrenNamed(descriptor, NAMESPACE.metadata, 'EncryptionMethod').flatMap(
    (method) => attributeOf(method, 'Algorithm') ?? [],
  );
}

function certificatesIn(descriptor: Element, problems: Problems): readonly string[] {
  const elements = withDescendants(descriptor).filter((element) =>
    isNamed(element, NAMESPACE.signature, 'X509Certificate'),
  );
  if (elements.length === 0) problems.add('certificate', 'key descriptor without a certificate');
  return elements.flatMap((element) => {
    const read = keyFromCertificate(trimmedTextOf(element) ?? '');
    if (read.kind === 'key') return [read.certificate];
    problems.add('certificate', read.reason);
    return [];
  });
}

export function readAttributeServices(
  role: Element,
  problems: Problems,
): readonly AttributeConsumingService[] {
  const taken = new Set<number>();
  return childrenNamed(role, NAMESPACE.metadata, 'AttributeConsumingService').map((element) => ({
    index: problems.index(element, taken),
    isDefault: problems.boolean(element, 'isDefault'),
    requestedAttributes: childrenNamed(element, NAMESPACE.metadata, 'RequestedAttribute').map((attribute) =>
      readRequestedAttribute(attribute, problems),
    ),
  }));
}

function readRequestedAttribute(attribute: Element, problems: Problems): RequestedAttribute {
  const name = attributeOf(attribute, 'Name') ?? '';
  if (name === '' || name.length > 256) problems.add('attribute', `Name="${name.slice(0, 64)}"`);
  return {
    name,
    nameFormat: attributeOf(attribute, 'NameFormat'),
    friendlyName: attributeOf(attribute, 'FriendlyName'),
    isRequired: problems.boolean(attribute, 'isRequired') ?? false,
  };
}

export function readNameIdFormats(role: Element): readonly string[] {
  return childrenNamed(role, NAMESPACE.metadata, 'NameIDFormat').flatMap(
    (element) => trimmedTextOf(element) ?? [],
  );
}
