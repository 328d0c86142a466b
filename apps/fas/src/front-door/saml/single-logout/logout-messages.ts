import { minutes, type Clock } from '#libs/kernel';
import {
  BINDING,
  logoutRequest,
  logoutResponse,
  postFields,
  signedLogoutXml,
  signedRedirect,
  STATUS,
  unsignedLogoutXml,
  type Endpoint,
  type MessageParameter,
  type SigningKey,
} from '#libs/saml';
import type { SigningKeyRing } from '#libs/security';
import type { Delivery } from '#libs/single-logout';
import type { Exchange } from '../../../journey/front-door.js';
import type { LogoutOutcome } from '../../../single-logout/logout-door.js';
import { autoPostAnswer } from '../../auto-post.answer.js';

/** A request to log out is worth nothing after this time. */
const REQUEST_LIFE = minutes(5);

export interface LogoutMessagesServices {
  readonly issuer: string;
  readonly keys: SigningKeyRing;
  readonly clock: Clock;
}

type Unsigned = Parameters<typeof signedLogoutXml>[0];

interface Outgoing {
  readonly parameter: MessageParameter;
  readonly message: Unsigned;
  readonly address: string;
  readonly relayState?: string | undefined;
  /** Name of the service, for the page that carries it by POST. */
  readonly service: string;
}

/** Writes our logout messages and puts them into their bindings. */
export class LogoutMessages {
  constructor(private readonly the: LogoutMessagesServices) {}

  request({ messageId, details }: Delivery): Unsigned {
    const { issuer, clock } = this.the;
    const issuedAt = clock.now();
    return logoutRequest({
      id: messageId,
      issuer,
      destination: details.address ?? '',
      issuedAt,
      notOnOrAfter: new Date(issuedAt.getTime() + REQUEST_LIFE),
      subject: {
        value: details.subject,
        format: details.nameIdFormat ?? '',
        nameQualifier: issuer,
        spNameQualifier: details.audience,
      },
      sessionIndex: details.index,
    });
  }

  /** `PartialLogout` stands inside Success: our own session has ended (Core 3.7.3.2). */
  response(inResponseTo: string, outcome: LogoutOutcome, destination?: string): Unsigned {
    const { issuer, clock } = this.the;
    return logoutResponse({
      issuer,
      inResponseTo,
      issuedAt: clock.now(),
      ...(destination !== undefined && { destination }),
      status: {
        code: STATUS.success,
        ...(outcome === 'partial' && { subCode: STATUS.partialLogout }),
      },
    });
  }

  async signed(message: Unsigned): Promise<string> {
    return signedLogoutXml(message, await this.key());
  }

  async byRedirect(
    { address, message, parameter, relayState }: Outgoing,
    { reply }: Exchange,
  ): Promise<void> {
    const envelope = {
      parameter,
      xml: unsignedLogoutXml(message),
      ...(relayState !== undefined && { relayState }),
    };
    await reply.redirect(await signedRedirect(address, envelope, await this.key()), 303);
  }

  async byPost({ address, message, parameter, ...outgoing }: Outgoing, exchange: Exchange): Promise<void> {
    const { request, reply } = exchange;
    request.context.allowFormTarget(address);
    const fields = postFields(parameter, await this.signed(message), outgoing.relayState);
    const page = autoPostAnswer(request, {
      application: outgoing.service,
      action: address,
      fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    });
    await reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  }

  send(binding: string, outgoing: Outgoing, exchange: Exchange): Promise<void> {
    return binding === BINDING.redirect
      ? this.byRedirect(outgoing, exchange)
      : this.byPost(outgoing, exchange);
  }

  private async key(): Promise<SigningKey> {
    const { kid, privateKey, certificate } = await this.the.keys.active('saml');
    if (certificate === undefined) throw new Error(`the signing key ${kid} has no certificate`);
    return { kid, privateKey, certificate };
  }
}

/** Where a service takes logout messages by this binding. */
export const endpointBy = (
  endpoints: readonly Endpoint[],
  ...bindings: readonly string[]
): Endpoint | undefined =>
  bindings.map((wanted) => endpoints.find(({ binding }) => binding === wanted)).find(Boolean);
