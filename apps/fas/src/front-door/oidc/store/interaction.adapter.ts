import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { JourneyStore } from '../../../journey/journey.store.js';
import type { Journey } from '../../../journey/journey.js';
import { errorOfRefusal } from '../authorization/refusal.js';
import { checkStorable, RecordAdapter } from './record.adapter.js';

/** What a journey keeps for the OpenID provider. */
export interface OidcProtocolState {
  readonly interaction: AdapterPayload;
  /** The `sub` in an id_token_hint, when the person was not signed in yet. */
  readonly hintedSubject?: string;
}

/** Opens a journey for the request that is being worked on. */
export type OpenJourney = (id: string, protocolState: OidcProtocolState) => Promise<void>;

/** The OpenID provider's interaction *is* the journey: one row holds both. */
export class InteractionAdapter extends RecordAdapter implements Adapter {
  constructor(
    private readonly journeys: JourneyStore,
    private readonly openJourney: OpenJourney,
    records: ConstructorParameters<typeof RecordAdapter>[1],
  ) {
    super('Interaction', records);
  }

  override async upsert(id: string, payload: AdapterPayload): Promise<void> {
    // The session may change while the person signs in, which the provider would take for a mismatch.
    const { session: _session, ...interaction } = { ...payload, params: withoutHints(payload.params) };
    checkStorable(interaction);
    await this.openJourney(id, { interaction });
  }

  override async find(id: string): Promise<AdapterPayload | undefined> {
    const journey = await this.journeys.read(id);
    if (journey === undefined || journey.request.protocol !== 'oidc') return undefined;
    if (journey.state !== 'finished' && journey.state !== 'refused') return undefined;
    const { interaction } = journey.protocolState as OidcProtocolState;
    // The person may have asked for more time.
    const exp = Math.floor(journey.expiresAt.getTime() / 1_000);
    return { ...interaction, jti: id, kind: 'Interaction', exp, ...resultOf(journey) };
  }

  override async destroy(id: string): Promise<void> {
    await this.journeys.apply(id, 'Answered');
  }
}

/** Hints served when the request came; they may name the person, so they are not kept. */
function withoutHints(params: AdapterPayload['params']): AdapterPayload['params'] {
  const { login_hint: _login, id_token_hint: _token, ...others } = params ?? {};
  return others;
}

const SETTLED = { login: undefined, consent: undefined, select_account: undefined };

/**
 * How the journey ended. The names of prompts say that these are settled; they carry no account, since who is signed
 * in stands in the session's own row.
 */
function resultOf({ result }: Journey): Pick<AdapterPayload, 'result'> {
  if (result?.kind !== 'refused') return { result: SETTLED };
  const { error, error_description } = errorOfRefusal(result.reason);
  return { result: { error, error_description } };
}
