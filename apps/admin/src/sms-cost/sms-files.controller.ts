import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askedCsv, sendCsv } from '../frame/list/csv.js';
import { REPORT_RIGHT } from '../reports/report-access.js';
import { Staff } from '../staff/declarations.js';
import { staffOf } from '../staff/staff-member.js';
import { capList } from './cap-list.js';
import { listedPrices, priceList } from './price-list.js';
import { SmsCostDesk } from './sms-cost-desk.js';

/** Caps and prices as files. */
@Controller('sms-cost')
export class SmsFilesController {
  constructor(private readonly desk: SmsCostDesk) {}

  @Get('caps.csv')
  @Staff(REPORT_RIGHT)
  async caps(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() asked: unknown,
  ): Promise<void> {
    const definition = capList(request.context.language, false);
    await sendCsv(reply, 'sms-caps', askedCsv(definition, await this.desk.capped(staffOf(request)), asked));
  }

  @Get('prices.csv')
  @Staff(REPORT_RIGHT)
  async prices(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() asked: unknown,
  ): Promise<void> {
    const prices = listedPrices(await this.desk.prices(), this.desk.thisMonth);
    await sendCsv(reply, 'sms-prices', askedCsv(priceList(request.context.language), prices, asked));
  }
}
