import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StaffStore } from '#libs/staff';
import { askedCsv, sendCsv } from '../../frame/list/csv.js';
import { Staff } from '../../staff/declarations.js';
import { StaffDesk } from '../../staff/staff-desk.js';
import { officerList } from './officer-list.js';

/** Who registers people at an office, as a file. */
@Controller('registration/offices/:office/officers.csv')
export class OfficersFileController {
  constructor(
    private readonly staff: StaffStore,
    private readonly desk: StaffDesk,
  ) {}

  @Get()
  @Staff('registration.read')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('office') office: string,
    @Query() asked: unknown,
  ): Promise<void> {
    await this.desk.demand(request, 'registration.read', { kind: 'office', office });
    const officers = (await this.staff.ofOffice(office)).filter(({ role }) => role === 'lra-officer');
    const { language } = request.context;
    const definition = officerList({ language, office, appoints: false, now: new Date() });
    await sendCsv(reply, 'officers', askedCsv(definition, officers, asked));
  }
}
