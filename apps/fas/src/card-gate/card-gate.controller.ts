import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { READING_PARAMETER, type CardReading } from '#libs/digital-keys';
import { AppError, Public } from '#libs/http';
import { systemClock } from '#libs/kernel';
import { CardProxyUnknown, CardVisitUnknown } from './card-gate.errors.js';
import { CARD_GATE_PARTS, type CardGateParts } from './card-gate-parts.js';
import { presentedByProxy } from './presented-by-proxy.js';
import { presentedOnSocket } from './presented-on-socket.js';

/** All that the certificate listener does: take the certificate of the handshake, and send the browser back. */
@Controller()
@Public()
export class CardGateController {
  constructor(@Inject(CARD_GATE_PARTS) private readonly the: CardGateParts) {}

  /** Somebody who looks what is here: the self-test is what people can do with a card on their own. */
  @Get()
  async home(@Res() reply: FastifyReply): Promise<void> {
    await reply.redirect(`${this.the.addresses.fas}/tma/`, 303);
  }

  @Get('card')
  async read(
    @Query('visit') sealed: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { cards, addresses } = this.the;
    const visit = cards.gate.open(sealed ?? '', systemClock.now());
    if (visit === undefined) throw new AppError(CardVisitUnknown);
    const handle = await cards.readings.keep(this.presented(request), visit);
    await reply.redirect(`${addresses[visit.app]}${visit.returnTo}?${READING_PARAMETER}=${handle}`, 303);
  }

  private presented({ raw }: FastifyRequest): CardReading {
    const { proxySecret } = this.the;
    if (proxySecret === undefined) return presentedOnSocket(raw.socket);
    const reading = presentedByProxy(raw.headers, proxySecret);
    if (reading.kind === 'foreign') throw new AppError(CardProxyUnknown, { detail: 'without the secret' });
    return reading;
  }
}
