import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, httpErrors } from '#libs/http';
import { parseEnterpriseNumber } from '#libs/kernel';
import { askedCsv, sendCsv } from '../../frame/list/csv.js';
import { Staff } from '../../staff/declarations.js';
import { StaffDesk } from '../../staff/staff-desk.js';
import { AgencyPeople } from './agency-people.js';
import { peopleList } from './people-list.js';

/** Who works for an agency, as a file. */
@Controller('agencies/:number/people.csv')
export class AgencyPeopleFileController {
  constructor(
    private readonly people: AgencyPeople,
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
    const agency = parsed.number;
    await this.desk.demand(request, 'agency.read', { kind: 'agency', agency });
    const definition = peopleList(request.context.language, agency, false);
    await sendCsv(reply, 'people', askedCsv(definition, await this.people.of(agency), asked));
  }
}
