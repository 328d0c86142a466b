import { BINDING, NAME_ID_FORMAT, newMessageId } from '#libs/saml';
import type { Delivery, LogoutStarter, NewDelivery } from '#libs/single-logout';
import type { Exchange } from '../../../journey/front-door.js';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import type { LeftSession } from '../../../sign-in-session/session-endings.store.js';
import type { Participant } from '../../../sign-in-session/sign-in-session.js';
import type { LogoutDoor, LogoutOutcome } from '../../../single-logout/logout-door.js';
import type { NameIds } from '../response/name-ids.js';
import type { ServiceProvider, ServiceProviders } from '../service-providers.js';
import { endpointBy, type LogoutMessages } from './logout-messages.js';

/** A relying party that wants to be answered over SAML. */
export interface SamlStarter extends LogoutStarter {
  readonly protocol: 'saml';
  readonly applicationId: string;
  readonly requestId: string;
  readonly binding: 'redirect' | 'post' | 'soap';
  readonly relayState?: string;
}

export interface SamlLogoutDoorServices {
  readonly parties: RelyingParties;
  readonly providers: ServiceProviders;
  readonly messages: LogoutMessages;
  readonly nameIds: NameIds;
}

/** Tells SAML services that a session ended, and answers those that asked for it (Profiles 4.4). */
export class SamlLogoutDoor implements LogoutDoor {
  constructor(private readonly the: SamlLogoutDoorServices) {}

  async plan(session: LeftSession): Promise<NewDelivery[]> {
    const told = session.participants.filter(({ protocol }) => protocol === 'saml');
    const plans = await Promise.all(told.map((participant) => this.planOne(participant, session)));
    return plans.flat();
  }

  async send(delivery: Delivery, exchange: Exchange): Promise<void> {
    const { address = '', binding = BINDING.redirect } = delivery.details;
    const message = this.the.messages.request(delivery);
    const service = this.nameOf(delivery.applicationId, exchange);
    await this.the.messages.send(binding, { parameter: 'SAMLRequest', message, address, service }, exchange);
  }

  async answer(starter: LogoutStarter, outcome: LogoutOutcome, exchange: Exchange): Promise<void> {
    const { applicationId, requestId, relayState } = starter as SamlStarter;
    const endpoint = await this.endpoint(starter as SamlStarter);
    // A service that takes no answers; the person stays with us.
    if (endpoint === undefined) {
      await exchange.reply.redirect('/fas/signed-out', 303);
      return;
    }
    const { address, binding } = endpoint;
    const message = this.the.messages.response(requestId, outcome, address);
    const service = this.nameOf(applicationId, exchange);
    const outgoing = { parameter: 'SAMLResponse', message, address, relayState, service } as const;
    await this.the.messages.send(binding, outgoing, exchange);
  }

  /** The back channel where there is one: nobody has to wait for it, and no browser can fail. */
  private async planOne(
    { applicationId, index, nameId = '' }: Participant,
    session: LeftSession,
  ): Promise<NewDelivery[]> {
    const party = await this.party(applicationId);
    if (party === undefined) return [];
    const { singleLogoutServices } = party.metadata;
    const back = endpointBy(singleLogoutServices, BINDING.soap);
    // Without its key the answer of a service could not be believed.
    const canAnswer = party.trust.keys.length > 0;
    const front = canAnswer ? endpointBy(singleLogoutServices, BINDING.redirect, BINDING.post) : undefined;
    const endpoint = back ?? front;
    return [
      {
        applicationId,
        protocol: 'saml',
        channel: back ? 'back' : front ? 'front' : 'none',
        messageId: newMessageId(),
        details: {
          audience: party.entityId,
          index,
          subject: nameId,
          nameIdFormat: this.formatOf(nameId, party, session),
          ...(endpoint && { binding: endpoint.binding, address: endpoint.location }),
        },
      },
    ];
  }

  private formatOf(nameId: string, { entityId }: ServiceProvider, { fedId, uid }: LeftSession): string {
    if (fedId === undefined) return NAME_ID_FORMAT.unspecified;
    const persistent = this.the.nameIds.of('persistent', { fedId, sessionUid: uid, entityId });
    return persistent.value === nameId ? NAME_ID_FORMAT.persistent : NAME_ID_FORMAT.transient;
  }

  /** The same binding as the request came by, else the other one (Profiles 4.4.3.4). */
  private async endpoint({ applicationId, binding }: SamlStarter) {
    const endpoints = (await this.party(applicationId))?.metadata.singleLogoutServices ?? [];
    const wanted = binding === 'post' ? [BINDING.post, BINDING.redirect] : [BINDING.redirect, BINDING.post];
    const endpoint = endpointBy(endpoints, ...wanted);
    return endpoint && { address: endpoint.responseLocation ?? endpoint.location, binding: endpoint.binding };
  }

  private async party(applicationId: string): Promise<ServiceProvider | undefined> {
    const entityId = this.the.parties.find(applicationId)?.saml?.entityId;
    const found = entityId === undefined ? undefined : await this.the.providers.find(entityId);
    return found?.kind === 'found' ? found.party : undefined;
  }

  private nameOf(applicationId: string, { request }: Exchange): string {
    return this.the.parties.find(applicationId)?.name[request.context.language] ?? '';
  }
}
