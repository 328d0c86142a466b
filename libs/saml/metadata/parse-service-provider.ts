import type { Element } from '@xmldom/xmldom';
import { NAMESPACE } from '../saml-names.js';
import { verifyEnvelopedSignature } from '../signature/enveloped-signature.js';
import type { Trust } from '../signature/verification-key.js';
import { canonicalise } from '../xml/canonicalise.js';
import { parseXml } from '../xml/parse-xml.js';
import { attributeOf, childrenNamed, isNamed } from '../xml/read-element.js';
import { instantOf } from '../xml/read-value.js';
import { METADATA_BOUNDS } from '../xml/xml-bounds.js';
import { cacheDurationOf } from './cache-duration.js';
import { Problems } from './problems.js';
import {
  readAttributeServices,
  readCertificates,
  readConsumers,
  readLogoutServices,
  readNameIdFormats,
  type Certificates,
} from './read-role.js';
import type { MetadataProblem, ServiceProviderMetadata } from './service-provider.js';

/** What a document must satisfy beyond being right; how strict depends on how it reached us. */
export interface MetadataPolicy {
  readonly now: Date;
  /** A document from an address is believed only under a signature of these keys; one that an operator hands in is. */
  readonly signedBy?: Trust;
  /** In milliseconds. When given, `validUntil` is required and may lie no further ahead. */
  readonly longestValidity?: number;
}

export type ServiceProviderOutcome =
  | {
      readonly kind: 'valid';
      readonly value: ServiceProviderMetadata;
      /** Of a document under a signature: exactly what was signed, to be kept in place of what came in. */
      readonly signedXml?: string;
    }
  | {
      readonly kind: 'invalid';
      readonly problems: readonly MetadataProblem[];
      /** All problems in one line, for a command line. */
      readonly reason: string;
    };

/** Reads one `<EntityDescriptor>` of a service provider, and says everything that is wrong with it. */
export function parseServiceProviderMetadata(
  xml: string,
  policy: MetadataPolicy = { now: new Date() },
): ServiceProviderOutcome {
  const problems = new Problems();
  const root = trustedRoot(xml, policy, problems);
  const value = root && readEntity(root, policy, problems);
  if (value && problems.all.length === 0)
    return { kind: 'valid', value, ...(policy.signedBy && { signedXml: canonicalise(root) }) };
  const reason = problems.all.map((problem) => `${problem.reason} (${problem.detail})`).join('; ');
  return { kind: 'invalid', problems: problems.all, reason };
}

function trustedRoot(xml: string, policy: MetadataPolicy, problems: Problems): Element | undefined {
  const parsed = parseXml(xml, METADATA_BOUNDS);
  if (parsed.kind === 'refused') {
    problems.add('xml', parsed.detail ? `${parsed.reason} ${parsed.detail}` : parsed.reason);
    return undefined;
  }
  if (!policy.signedBy) return parsed.root;
  const verified = verifyEnvelopedSignature(parsed.root, policy.signedBy);
  if (verified.kind === 'verified') return verified.root;
  problems.add('signature', verified.reason);
  return undefined;
}

function readEntity(
  root: Element,
  policy: MetadataPolicy,
  problems: Problems,
): ServiceProviderMetadata | undefined {
  const entityId = readEntityId(root, problems);
  const role = serviceProviderRole(root, problems);
  if (!role) return undefined;
  const certificates = readCertificates(role, problems);
  return {
    entityId,
    validUntil: readValidity([root, role], policy, problems),
    cacheDuration: cacheDurationOf([root, role]),
    authnRequestsSigned: readRequestsSigned(role, certificates, problems),
    wantAssertionsSigned: problems.boolean(role, 'WantAssertionsSigned') ?? false,
    assertionConsumerServices: readConsumers(role, problems),
    singleLogoutServices: readLogoutServices(role, problems),
    signingCertificates: certificates.signing,
    encryptionCertificates: certificates.encryption,
    encryptionMethods: certificates.encryptionMethods,
    nameIdFormats: readNameIdFormats(role),
    attributeConsumingServices: readAttributeServices(role, problems),
  };
}

function readEntityId(root: Element, problems: Problems): string {
  if (isNamed(root, NAMESPACE.metadata, 'EntitiesDescriptor')) problems.add('several-entities', root.tagName);
  else if (!isNamed(root, NAMESPACE.metadata, 'EntityDescriptor'))
    problems.add('not-an-entity', root.tagName);
  const entityId = attributeOf(root, 'entityID') ?? '';
  if (!isEntityId(entityId)) problems.add('entity-id', `"${entityId.slice(0, 64)}"`);
  return entityId;
}

function readRequestsSigned(role: Element, { signing }: Certificates, problems: Problems): boolean {
  const signed = problems.boolean(role, 'AuthnRequestsSigned') ?? false;
  if (signed && signing.length === 0) problems.add('no-signing-certificate', 'AuthnRequestsSigned is true');
  return signed;
}

/** Metadata 2.2.1 says URI of at most 1,024 characters; real ones are URLs, URNs and, now and then, bare host names. */
function isEntityId(text: string): boolean {
  return /^[\x21-\x7e]{1,1024}$/.test(text);
}

function serviceProviderRole(root: Element, problems: Problems): Element | undefined {
  const [role, ...others] = childrenNamed(root, NAMESPACE.metadata, 'SPSSODescriptor').filter((element) =>
    (attributeOf(element, 'protocolSupportEnumeration') ?? '').split(/\s+/).includes(NAMESPACE.protocol),
  );
  if (role && others.length === 0) return role;
  problems.add(
    'no-service-provider',
    role ? 'more than one SPSSODescriptor' : 'no SPSSODescriptor for SAML 2.0',
  );
  return undefined;
}

/** The earliest end of the two places where it may stand (Metadata 2.3.2, 2.4.1). */
function readValidity(
  elements: readonly Element[],
  policy: MetadataPolicy,
  problems: Problems,
): Date | undefined {
  const times = elements.flatMap((element) => {
    const text = attributeOf(element, 'validUntil');
    const instant = instantOf(text);
    if (text !== undefined && !instant) problems.add('valid-until', text);
    return instant ? [instant.getTime()] : [];
  });
  const earliest = times.length > 0 ? new Date(Math.min(...times)) : undefined;
  checkValidity(earliest, policy, problems);
  return earliest;
}

function checkValidity(validUntil: Date | undefined, policy: MetadataPolicy, problems: Problems): void {
  const { now, longestValidity } = policy;
  if (!validUntil) {
    if (longestValidity !== undefined) problems.add('valid-until-missing', 'validUntil');
    return;
  }
  const ahead = validUntil.getTime() - now.getTime();
  if (ahead <= 0) problems.add('expired', validUntil.toISOString());
  if (longestValidity !== undefined && ahead > longestValidity)
    problems.add('valid-too-long', validUntil.toISOString());
}
