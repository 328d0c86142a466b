import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { AppError, httpErrors } from '#libs/http';
import { parseEnterpriseNumber } from '#libs/kernel';
import { ServiceDrafted } from '../onboarding/onboarding.audit.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { ServicesService } from './services.service.js';

/** Begins online services of an agency. */
@Controller()
export class ServicesController {
  constructor(
    private readonly services: ServicesService,
    private readonly staffDesk: StaffDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Post('agencies/:number/services')
  @Staff('application.manage')
  async begin(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const parsed = parseEnterpriseNumber(number);
    if (parsed.kind === 'invalid') throw new AppError(httpErrors.NOT_FOUND);
    const agency = parsed.number;
    const { fedId } = await this.staffDesk.demand(request, 'application.manage', { kind: 'agency', agency });
    const id = await this.services.store.add(agency, fedId);
    await recordStaffAction(this.audit, request, ServiceDrafted, {
      agency,
      data: { service: id, part: 'begun' },
    });
    await reply.redirect(`/services/${id}/edit`, 303);
  }
}
