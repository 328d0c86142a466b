import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askedCsv, sendCsv } from '../../frame/list/csv.js';
import { Staff } from '../../staff/declarations.js';
import { MaintenanceDesk } from './maintenance-desk.js';
import { windowList } from './window-list.js';

/** What is planned as a file. */
@Controller('operations/maintenance.csv')
export class MaintenanceFileController {
  constructor(private readonly desk: MaintenanceDesk) {}

  @Get()
  @Staff('operations.read')
  async file(
    @Req() { context: { language } }: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() asked: unknown,
  ): Promise<void> {
    const { windows, now } = await this.desk.list();
    await sendCsv(reply, 'maintenance', askedCsv(windowList(language, now), windows, asked));
  }
}
