import { Provider, type Adapter, type KoaContextWithOIDC } from 'oidc-provider';
import type { Database } from '#libs/database';
import type { JourneyStore } from '../../../journey/journey.store.js';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import type { Authorization } from '../authorization/authorization.js';
import type { AnswerStore } from './answer.store.js';
import { BoundRecordAdapter } from './bound-record.adapter.js';
import { ClientAdapter } from './client.adapter.js';
import { GrantAdapter } from './grant.adapter.js';
import { InteractionAdapter } from './interaction.adapter.js';
import { RecordAdapter } from './record.adapter.js';
import { RefreshTokenAdapter } from './refresh-token.adapter.js';
import { ReplayAdapter } from './replay.adapter.js';
import { SessionAdapter } from './session.adapter.js';

export interface AdapterServices {
  readonly database: Database;
  readonly sessions: SignInSessionStore;
  readonly journeys: JourneyStore;
  readonly parties: RelyingParties;
  readonly answers: AnswerStore;
  readonly authorization: Authorization;
}

/** Where each kind of record of the OpenID provider lives. */
export class OidcAdapters {
  private readonly special: Readonly<Record<string, Adapter>>;

  constructor(private readonly services: AdapterServices) {
    const { database, sessions, journeys, parties, answers, authorization } = services;
    this.special = {
      Session: new SessionAdapter(sessions, database),
      Interaction: new InteractionAdapter(
        journeys,
        (id, protocolState) => authorization.openJourney(currentContext(), id, protocolState),
        database,
      ),
      Grant: new GrantAdapter(answers, database),
      AuthorizationCode: new BoundRecordAdapter('AuthorizationCode', database, answers, sessions),
      AccessToken: new BoundRecordAdapter('AccessToken', database, answers, sessions),
      RefreshToken: new RefreshTokenAdapter(database, answers, sessions),
      ReplayDetection: new ReplayAdapter(database),
      Client: new ClientAdapter(parties, database),
    };
  }

  of(model: string): Adapter {
    return this.special[model] ?? new RecordAdapter(model, this.services.database);
  }
}

function currentContext(): KoaContextWithOIDC {
  const ctx = Provider.ctx;
  if (ctx === undefined) throw new Error('the OpenID provider is not working on a request');
  return ctx;
}
