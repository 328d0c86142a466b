import { AppError } from '#libs/http';
import type { Clock } from '#libs/kernel';
import type { AuthenticationResult } from '../../journey/authentication-result.js';
import type { Exchange, FrontDoor } from '../../journey/front-door.js';
import { journeyAddress } from '../../journey/journey-desk.js';
import type { JourneyStore } from '../../journey/journey.store.js';
import type { Journey } from '../../journey/journey.js';
import type { RelyingParties } from '../../relying-parties/relying-parties.js';
import type { SignInSessionStore } from '../../sign-in-session/sign-in-session.store.js';
import type { Delivery } from './response/delivery.js';
import type { SamlProtocolState } from './response/protocol-state.js';
import type { ResponseBuilder } from './response/response-builder.js';
import { UnknownService } from './saml.errors.js';
import type { ServiceProvider, ServiceProviders } from './service-providers.js';

export interface FrontDoorServices {
  readonly parties: RelyingParties;
  readonly providers: ServiceProviders;
  readonly responses: ResponseBuilder;
  readonly delivery: Delivery;
  readonly sessions: SignInSessionStore;
  readonly journeys: JourneyStore;
  readonly clock: Clock;
}

/** The way out over SAML: the result of a journey becomes a response, brought to where the request came from. */
export class SamlFrontDoor implements FrontDoor {
  readonly protocol = 'saml';

  constructor(private readonly the: FrontDoorServices) {}

  returnAddress({ protocolState }: Journey): string {
    return (protocolState as SamlProtocolState).acs;
  }

  async answer(journey: Journey, result: AuthenticationResult, exchange: Exchange): Promise<void> {
    const state = journey.protocolState as SamlProtocolState;
    // Of two that finish at the same moment one answers; the other is shown that it is done.
    if (!(await this.the.journeys.apply(journey.id, 'Answered'))) {
      await exchange.reply.redirect(journeyAddress(journey.id), 303);
      return;
    }
    await this.respond(journey.request.applicationId, state, { result, exchange });
  }

  /** The same when no journey was needed. */
  async respond(
    applicationId: string,
    state: SamlProtocolState,
    { result, exchange }: { readonly result: AuthenticationResult; readonly exchange: Exchange },
  ): Promise<void> {
    const party = await this.party(applicationId, state);
    const { xml, told } = await this.the.responses.answer(party, state, result);
    if (told && result.kind === 'authenticated') {
      const at = this.the.clock.now().toISOString();
      await this.the.sessions.addParticipant(result.sessionUid, {
        applicationId,
        protocol: 'saml',
        ...told,
        at,
      });
    }
    const { relayState } = state;
    const answer = { returnTo: state, xml, ...(relayState !== undefined && { relayState }) };
    await this.the.delivery.send(party, answer, exchange);
  }

  /** Minutes may have passed: the application must still be there, and still have the address. */
  private async party(applicationId: string, { acs }: SamlProtocolState): Promise<ServiceProvider> {
    const entityId = this.the.parties.find(applicationId)?.saml?.entityId;
    const found = entityId === undefined ? undefined : await this.the.providers.find(entityId);
    const party = found?.kind === 'found' ? found.party : undefined;
    if (party?.metadata.assertionConsumerServices.some(({ location }) => location === acs)) return party;
    throw new AppError(UnknownService, { detail: 'changed during the sign-in' });
  }
}
