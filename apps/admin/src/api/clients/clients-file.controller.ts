import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, httpErrors } from '#libs/http';
import { parseEnterpriseNumber } from '#libs/kernel';
import { AgenciesService } from '../../agencies/agencies.service.js';
import { askedCsv, sendCsv } from '../../frame/list/csv.js';
import { Staff } from '../../staff/declarations.js';
import { StaffDesk } from '../../staff/staff-desk.js';
import { ApiClientsService } from './api-clients.service.js';
import { clientList } from './client-list.js';

/** The programs of an agency as a file. */
@Controller('agencies/:number/api-clients.csv')
export class ApiClientsFileController {
  constructor(
    private readonly clients: ApiClientsService,
    private readonly agencies: AgenciesService,
    private readonly desk: StaffDesk,
  ) {}

  @Get()
  @Staff('agency.read')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('number') number: string,
    @Query() asked: unknown,
  ): Promise<void> {
    const parsed = parseEnterpriseNumber(number);
    if (parsed.kind === 'invalid') throw new AppError(httpErrors.NOT_FOUND);
    await this.desk.demand(request, 'agency.read', { kind: 'agency', agency: parsed.number });
    const agency = await this.agencies.find(parsed.number);
    if (agency === undefined) throw new AppError(httpErrors.NOT_FOUND);
    const definition = clientList({
      language: request.context.language,
      agency: agency.number,
      agencyState: agency.state,
      manages: false,
      now: this.clients.clock.now(),
    });
    await sendCsv(reply, 'api-clients', askedCsv(definition, await this.clients.of(agency.number), asked));
  }
}
