import type { JsonWebKey } from 'node:crypto';
import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, CrossSite, httpErrors, Interface, Public } from '#libs/http';
import { MESSAGE_LIMIT } from '#libs/saml';
import { PARTNER_KEYS_PATH, returnPath } from './partner-addresses.js';
import { PartnerAnswerTurnedAway } from './partners.audit.js';
import { PartnerAnswerUnknown } from './partners.errors.js';
import { PARTNERS, type Partners } from './partners.js';

/** What an answer may consist of; the rest is nobody's business. */
const PARAMETERS = ['code', 'state', 'iss', 'error'] as const;

/** The addresses that recognised services know: our keys, and where they send the browser back to. */
@Controller()
@Public()
export class PartnersController {
  constructor(@Inject(PARTNERS) private readonly the: Partners) {}

  @Get(PARTNER_KEYS_PATH)
  @Interface('application')
  @Header('content-type', 'application/jwk-set+json; charset=utf-8')
  @Header('cache-control', 'public, max-age=1800')
  keys(): Promise<{ keys: JsonWebKey[] }> {
    return this.the.keys.published();
  }

  /** Finds the login that asked; it judges the answer. */
  @Get('fas/partners/:service/callback')
  async callback(
    @Param('service') service: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() { context }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = this.open(service, query['state']);
    if (opened.kind === 'unknown') {
      return this.turnAway(service, opened.reason, context);
    }
    await reply.redirect(`${returnPath(opened.journey, service)}?${partsOf(query)}`, 303);
  }

  /**
   * A service that speaks SAML has the browser post its answer, without the cookies of the login. It is kept for the
   * login that waits for it, which the browser then visits by itself.
   */
  @Post('fas/partners/:service/acs')
  @CrossSite()
  async consume(
    @Param('service') service: string,
    @Body() form: Readonly<Record<string, unknown>> | undefined,
    @Req() { context }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const partner = this.the.saml.find(({ key }) => key === service);
    if (partner === undefined) return this.turnAway(service, 'service', context);
    const { SAMLResponse: message, RelayState: relayState } = form ?? {};
    const onward = isText(message) && isText(relayState) && (await partner.keep(relayState, message));
    if (typeof onward !== 'string') return this.turnAway(service, 'state', context);
    await reply.header('cache-control', 'no-store').redirect(onward, 303);
  }

  /** Who we are to a service that speaks SAML. */
  @Get('fas/partners/:service/metadata.xml')
  @Interface('application')
  @Header('content-type', 'application/samlmetadata+xml; charset=utf-8')
  metadata(@Param('service') service: string): string {
    const partner = this.the.saml.find(({ key }) => key === service);
    if (partner === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return partner.metadata;
  }

  private async turnAway(
    service: string,
    reason: 'service' | 'state',
    { reference, address }: FastifyRequest['context'],
  ): Promise<never> {
    await this.the.audit.record(PartnerAnswerTurnedAway, {
      reference,
      address,
      data: { service: reason === 'service' ? 'unknown' : service, reason },
    });
    throw new AppError(PartnerAnswerUnknown, { detail: reason });
  }

  private open(service: string, state: unknown): OpenedState {
    if (!this.the.list.some(({ key }) => key === service)) return { kind: 'unknown', reason: 'service' };
    const journey = typeof state === 'string' ? this.the.states.open(service, state) : undefined;
    return journey === undefined ? { kind: 'unknown', reason: 'state' } : { kind: 'login', journey };
  }
}

type OpenedState =
  | { readonly kind: 'login'; readonly journey: string }
  | { readonly kind: 'unknown'; readonly reason: 'service' | 'state' };

/** A field that came twice is a list. What is longer than any answer is not kept. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_MESSAGE;

const LONGEST_MESSAGE = 2 * MESSAGE_LIMIT;

/** A parameter that came twice is left out. */
function partsOf(query: Readonly<Record<string, unknown>>): string {
  const parts = PARAMETERS.flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return new URLSearchParams(parts).toString();
}
