import type { Element } from '@xmldom/xmldom';
import { canonicalise } from '../xml/canonicalise.js';
import { cacheDurationOf } from './cache-duration.js';
import { Problems } from './problems.js';
import { readEntityId, readValidity, roleNamed, trustedRoot, type MetadataPolicy } from './read-entity.js';
import {
  readAttributeServices,
  readCertificates,
  readConsumers,
  readLogoutServices,
  readNameIdFormats,
  type Certificates,
} from './read-role.js';
import type { MetadataProblem, ServiceProviderMetadata } from './service-provider.js';

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

function readEntity(
  root: Element,
  policy: MetadataPolicy,
  problems: Problems,
): ServiceProviderMetadata | undefined {
  const entityId = readEntityId(root, problems);
  const role = roleNamed(root, 'SPSSODescriptor', problems);
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

function readRequestsSigned(role: Element, { signing }: Certificates, problems: Problems): boolean {
  const signed = problems.boolean(role, 'AuthnRequestsSigned') ?? false;
  if (signed && signing.length === 0) problems.add('no-signing-certificate', 'AuthnRequestsSigned is true');
  return signed;
}
