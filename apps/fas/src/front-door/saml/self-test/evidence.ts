import { X509Certificate } from 'node:crypto';
import { LEVELS, levelClass } from '#libs/loa';
import { NAME_ID_FORMAT, type AuthnRequest } from '#libs/saml';
import { CLOCK_SKEW } from '../authn-request/checks/issue-instant.js';
import type { ServiceProvider } from '../service-providers.js';
import type { SelfTestRule } from './verdicts.js';

/** What came and what would have been right, in the words of the protocol, for who mends the service. */
export interface Evidence {
  readonly received: readonly string[];
  readonly expected: readonly string[];
}

export interface Examined {
  readonly request: AuthnRequest;
  readonly party: ServiceProvider;
  /** Our address that the request would be sent to. */
  readonly endpoint: string;
  readonly now: Date;
}

type Witness = (of: Examined) => { readonly [Side in keyof Evidence]: readonly (string | undefined)[] };

const index = (number: number | undefined) => (number === undefined ? undefined : `index ${number}`);

const WITNESSES: Partial<Record<SelfTestRule, Witness>> = {
  destination: ({ request, endpoint }) => ({ received: [request.destination], expected: [endpoint] }),
  'issue-instant': ({ request, now }) => ({
    received: [request.issueInstant.toISOString()],
    expected: [-CLOCK_SKEW, CLOCK_SKEW].map((skew) => new Date(now.getTime() + skew).toISOString()),
  }),
  'assertion-consumer': ({ request, party: { metadata } }) => ({
    received: [request.acsUrl, index(request.acsIndex)],
    expected: metadata.assertionConsumerServices.map(
      (service) => `${service.location} (${index(service.index) ?? ''})`,
    ),
  }),
  version: ({ request }) => ({ received: [request.version], expected: ['2.0'] }),
  'protocol-binding': ({ request, party: { metadata } }) => ({
    received: [request.protocolBinding],
    expected: [...new Set(metadata.assertionConsumerServices.map(({ binding }) => binding))],
  }),
  'name-id-policy': ({ request: { nameIdPolicy }, party }) => ({
    received: [nameIdPolicy?.format, nameIdPolicy?.spNameQualifier],
    expected: [NAME_ID_FORMAT.transient, NAME_ID_FORMAT.persistent, party.entityId],
  }),
  'attribute-service': ({ request, party: { metadata } }) => ({
    received: [index(request.attributeConsumingServiceIndex)],
    expected: metadata.attributeConsumingServices.map((service) => index(service.index)),
  }),
  'authn-context': ({ request: { requestedAuthnContext: asked }, party: { application } }) => ({
    received: [asked?.comparison, ...(asked?.classReferences ?? [])],
    expected: LEVELS.filter((level) => level >= application.minimumLevel).flatMap((level) =>
      application.contexts.map((context) => levelClass(level, context)),
    ),
  }),
};

/** Of a rule about the content of a request whose sender is proven; undefined where there is nothing to compare. */
export function evidenceOf(rule: SelfTestRule, of: Examined): Evidence | undefined {
  const evidence = WITNESSES[rule]?.(of);
  return evidence && { received: present(evidence.received), expected: present(evidence.expected) };
}

/** The certificates that count for a signature; they are public. */
export const signatureEvidence = ({ metadata }: ServiceProvider): Evidence => ({
  received: [],
  expected: metadata.signingCertificates.map((base64) => {
    const { fingerprint256, validTo } = new X509Certificate(Buffer.from(base64, 'base64'));
    return `SHA-256 ${fingerprint256} (${new Date(validTo).toISOString().slice(0, 10)})`;
  }),
});

const present = (values: readonly (string | undefined)[]): string[] => values.flatMap((value) => value ?? []);
