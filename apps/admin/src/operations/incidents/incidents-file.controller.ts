import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askedCsv, sendCsv } from '../../frame/list/csv.js';
import { Staff } from '../../staff/declarations.js';
import { IncidentDesk } from './incident-desk.js';
import { incidentList } from './incident-list.js';

/** The list of incidents as a file. */
@Controller('operations/incidents.csv')
export class IncidentFileController {
  constructor(private readonly desk: IncidentDesk) {}

  @Get()
  @Staff('operations.read')
  async file(
    @Req() { context: { language } }: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() asked: unknown,
  ): Promise<void> {
    const { incidents, now } = await this.desk.list();
    await sendCsv(reply, 'incidents', askedCsv(incidentList(language, now), incidents, asked));
  }
}
