import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame } from '#libs/http';
import { OfficesStore, StaffStore } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { askedCsv, sendCsv } from '../frame/list/csv.js';
import { pageAsked } from '../frame/list/list.js';
import { staffView } from '../frame/staff-view.js';
import { Staff } from '../staff/declarations.js';
import { staffOf } from '../staff/staff-member.js';
import { officesList, type ListedOffice } from './offices-list.js';
import { OfficesPage } from './offices.page.js';

/** The registration offices that somebody may see; officers see their own only. */
@Controller()
export class OfficesController {
  constructor(
    private readonly places: OfficesStore,
    private readonly staff: StaffStore,
  ) {}

  @Get('registration')
  @Staff('registration.read')
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Query() asked: unknown): Promise<string> {
    const page = pageAsked(officesList(request.context.language), await this.offices(request), asked);
    return renderPage(<OfficesPage frame={pageFrame(request)} staff={staffView(request)} page={page} />);
  }

  @Get('registration.csv')
  @Staff('registration.read')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() asked: unknown,
  ): Promise<void> {
    const definition = officesList(request.context.language);
    await sendCsv(reply, 'offices', askedCsv(definition, await this.offices(request), asked));
  }

  private async offices(request: FastifyRequest): Promise<ListedOffice[]> {
    const reach = staffOf(request).reach('registration.read');
    const [all, officers] = await Promise.all([this.places.all(), this.staff.officersPerOffice()]);
    return all
      .filter(({ code }) => reach.everything || reach.offices.has(code))
      .map((office) => ({ ...office, officers: officers.get(office.code) ?? 0 }));
  }
}
