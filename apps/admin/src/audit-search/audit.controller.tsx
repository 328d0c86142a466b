import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { HtmlPage, pageFrame } from '#libs/http';
import type { FedId } from '#libs/kernel';
import { renderPage } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import { readSearch } from '../service-desk/people/person-search.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { staffOf } from '../staff/staff-member.js';
import { readAuditSearch, usualDays, type WantedSearch } from './audit-search.js';
import { AuditSearched } from './audit-search.audit.js';
import { AuditPage } from './audit.page.js';
import { PeopleSearchPage } from './people.page.js';
import { SearchDesk } from './search-desk.js';
import type { AnyProblem } from './search-fields.js';

/** Auditors and operators search the record; each search is on the record itself. */
@Controller('audit')
export class AuditController {
  constructor(
    private readonly desk: SearchDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get()
  @Staff('audit.read')
  @HtmlPage()
  show(@Req() request: FastifyRequest): Promise<string> {
    return this.page(request, Typed.of(usualDays(this.desk.now)), new Problems());
  }

  @Post('searches')
  @Staff('audit.read')
  async search(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<void> {
    const typed = Typed.from(body);
    const read = readAuditSearch(typed, this.desk.now);
    if (read.kind === 'invalid') return refuse(reply, await this.page(request, typed, read.problems));
    await this.record(request, read.wanted, { found: true });
    await reply.redirect(await this.begin(request, read.wanted), 303);
  }

  @Get('people')
  @Staff('person.audit')
  @HtmlPage()
  people(@Req() request: FastifyRequest): string {
    return peoplePage(request, Typed.of(usualDays(this.desk.now)), new Problems());
  }

  @Post('people')
  @Staff('person.audit')
  async searchPerson(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<void> {
    const typed = Typed.from(body);
    const read = readAuditSearch(typed, this.desk.now);
    const whom = readSearch(typed, this.desk.now);
    if (read.kind === 'invalid' || whom.kind === 'invalid') {
      const problems = new Problems<AnyProblem>({
        ...(whom.kind === 'invalid' && byField(whom.problems, ['by', 'value', 'birthDate'])),
        ...(read.kind === 'invalid' && byField(read.problems, ['from', 'until', 'ground', 'reason'])),
      });
      return refuse(reply, peoplePage(request, typed, problems));
    }
    const person = await this.desk.person(whom.search);
    if (person.kind !== 'found') {
      await this.record(request, read.wanted, { found: false });
      return refuse(reply, peoplePage(request, typed, new Problems<AnyProblem>({ value: person.kind })));
    }
    const subject = person.fedId;
    await this.record(request, read.wanted, { found: true, subject });
    await reply.redirect(await this.begin(request, read.wanted, subject), 303);
  }

  private async begin(request: FastifyRequest, wanted: WantedSearch, subject?: FedId): Promise<string> {
    return `/audit/searches/${await this.desk.begin(staffOf(request).fedId, wanted, subject)}`;
  }

  private record(
    request: FastifyRequest,
    { criteria, of, ground, reason }: WantedSearch,
    { found, subject }: { readonly found: boolean; readonly subject?: FedId },
  ): Promise<void> {
    const by = [
      ...(subject !== undefined || !found ? ['person'] : []),
      ...(criteria.reference === undefined ? ['time'] : ['reference']),
      ...(criteria.names === undefined ? [] : ['kind']),
      ...(of === '' ? [] : [of.length === 10 ? 'agency' : 'application']),
    ];
    const data = { by, ground, reason, found };
    return recordStaffAction(this.audit, request, AuditSearched, { ...(subject && { subject }), data });
  }

  private async page(request: FastifyRequest, typed: Typed, problems: Problems<AnyProblem>): Promise<string> {
    const [choices, checkpoints] = await Promise.all([this.desk.choices(), this.desk.checkpoints()]);
    const { keep, now } = this.desk;
    const common = { frame: pageFrame(request), staff: staffView(request) };
    return renderPage(<AuditPage {...common} {...{ choices, checkpoints, keep, now, typed, problems }} />);
  }
}

const byField = <P extends AnyProblem>(
  problems: Problems<P>,
  fields: readonly string[],
): Readonly<Record<string, P | undefined>> =>
  Object.fromEntries(fields.map((field) => [field, problems.at(field)]));

const peoplePage = (request: FastifyRequest, typed: Typed, problems: Problems<AnyProblem>): string =>
  renderPage(
    <PeopleSearchPage frame={pageFrame(request)} staff={staffView(request)} {...{ typed, problems }} />,
  );

async function refuse(reply: FastifyReply, page: string): Promise<void> {
  await reply.code(422).type('text/html; charset=utf-8').send(page);
}
