import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, httpErrors, pageFrame } from '#libs/http';
import { OfficesStore, type RegistrationOffice } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { listCsv, sendCsv } from '../frame/list/csv.js';
import { pageOfRows, queryFor, selectRows } from '../frame/list/list.js';
import { staffView } from '../frame/staff-view.js';
import { Staff } from '../staff/declarations.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { monthCounts, registrationList } from './office-list.js';
import { OfficePage } from './office.page.js';
import { RegistrationsStore } from './registrations.store.js';

/** A registration office and whom it registered. */
@Controller('registration')
export class OfficeController {
  constructor(
    private readonly places: OfficesStore,
    private readonly registrations: RegistrationsStore,
    private readonly desk: StaffDesk,
  ) {}

  @Get('offices/:office')
  @Staff('registration.read')
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('office') code: string,
    @Query() asked: unknown,
  ): Promise<void> {
    const isFile = code.endsWith('.csv');
    const office = await this.demand(request, isFile ? code.slice(0, -4) : code);
    const now = new Date();
    const frame = pageFrame(request);
    const definition = registrationList(frame.language);
    const query = queryFor(definition, asked);
    const all = await this.registrations.ofOffice(office.code, now);
    const rows = selectRows(definition, all, query);
    if (isFile) return sendCsv(reply, `registrations-${office.code}`, listCsv(definition, rows));
    const page = (
      <OfficePage
        frame={frame}
        staff={staffView(request)}
        office={office}
        definition={definition}
        page={pageOfRows(rows, query)}
        months={monthCounts(all, now)}
      />
    );
    await reply.type('text/html; charset=utf-8').send(renderPage(page));
  }

  private async demand(request: FastifyRequest, code: string): Promise<RegistrationOffice> {
    await this.desk.demand(request, 'registration.read', { kind: 'office', office: code });
    const office = await this.places.find(code);
    if (office === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return office;
  }
}
