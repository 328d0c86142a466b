import type { JsonWebKey } from 'node:crypto';
import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, Interface, Public } from '#libs/http';
import { PARTNER_KEYS_PATH } from './partner-addresses.js';
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
      await this.the.audit.record(PartnerAnswerTurnedAway, {
        reference: context.reference,
        address: context.address,
        data: { service: opened.reason === 'service' ? 'unknown' : service, reason: opened.reason },
      });
      throw new AppError(PartnerAnswerUnknown, { detail: opened.reason });
    }
    const back = `/fas/sign-in/${encodeURIComponent(opened.journey)}/${service}/return`;
    await reply.redirect(`${back}?${partsOf(query)}`, 303);
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

/** A parameter that came twice is left out. */
function partsOf(query: Readonly<Record<string, unknown>>): string {
  const parts = PARAMETERS.flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return new URLSearchParams(parts).toString();
}
