import { Provider, type Adapter, type KoaContextWithOIDC } from 'oidc-provider';
import type { JourneyStore } from '../../../journey/journey.store.js';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import type { Authorization } from '../authorization/authorization.js';
import type { ApiClients } from '../clients/api-clients.js';
import type { AnswerStore } from './answer.store.js';
import { ClientAdapter } from './client.adapter.js';
import { AccessTokenAdapter, CodeAdapter, CodesInExchange } from './code-exchange.js';
import { GrantAdapter } from './grant.adapter.js';
import { InteractionAdapter } from './interaction.adapter.js';
import { RecordAdapter } from './record.adapter.js';
import type { OidcRecords } from './records.js';
import { RefreshTokenAdapter } from './refresh-token.adapter.js';
import { ReplayAdapter } from './replay.adapter.js';
import { SessionAdapter } from './session.adapter.js';

export interface AdapterServices {
  readonly records: OidcRecords;
  readonly sessions: SignInSessionStore;
  readonly journeys: JourneyStore;
  readonly parties: RelyingParties;
  readonly apiClients: ApiClients;
  readonly answers: AnswerStore;
  readonly authorization: Authorization;
}

/** Where each kind of record of the OpenID provider lives. */
export class OidcAdapters {
  private readonly special: Readonly<Record<string, Adapter>>;

  constructor(private readonly services: AdapterServices) {
    const { records, sessions, journeys, parties, apiClients, answers, authorization } = services;
    const inExchange = new CodesInExchange();
    this.special = {
      Session: new SessionAdapter(sessions, records),
      Interaction: new InteractionAdapter(
        journeys,
        (id, protocolState) => authorization.openJourney(currentContext(), id, protocolState),
        records,
      ),
      Grant: new GrantAdapter(answers, records),
      AuthorizationCode: new CodeAdapter(inExchange, records, answers, sessions),
      AccessToken: new AccessTokenAdapter(inExchange, records, answers, sessions),
      RefreshToken: new RefreshTokenAdapter(records, answers, sessions),
      ReplayDetection: new ReplayAdapter(records),
      Client: new ClientAdapter(parties, apiClients, records),
    };
  }

  of(model: string): Adapter {
    return this.special[model] ?? new RecordAdapter(model, this.services.records);
  }
}

function currentContext(): KoaContextWithOIDC {
  const ctx = Provider.ctx;
  if (ctx === undefined) throw new Error('the OpenID provider is not working on a request');
  return ctx;
}
