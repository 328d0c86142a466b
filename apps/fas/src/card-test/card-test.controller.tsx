import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { READING_PARAMETER, type CardVisit } from '#libs/digital-keys';
import { browserOf, HtmlPage, pageFrame, Public } from '#libs/http';
import { systemClock } from '#libs/kernel';
import { renderPage } from '#libs/ui';
import { CardReportPage } from './card-report.page.js';
import { CARD_TEST_PARTS, type CardTestParts } from './card-test-parts.js';
import { cardTestView } from './card-test-view.js';
import { CardTested } from './card-test.audit.js';
import { CARD_TEST, CardTestPage } from './card-test.page.js';

/** The self-test of cards and card readers (TMA). It signs nobody in. */
@Controller('tma')
@Public()
export class CardTestController {
  constructor(@Inject(CARD_TEST_PARTS) private readonly the: CardTestParts) {}

  @Get()
  @HtmlPage()
  start(@Req() request: FastifyRequest): string {
    request.context.allowFormTarget(this.the.cards.gate.origin);
    return renderPage(<CardTestPage frame={pageFrame(request)} />);
  }

  @Post()
  async toTheCard(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit: CardVisit = {
      app: 'fas',
      returnTo: `${CARD_TEST}result`,
      binding: bindingOf(request),
      test: true,
    };
    await reply.redirect(this.the.cards.gate.for(visit, systemClock.now()), 303);
  }

  /** The reading stays for a while, in this browser only: for printing, and for the same page in another language. */
  @Get('result')
  async result(
    @Query(READING_PARAMETER) handle: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { cards, audit } = this.the;
    const reading = await cards.readings.look(handle ?? '', bindingOf(request));
    if (reading === undefined) {
      await reply.redirect(CARD_TEST, 303);
      return;
    }
    const now = systemClock.now();
    const presented = reading.kind === 'certificate' ? reading.presented : undefined;
    const report = await cards.eid.examine(presented, now);
    const { outcome } = report;
    const { reference, address } = request.context;
    await audit.record(CardTested, {
      reference,
      address,
      data: { outcome: outcome.kind === 'valid' ? 'valid' : outcome.problem },
    });
    request.context.allowFormTarget(cards.gate.origin);
    const page = (
      <CardReportPage frame={pageFrame(request)} view={cardTestView(report, now)} reference={reference} />
    );
    await reply.type('text/html; charset=utf-8').send(renderPage(page));
  }
}

/** Whoever looks at the result sits at the browser that asked for it. */
const bindingOf = ({ context }: FastifyRequest): string => `card-test.${browserOf(context.cookies)}`;
