import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { READING_PARAMETER, type CardVisit } from '#libs/digital-keys';
import { AppError, browserOf, HtmlPage, httpErrors, pageFrame, Public } from '#libs/http';
import { seconds, systemClock } from '#libs/kernel';
import { renderPage } from '#libs/ui';
import { CardReportPage } from './card-report.page.js';
import { CARD_TEST_PARTS, type CardTestParts } from './card-test-parts.js';
import { cardTestView } from './card-test-view.js';
import { CARD_TEST, CardTestPage } from './card-test.page.js';

const SECOND = seconds(1);

/** The self-test of cards and card readers (TMA). It signs nobody in. */
@Controller('tma')
@Public()
export class CardTestController {
  constructor(@Inject(CARD_TEST_PARTS) private readonly the: CardTestParts) {}

  @Get()
  @HtmlPage()
  start(@Req() request: FastifyRequest): string {
    request.context.allowFormTarget(this.the.gate.origin);
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
    await reply.redirect(this.the.gate.for(visit, systemClock.now()), 303);
  }

  /** The reading stays for a while, in this browser only: for printing, and for the same page in another language. */
  @Get('result')
  async result(
    @Query(READING_PARAMETER) handle: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reference, address } = request.context;
    const binding = bindingOf(request);
    const outcome = await this.the.tests.of({ handle: handle ?? '', binding, reference, address });
    if (outcome.kind === 'no-reading') {
      await reply.redirect(CARD_TEST, 303);
      return;
    }
    if (outcome.kind === 'too-often') {
      const headers = { 'retry-after': String(Math.max(1, Math.ceil(outcome.wait / SECOND))) };
      throw new AppError(httpErrors.TOO_MANY, { headers });
    }
    const { report, at, reference: recorded } = outcome.test;
    request.context.allowFormTarget(this.the.gate.origin);
    const view = cardTestView(report, at);
    const page = <CardReportPage frame={pageFrame(request)} view={view} reference={recorded} />;
    await reply.type('text/html; charset=utf-8').send(renderPage(page));
  }
}

/** Whoever looks at the result sits at the browser that asked for it. */
const bindingOf = ({ context }: FastifyRequest): string => `card-test.${browserOf(context.cookies)}`;
