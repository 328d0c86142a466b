import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { sendCsv, sendFile } from '../frame/list/csv.js';
import { staffView } from '../frame/staff-view.js';
import { AuditExported } from '../reports/audit-exported.audit.js';
import { cursorOf } from '../reports/trail/trail-query.js';
import { trailCsv } from '../reports/trail/trail-csv.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { staffOf } from '../staff/staff-member.js';
import { ResultsPage, type ResultsProps } from './results.page.js';
import { MOST_IN_FILE, SearchDesk } from './search-desk.js';
import type { Search } from './searches.store.js';

/** What a search found: on pages, as a list, and with proof. */
@Controller('audit/searches')
export class ResultsController {
  constructor(
    private readonly desk: SearchDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get(':id.csv')
  @Staff('audit.read')
  async csv(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query('order') order = '',
  ): Promise<void> {
    const search = await this.find(request, id);
    const records = await this.desk.all(search, order === 'up');
    if (records === undefined) return this.tooMany(request, reply, search);
    await this.record(request, search, { form: 'list', records: records.length });
    await sendCsv(reply, 'audit-record', trailCsv(records));
  }

  @Get(':id')
  @Staff('audit.read')
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('before') before = '',
    @Query('order') order = '',
  ): Promise<string> {
    return this.page(request, await this.find(request, id), { before, oldestFirst: order === 'up' });
  }

  /** Names people, so it takes the right to read about them. */
  @Post(':id/proof')
  @Staff('person.audit')
  async proof(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const search = await this.find(request, id);
    const records = await this.desk.all(search);
    if (records === undefined) return this.tooMany(request, reply, search);
    await this.record(request, search, { form: 'proof', records: records.length });
    const content = await this.desk.proof(records);
    await sendFile(reply, { name: 'audit-record-with-proof.json', type: 'application/json', content });
  }

  private async tooMany(request: FastifyRequest, reply: FastifyReply, search: Search): Promise<void> {
    const page = await this.page(request, search, { tooMany: MOST_IN_FILE });
    await reply.code(422).type('text/html; charset=utf-8').send(page);
  }

  private async page(
    request: FastifyRequest,
    search: Search,
    {
      before = '',
      tooMany,
      oldestFirst = false,
    }: { before?: string } & Pick<ResultsProps, 'tooMany' | 'oldestFirst'>,
  ): Promise<string> {
    const cursor = cursorOf(before);
    const [{ records, more }, choices] = await Promise.all([
      this.desk.page(search, cursor, oldestFirst),
      this.desk.choices(),
    ]);
    const common = { frame: pageFrame(request), staff: staffView(request), keys: this.desk.keysAddress };
    const found = { search, choices, records, more, further: cursor !== undefined, tooMany, oldestFirst };
    return renderPage(<ResultsPage {...common} {...found} />);
  }

  private record(
    request: FastifyRequest,
    { criteria, ground, reason }: Search,
    what: { readonly form: 'list' | 'proof'; readonly records: number },
  ): Promise<void> {
    const { subject, from, until } = criteria;
    const data = { ...what, ground, reason, from: from.toISOString(), until: until.toISOString() };
    return recordStaffAction(this.audit, request, AuditExported, { ...(subject && { subject }), data });
  }

  private async find(request: FastifyRequest, id: string): Promise<Search> {
    const search = await this.desk.find(id, staffOf(request).fedId);
    if (search === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return search;
  }
}
