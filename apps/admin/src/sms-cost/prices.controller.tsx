import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { HtmlPage, pageFrame } from '#libs/http';
import { isMonth, readCents } from '#libs/operations';
import { renderPage } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { pageAsked } from '../frame/list/list.js';
import { staffView } from '../frame/staff-view.js';
import { REPORT_RIGHT } from '../reports/report-access.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { staffOf } from '../staff/staff-member.js';
import { listedPrices, priceList } from './price-list.js';
import { PricesPage, type PriceProblem, type PricesProps } from './prices.page.js';
import { SmsPriceEntered } from './sms-cost.audit.js';
import { SmsCostDesk } from './sms-cost-desk.js';

/** What a part of a text message costs, from when. */
@Controller('sms-cost/prices')
export class PricesController {
  constructor(
    private readonly desk: SmsCostDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get()
  @Staff(REPORT_RIGHT)
  @HtmlPage()
  show(
    @Req() request: FastifyRequest,
    @Query() asked: unknown,
    @Query('done') done?: string,
  ): Promise<string> {
    return this.page(request, { entered: done === 'yes' }, asked);
  }

  @Post()
  @Staff('operations.manage')
  async enter(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<void> {
    const typed = Typed.from(body);
    const problem = await this.add(request, typed);
    if (problem === undefined) return void (await reply.redirect('/sms-cost/prices?done=yes', 303));
    const page = await this.page(request, { typed, problems: new Problems<PriceProblem>(problem) });
    await reply.code(422).type('text/html; charset=utf-8').send(page);
  }

  private async add(
    request: FastifyRequest,
    typed: Typed,
  ): Promise<Readonly<Record<string, PriceProblem | undefined>> | undefined> {
    const validFrom = typed.text('validFrom');
    const cents = readCents(typed.text('cents'));
    if (!isMonth(validFrom) || cents === undefined) {
      return {
        validFrom: isMonth(validFrom) ? undefined : 'monthWrong',
        cents: cents === undefined ? 'centsWrong' : undefined,
      };
    }
    const outcome = await this.desk.addPrice({ validFrom, cents }, staffOf(request).fedId);
    if (outcome !== 'added') return { validFrom: outcome };
    await recordStaffAction(this.audit, request, SmsPriceEntered, { data: { validFrom, cents } });
    return undefined;
  }

  private async page(
    request: FastifyRequest,
    more: Partial<PricesProps>,
    asked: unknown = {},
  ): Promise<string> {
    const prices = listedPrices(await this.desk.prices(), this.desk.thisMonth);
    const page = pageAsked(priceList(request.context.language), prices, asked);
    return renderPage(
      <PricesPage frame={pageFrame(request)} staff={staffView(request)} page={page} {...more} />,
    );
  }
}
