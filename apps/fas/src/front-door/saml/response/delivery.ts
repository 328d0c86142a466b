import { seconds, type Clock } from '#libs/kernel';
import { newArtifact, postFields } from '#libs/saml';
import type { Exchange } from '../../../journey/front-door.js';
import { autoPostAnswer } from '../../auto-post.answer.js';
import type { ArtifactsStore } from '../artifact/artifacts.store.js';
import type { ReturnPoint } from '../authn-request/received-request.js';
import type { ServiceProvider } from '../service-providers.js';

export interface Answer {
  readonly returnTo: ReturnPoint;
  readonly relayState?: string;
  readonly xml: string;
}

export interface DeliveryServices {
  /** Our entity identifier. */
  readonly issuer: string;
  readonly artifacts: ArtifactsStore;
  readonly clock: Clock;
}

/** How long an answer can be fetched (Bindings 3.6.5.1: "a short lifetime"). */
const ARTIFACT_LIFETIME = seconds(60);

/** Brings a response to the relying party through the browser, by POST or by Artifact. */
export class Delivery {
  constructor(private readonly the: DeliveryServices) {}

  async send(party: ServiceProvider, answer: Answer, exchange: Exchange): Promise<void> {
    await (answer.returnTo.binding === 'artifact'
      ? this.byArtifact(party, answer, exchange)
      : byPost(party, answer, exchange));
  }

  /** Bindings 3.6.3: the browser carries a reference, the relying party fetches the answer itself. */
  private async byArtifact(
    { entityId }: ServiceProvider,
    { returnTo, relayState, xml }: Answer,
    { reply }: Exchange,
  ): Promise<void> {
    const { issuer, artifacts, clock } = this.the;
    const { artifact, handle } = newArtifact(issuer);
    const expiresAt = new Date(clock.now().getTime() + ARTIFACT_LIFETIME);
    await artifacts.keep(handle, { relyingParty: entityId, xml }, expiresAt);
    const { acs } = returnTo;
    const query = new URLSearchParams({
      SAMLart: artifact,
      ...(relayState !== undefined && { RelayState: relayState }),
    });
    // Joined as text: the registered address goes out as it is, whatever a parser would make of it.
    const address = `${acs}${acs.includes('?') ? '&' : '?'}${query}`;
    await reply.header('cache-control', 'no-store').redirect(address, 303);
  }
}

/** Bindings 3.5.4: a form that goes by itself, or by its button. */
async function byPost(
  { application }: ServiceProvider,
  { returnTo: { acs }, relayState, xml }: Answer,
  { request, reply }: Exchange,
): Promise<void> {
  const { context } = request;
  context.allowFormTarget(acs);
  const fields = postFields('SAMLResponse', xml, relayState);
  const page = autoPostAnswer(request, {
    application: application.name[context.language],
    action: acs,
    fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  });
  await reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}
