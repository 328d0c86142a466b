import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceContacts } from '#libs/agencies';
import { AuditWriter } from '#libs/audit';
import { HtmlPage, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { Problems, Typed } from '../../frame/form/typed.js';
import { staffView } from '../../frame/staff-view.js';
import { ServiceDrafted } from '../../onboarding/onboarding.audit.js';
import { Staff } from '../../staff/declarations.js';
import { recordStaffAction } from '../../staff/staff-actions.js';
import { ServiceDesk } from '../service-desk.js';
import { readContacts } from './contacts-form.js';
import { ContactsPage, type ContactsProps } from './contacts.page.js';

/** The contacts of a service, which its agency keeps up to date in whatever state the service is. */
@Controller('services/:id/contacts')
@Staff('application.maintain')
export class ContactsController {
  constructor(
    private readonly desk: ServiceDesk,
    private readonly contacts: ServiceContacts,
    private readonly audit: AuditWriter,
  ) {}

  @Get()
  @HtmlPage()
  async show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    await this.desk.dossier(request, id, 'application.maintain');
    const typed = Typed.of({ ...(await this.contacts.ofService(id)) });
    const returned = await this.contacts.returnedOf(id);
    return page(request, { id, typed, problems: new Problems(), returned });
  }

  @Post()
  @HttpCode(422)
  @HtmlPage()
  async save(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { agency } = await this.desk.dossier(request, id, 'application.maintain');
    const typed = Typed.from(request.body);
    const read = readContacts(typed);
    if (read.kind === 'invalid') {
      const returned = await this.contacts.returnedOf(id);
      await reply.send(page(request, { id, typed, problems: read.problems, returned }));
      return;
    }
    const { language } = request.context;
    await this.contacts.replace({ service: id, agency, language }, read.contacts);
    const data = { service: id, part: 'contacts' };
    await recordStaffAction(this.audit, request, ServiceDrafted, { agency, data });
    await reply.redirect(`/services/${id}`, 303);
  }
}

const page = (request: FastifyRequest, props: Omit<ContactsProps, 'frame' | 'staff'>): string =>
  renderPage(<ContactsPage frame={pageFrame(request)} staff={staffView(request)} {...props} />);
