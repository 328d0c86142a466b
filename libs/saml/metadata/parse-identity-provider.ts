import type { Element } from '@xmldom/xmldom';
import { BINDING, NAMESPACE } from '../saml-names.js';
import { canonicalise } from '../xml/canonicalise.js';
import { attributeOf, childrenNamed } from '../xml/read-element.js';
import { cacheDurationOf } from './cache-duration.js';
import { Problems } from './problems.js';
import { readEntityId, readValidity, roleNamed, trustedRoot, type MetadataPolicy } from './read-entity.js';
import { readCertificates } from './read-role.js';

/** What an identity provider says about itself in its metadata (Metadata 2.4.3), as far as we act on it. */
export interface IdentityProviderDescription {
  readonly entityId: string;
  readonly validUntil?: Date;
  /** In milliseconds. */
  readonly cacheDuration?: number;
  /** Where requests go, by Redirect. */
  readonly singleSignOn: string;
  /** Base64 of the DER. */
  readonly signingCertificates: readonly string[];
}

export type IdentityProviderOutcome =
  | {
      readonly kind: 'valid';
      readonly value: IdentityProviderDescription;
      /** Of a document under a signature: exactly what was signed, to be kept in place of what came in. */
      readonly signedXml?: string;
    }
  /** Everything that is wrong with it, in one line. */
  | { readonly kind: 'invalid'; readonly reason: string };

/** Reads one `<EntityDescriptor>` of an identity provider, and says everything that is wrong with it. */
export function parseIdentityProviderMetadata(xml: string, policy: MetadataPolicy): IdentityProviderOutcome {
  const problems = new Problems();
  const root = trustedRoot(xml, policy, problems);
  const value = root && readEntity(root, policy, problems);
  if (value && problems.all.length === 0)
    return { kind: 'valid', value, ...(policy.signedBy && { signedXml: canonicalise(root) }) };
  return {
    kind: 'invalid',
    reason: problems.all.map(({ reason, detail }) => `${reason} (${detail})`).join('; '),
  };
}

function readEntity(
  root: Element,
  policy: MetadataPolicy,
  problems: Problems,
): IdentityProviderDescription | undefined {
  const entityId = readEntityId(root, problems);
  const role = roleNamed(root, 'IDPSSODescriptor', problems);
  if (!role) return undefined;
  const { signing } = readCertificates(role, problems);
  if (signing.length === 0) problems.add('no-signing-certificate', 'IDPSSODescriptor');
  const validUntil = readValidity([root, role], policy, problems);
  const singleSignOn = readSingleSignOn(role, problems);
  const cacheDuration = cacheDurationOf([root, role]);
  return {
    entityId,
    singleSignOn,
    signingCertificates: signing,
    ...(validUntil && { validUntil }),
    ...(cacheDuration !== undefined && { cacheDuration }),
  };
}

function readSingleSignOn(role: Element, problems: Problems): string {
  const service = childrenNamed(role, NAMESPACE.metadata, 'SingleSignOnService').find(
    (element) => attributeOf(element, 'Binding') === BINDING.redirect,
  );
  if (service) return problems.location(service, 'Location');
  problems.add('no-single-sign-on', 'none by Redirect');
  return '';
}
