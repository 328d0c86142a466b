import type { Element } from '@xmldom/xmldom';
import { NAMESPACE } from '../saml-names.js';
import { verifyEnvelopedSignature } from '../signature/enveloped-signature.js';
import type { Trust } from '../signature/verification-key.js';
import { parseXml } from '../xml/parse-xml.js';
import { attributeOf, childrenNamed, isNamed } from '../xml/read-element.js';
import { instantOf } from '../xml/read-value.js';
import { METADATA_BOUNDS } from '../xml/xml-bounds.js';
import type { Problems } from './problems.js';

/** What a document must satisfy beyond being right; how strict depends on how it reached us. */
export interface MetadataPolicy {
  readonly now: Date;
  /** A document from an address is believed only under a signature of these keys; one that an operator hands in is. */
  readonly signedBy?: Trust;
  /** In milliseconds. When given, `validUntil` is required and may lie no further ahead. */
  readonly longestValidity?: number;
}

/** The root of the document, as it was signed where a signature is demanded. */
export function trustedRoot(xml: string, policy: MetadataPolicy, problems: Problems): Element | undefined {
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

export function readEntityId(root: Element, problems: Problems): string {
  if (isNamed(root, NAMESPACE.metadata, 'EntitiesDescriptor')) problems.add('several-entities', root.tagName);
  else if (!isNamed(root, NAMESPACE.metadata, 'EntityDescriptor'))
    problems.add('not-an-entity', root.tagName);
  const entityId = attributeOf(root, 'entityID') ?? '';
  if (!isEntityId(entityId)) problems.add('entity-id', `"${entityId.slice(0, 64)}"`);
  return entityId;
}

/** Metadata 2.2.1 says URI of at most 1,024 characters; real ones are URLs, URNs and, now and then, bare host names. */
function isEntityId(text: string): boolean {
  return /^[\x21-\x7e]{1,1024}$/.test(text);
}

const MISSING = {
  SPSSODescriptor: 'no-service-provider',
  IDPSSODescriptor: 'no-identity-provider',
} as const;

/** The one role of this kind that speaks SAML 2.0. */
export function roleNamed(
  root: Element,
  name: keyof typeof MISSING,
  problems: Problems,
): Element | undefined {
  const [role, ...others] = childrenNamed(root, NAMESPACE.metadata, name).filter((element) =>
    (attributeOf(element, 'protocolSupportEnumeration') ?? '').split(/\s+/).includes(NAMESPACE.protocol),
  );
  if (role && others.length === 0) return role;
  problems.add(MISSING[name], role ? `more than one ${name}` : `no ${name} for SAML 2.0`);
  return undefined;
}

/** The earliest end of the two places where it may stand (Metadata 2.3.2, 2.4.1). */
export function readValidity(
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
