import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { answerPlainAuthorization, type PlainAuthorizationServices } from './plain-authorization.js';
import { answerPlainExchange, type PlainExchangeServices } from './plain-exchange.js';
import { PlainGrants, type PlainGrantsServices } from './plain-grants.js';
import { answerPlainReturn, type PlainReturnServices } from './plain-return.js';
import { answerPlainUserinfo, type PlainUserinfoServices } from './plain-userinfo.js';

export interface ShortWayServices
  extends PlainGrantsServices, PlainReturnServices, PlainUserinfoServices, PlainExchangeServices {
  readonly adapters: PlainAuthorizationServices['adapters'];
  readonly answers: PlainGrantsServices['answers'];
  readonly parties: PlainGrantsServices['parties'];
  readonly sessions: PlainGrantsServices['sessions'];
  readonly authorization: PlainGrantsServices['authorization'];
  readonly journeyMinutes: PlainAuthorizationServices['journeyMinutes'];
  readonly records: PlainExchangeServices['records'] & PlainUserinfoServices['records'];
  readonly events: PlainAuthorizationServices['events'] & PlainExchangeServices['events'];
  readonly requiresPkce: PlainAuthorizationServices['requiresPkce'];
}

/** The plain requests, nine out of ten: answered beside the provider's middleware, and never refused here. */
export class ShortWay {
  private readonly services: PlainAuthorizationServices &
    PlainReturnServices &
    PlainExchangeServices &
    PlainUserinfoServices;

  constructor(
    private readonly provider: Provider,
    services: ShortWayServices,
  ) {
    this.services = { ...services, grants: new PlainGrants(services) };
  }

  /** @returns false, with nothing answered, when the request needs the provider's full judgement */
  async answers(exchange: {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
  }): Promise<boolean> {
    return (
      (await answerPlainAuthorization(this.provider, this.services, exchange)) ||
      (await answerPlainReturn(this.provider, this.services, exchange)) ||
      (await answerPlainExchange(this.provider, this.services, exchange)) ||
      answerPlainUserinfo(this.provider, this.services, exchange)
    );
  }
}
