import { Body, Controller, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceContacts, type Contacts } from '#libs/agencies';
import type { Dossier } from '../../applications/dossier/dossier.js';
import { ServicesService } from '../../applications/services.service.js';
import { ServiceDrafted, ServiceMoved } from '../../onboarding/onboarding.audit.js';
import { ApiDesk } from '../access/api-desk.js';
import { Client } from '../access/declarations.js';
import { demandVersion, versioned } from '../access/version.js';
import { ProblemShape } from '../problem.shape.js';
import { notNow, ServiceChanges } from './service-changes.js';
import { askerOf, contactsFrom, reasonFrom } from './service-input.js';
import { checklistView, contactsView } from './service-view.js';
import { ContactsBody, StepBody } from './service.bodies.js';
import { ChangeShape, ChecklistShape } from './service.shapes.js';

/** How far a service is on its way into use, its next step, and whom CSAM writes to about it. */
@ApiTags('services')
@ApiParam({ name: 'id', format: 'uuid' })
@ApiResponse({ status: 404, description: 'There is none, or it is not of this agency.', type: ProblemShape })
@Controller('api/v1/services/:id')
export class ApiServiceStepsController {
  constructor(
    private readonly services: ServicesService,
    private readonly changes: ServiceChanges,
    private readonly contacts: ServiceContacts,
    private readonly desk: ApiDesk,
  ) {}

  @Get('checklist')
  @Client('read')
  @ApiOperation({ summary: 'What is done, what is missing, and whose turn it is' })
  @ApiResponse({ status: 200, type: ChecklistShape })
  async checklist(@Req() request: FastifyRequest, @Param('id') id: string): Promise<ChecklistShape> {
    const dossier = await this.find(request, id);
    const [lines, selfTest] = await Promise.all([
      this.services.checklist(dossier),
      this.services.selfTest(dossier),
    ]);
    return checklistView(dossier, lines, selfTest);
  }

  @Post('steps')
  @Client('write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Takes a step: submit, ask for production, take back, suspend, end …',
    description:
      'Coming into an environment, and going on in production, take a second person. The answer to such a question is the state of the service; see `requests`.',
  })
  @ApiBody({ type: StepBody })
  @ApiResponse({ status: 200, type: ChangeShape })
  @ApiResponse({ status: 202, description: 'A second person decides.', type: ChangeShape })
  @ApiResponse({ status: 409, description: 'Not now, or something is missing.', type: ProblemShape })
  async step(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body() { step, reason: text }: StepBody,
  ): Promise<ChangeShape> {
    await this.find(request, id);
    const reason = reasonFrom(text, this.desk.clock.now());
    const outcome = await this.changes.take(id, step, askerOf(request, reason));
    if (outcome.kind !== 'moved' && outcome.kind !== 'asked') throw notNow(outcome);
    if (outcome.kind === 'moved') {
      const { from, to } = outcome;
      await this.desk.record(request, ServiceMoved, {
        data: { service: id, event: step, from: from.state, to: to.state, reason },
      });
    }
    const service = await this.changes.seen(reply, id);
    reply.status(outcome.kind === 'moved' ? 200 : 202);
    return { outcome: outcome.kind === 'moved' ? 'saved' : 'requested', service };
  }

  @Get('contacts')
  @Client('read')
  @ApiOperation({ summary: 'Whom CSAM writes to about the service' })
  @ApiResponse({ status: 200, type: ContactsBody })
  async readContacts(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<Contacts> {
    await this.find(request, id);
    return versioned(reply, contactsView(await this.contacts.ofService(id)));
  }

  @Put('contacts')
  @Client('write')
  @ApiOperation({ summary: 'Replaces the contacts; counts at once, in whatever state' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the contacts.' })
  @ApiBody({ type: ContactsBody })
  @ApiResponse({ status: 200, type: ContactsBody })
  @ApiResponse({ status: 412, description: 'They were changed meanwhile.', type: ProblemShape })
  @ApiResponse({ status: 428, description: 'If-Match is missing.', type: ProblemShape })
  async replaceContacts(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body() body: ContactsBody,
  ): Promise<Contacts> {
    const { agency } = await this.find(request, id);
    demandVersion(request, contactsView(await this.contacts.ofService(id)));
    const contacts = contactsFrom(body);
    const { language } = request.context;
    await this.contacts.replace({ service: id, agency, language }, contacts);
    await this.desk.record(request, ServiceDrafted, { data: { service: id, part: 'contacts' } });
    return versioned(reply, contactsView(await this.contacts.ofService(id)));
  }

  private async find(request: FastifyRequest, id: string): Promise<Dossier> {
    return this.desk.own(request, await this.services.store.find(id), ({ agency }) => agency);
  }
}
