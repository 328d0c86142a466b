import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { allAuditEvents, AuditReader, AuditWriter } from '#libs/audit';
import { HtmlPage, pageFrame, parseReference } from '#libs/http';
import { renderPage } from '#libs/ui';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { recordStaffAction } from '../../staff/staff-actions.js';
import { ReferenceLookedUp } from '../service-desk.audit.js';
import { ReferencePage } from './reference.page.js';

/** What was recorded under the reference that somebody read from an error page. */
@Controller('service-desk/reference')
export class ReferenceController {
  constructor(
    private readonly records: AuditReader,
    private readonly audit: AuditWriter,
  ) {}

  @Get()
  @Staff('person.read')
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Query('reference') typed = ''): Promise<string> {
    const common = { frame: pageFrame(request), staff: staffView(request) };
    const reference = parseReference(typed);
    if (reference === undefined)
      return renderPage(<ReferencePage {...common} reference={undefined} records={[]} />);
    const found = await this.records.byReference(reference);
    const data = { lookedUp: reference, records: found.length };
    await recordStaffAction(this.audit, request, ReferenceLookedUp, { data });
    const meanings = new Map(allAuditEvents().map(({ name, meaning }) => [name, meaning]));
    const records = found.map(({ name, occurredAt, data: fields }) => ({
      name,
      at: occurredAt,
      meaning: meanings.get(name),
      // Who it was about is found by looking the person up, with a reason.
      fields: Object.entries(fields).map(([field, value]) => `${field}: ${String(value)}`),
    }));
    return renderPage(<ReferencePage {...common} reference={reference} records={records} />);
  }
}
