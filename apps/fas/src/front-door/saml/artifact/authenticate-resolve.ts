import {
  issuerOf,
  readArtifactResolve,
  verifyEnvelopedSignature,
  type ArtifactResolve,
  type OpenedEnvelope,
} from '#libs/saml';
import { checkIssueInstant } from '../authn-request/checks/issue-instant.js';
import type { ServiceProvider, ServiceProviders } from '../service-providers.js';

export interface AskedResolve {
  readonly kind: 'asked';
  readonly party: ServiceProvider;
  /** ID of the message, for InResponseTo. */
  readonly id: string;
}

export interface RefusedResolve {
  readonly kind: 'refused';
  readonly reason: string;
  /** Known only when it signed. */
  readonly party?: ServiceProvider;
}

export interface ResolveArrival {
  /** Our own address at which artifacts are resolved. */
  readonly endpoint: string;
  readonly now: Date;
}

/** Finds out who asks (eGov-070 to 073): a registered relying party that signed this very message, just now, for us. */
export async function authenticateResolve(
  message: OpenedEnvelope['message'],
  providers: ServiceProviders,
  arrival: ResolveArrival,
): Promise<AskedResolve | RefusedResolve> {
  const found = await providers.find(issuerOf(message) ?? '');
  if (found.kind !== 'found') return refuse('issuer');
  const { party } = found;
  const verified = verifyEnvelopedSignature(message, party.trust);
  if (verified.kind === 'refused') return refuse(verified.reason);
  const read = readArtifactResolve(verified.root);
  if (read.kind === 'refused') return refuse(read.reason, party);
  const broken = brokenRule(read.request, party, arrival);
  return broken === undefined ? { kind: 'asked', party, id: read.request.id } : refuse(broken, party);
}

function brokenRule(
  request: ArtifactResolve,
  { entityId }: ServiceProvider,
  { endpoint, now }: ResolveArrival,
): string | undefined {
  const { destination = endpoint } = request;
  const rules = {
    issuer: request.issuer === entityId,
    version: request.version === '2.0',
    'issue-instant': checkIssueInstant(request, now).kind === 'passed',
    destination: destination === endpoint,
  };
  return Object.entries(rules).find(([, holds]) => !holds)?.[0];
}

const refuse = (reason: string, party?: ServiceProvider): RefusedResolve => ({
  kind: 'refused',
  reason,
  ...(party && { party }),
});
