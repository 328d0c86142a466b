import {
  STATUS,
  artifactIn,
  buildArtifactResponse,
  openSoap,
  readArtifact,
  soapEnvelope,
  soapFault,
  sourceIdOf,
  type OpenedEnvelope,
  type ResponseStatus,
} from '#libs/saml';
import type { AuditWriter } from '#libs/audit';
import type { RequestContext } from '#libs/http';
import type { Clock } from '#libs/kernel';
import type { SamlSigner } from '../response/saml-signer.js';
import { SamlRequestRejected } from '../saml.audit.js';
import type { ServiceProvider, ServiceProviders } from '../service-providers.js';
import { authenticateResolve, type AskedResolve } from './authenticate-resolve.js';
import type { ArtifactsStore, KeptAnswer } from './artifacts.store.js';

export interface ResolutionServices {
  /** Our entity identifier. */
  readonly issuer: string;
  /** Our own address at which artifacts are resolved. */
  readonly endpoint: string;
  readonly providers: ServiceProviders;
  readonly artifacts: ArtifactsStore;
  readonly signer: SamlSigner;
  readonly audit: AuditWriter;
  readonly clock: Clock;
}

/** What goes back over SOAP. */
export interface SoapAnswer {
  readonly status: 200 | 400;
  readonly xml: string;
}

type Element = OpenedEnvelope['message'];

/** The artifact resolution service (Profiles 5; Bindings 3.6.5): gives an answer once, to whom it was meant for. */
export class ArtifactResolution {
  constructor(private readonly the: ResolutionServices) {}

  /** @param body the SOAP envelope as it came, when it came as XML */
  async resolve(body: unknown, context: RequestContext): Promise<SoapAnswer> {
    const opened = openSoap(typeof body === 'string' ? body : '');
    if (opened.kind === 'refused') {
      await this.record({ rule: 'soap', reason: opened.reason }, context);
      const code = opened.reason === 'must-understand' ? 'MustUnderstand' : 'Client';
      return { status: 400, xml: soapFault(code, `the envelope cannot be read: ${opened.reason}`) };
    }
    // Taken before anything is judged: an artifact that was shown by the wrong one is burnt (Bindings 3.6.5.1).
    const kept = await this.take(opened.message);
    const { endpoint, providers, clock } = this.the;
    const asked = await authenticateResolve(opened.message, providers, { endpoint, now: clock.now() });
    if (asked.kind === 'refused') {
      await this.record({ rule: 'artifact', reason: asked.reason }, context, asked.party);
      return this.answer({ code: STATUS.requester, subCode: STATUS.requestDenied });
    }
    return this.give(asked, kept, context);
  }

  /** Somebody else's, a used and an unknown one all look the same from outside: success, and nothing in it (Core 3.5.2). */
  private async give(
    { party, id }: AskedResolve,
    kept: KeptAnswer | undefined,
    context: RequestContext,
  ): Promise<SoapAnswer> {
    const isMeant = kept?.relyingParty === party.entityId;
    if (!isMeant) {
      const reason = kept === undefined ? 'unknown-artifact' : 'other-party';
      await this.record({ rule: 'artifact', reason }, context, party);
    }
    return this.answer({ code: STATUS.success }, { inResponseTo: id, ...(isMeant && { message: kept.xml }) });
  }

  private async take(message: Element): Promise<KeptAnswer | undefined> {
    const artifact = readArtifact(artifactIn(message) ?? '');
    if (artifact?.sourceId !== sourceIdOf(this.the.issuer)) return undefined;
    return this.the.artifacts.take(artifact.handle, this.the.clock.now());
  }

  private async answer(
    status: ResponseStatus,
    rest: { readonly inResponseTo?: string; readonly message?: string } = {},
  ): Promise<SoapAnswer> {
    const { issuer, clock, signer } = this.the;
    const response = { issuer, issuedAt: clock.now(), status, ...rest };
    return { status: 200, xml: soapEnvelope(await buildArtifactResponse(response, await signer.key())) };
  }

  private async record(
    { rule, reason }: { readonly rule: string; readonly reason: string },
    { reference, address }: RequestContext,
    party?: ServiceProvider,
  ): Promise<void> {
    const application = party?.application;
    await this.the.audit.record(SamlRequestRejected, {
      reference,
      address,
      ...(application && { application: application.id, agency: application.agency.number }),
      data: { rule, reason, binding: 'soap', answered: party !== undefined },
    });
  }
}
