import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeyLife, type Trace } from '#libs/digital-keys';
import { AppError, HtmlPage, httpErrors, pageFrame, Person, principalOf, RedirectAnswer } from '#libs/http';
import { isLanguage, type FedId } from '#libs/kernel';
import { defaultLoaPolicy } from '#libs/loa';
import type { ContactKind, OwnContact } from '#libs/people';
import { SignInDesk, type SignedInPerson } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { AddContactPage } from './add-contact.page.js';
import { ConfirmContactPage } from './confirm-contact.page.js';
import { readContact } from './contact-form.js';
import { contactLevel, mustStay, restsFirst } from './contact-rules.js';
import { ContactDataPage, type ContactDone } from './contact-data.page.js';
import { ContactDataService } from './contact-data.service.js';
import { RemoveContactPage } from './remove-contact.page.js';

type FormBody = Readonly<Record<string, string | undefined>>;

const DONE: readonly ContactDone[] = ['confirmed', 'removed', 'primary', 'language'];

/** How we can reach a person, and in which language. */
@Controller('contact')
@Person(200)
export class ContactDataController {
  constructor(
    private readonly contacts: ContactDataService,
    private readonly life: KeyLife,
    private readonly desk: SignInDesk,
  ) {}

  @Get()
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Query('done') done?: string): Promise<string> {
    const { fedId } = principalOf<SignedInPerson>(request);
    const data = await this.contacts.of(fedId);
    const known = DONE.find((one) => one === done);
    return renderPage(<ContactDataPage frame={pageFrame(request)} {...data} done={known} />);
  }

  @Post('language')
  async language(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() form: FormBody) {
    const { fedId } = principalOf<SignedInPerson>(request);
    const { language } = form;
    if (language === undefined || !isLanguage(language)) throw new AppError(httpErrors.BAD_REQUEST);
    await this.contacts.setLanguage(fedId, language, traceOf(request));
    await reply.redirect('/contact?done=language', 303);
  }

  @Get('add/:kind')
  @HtmlPage()
  async askNew(@Req() request: FastifyRequest, @Param('kind') named: string): Promise<string> {
    const kind = kindOf(named);
    const { person } = await this.admit(request, `/contact/add/${kind}`);
    const rests = restsFirst(kind, person.level);
    return renderPage(<AddContactPage frame={pageFrame(request)} kind={kind} rests={rests} />);
  }

  @Post('add/:kind')
  async add(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('kind') named: string,
    @Body() form: FormBody,
  ): Promise<void> {
    const kind = kindOf(named);
    const { person } = await this.admit(request, `/contact/add/${kind}`);
    const rests = restsFirst(kind, person.level);
    const typed = form[kind === 'mail' ? 'email' : 'phone'] ?? '';
    const wanted = { fedId: person.fedId, kind, rests };
    const problem = await this.askedProblem(wanted, typed, traceOf(request));
    if (problem === undefined) return void (await reply.redirect(`/contact/confirm/${kind}`, 303));
    const page = (
      <AddContactPage frame={pageFrame(request)} kind={kind} rests={rests} typed={typed} problem={problem} />
    );
    await reply.code(422).type('text/html; charset=utf-8').send(renderPage(page));
  }

  private async askedProblem(
    wanted: { fedId: FedId; kind: ContactKind; rests: boolean },
    typed: string,
    trace: Trace,
  ): Promise<'missing' | 'form' | 'not-now' | 'unavailable' | undefined> {
    const read = readContact(wanted.kind, typed);
    if (read.kind === 'invalid') return read.problem;
    const outcome = await this.contacts.ask({ ...wanted, value: read.value }, trace);
    return outcome.kind === 'sent' ? undefined : outcome.kind;
  }

  @Get('confirm/:kind')
  @HtmlPage()
  async askCode(@Req() request: FastifyRequest, @Param('kind') named: string): Promise<string> {
    const kind = kindOf(named);
    const { fedId } = principalOf<SignedInPerson>(request);
    const { pending } = await this.contacts.of(fedId);
    const found = pending.find((one) => one.kind === kind);
    if (found === undefined) throw new RedirectAnswer('/contact');
    return renderPage(<ConfirmContactPage frame={pageFrame(request)} kind={kind} value={found.value} />);
  }

  @Post('confirm/:kind')
  async confirm(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('kind') named: string,
    @Body() form: FormBody,
  ): Promise<void> {
    const kind = kindOf(named);
    const { person } = await this.admit(request, `/contact/confirm/${kind}`);
    const { pending } = await this.contacts.of(person.fedId);
    const value = pending.find((one) => one.kind === kind)?.value ?? '';
    const outcome = await this.contacts.confirmByCode(person.fedId, kind, form.code ?? '', traceOf(request));
    if (outcome.kind === 'confirmed') return void (await reply.redirect('/contact?done=confirmed', 303));
    const page = (
      <ConfirmContactPage frame={pageFrame(request)} kind={kind} value={value} problem={outcome.reason} />
    );
    await reply.code(422).type('text/html; charset=utf-8').send(renderPage(page));
  }

  @Get(':id/remove')
  @HtmlPage()
  async askRemove(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const { contact, stays } = await this.ownContact(request, id, 'remove');
    return renderPage(<RemoveContactPage frame={pageFrame(request)} contact={contact} stays={stays} />);
  }

  @Post(':id/remove')
  async remove(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string) {
    const { contact, stays, person } = await this.ownContact(request, id, 'remove');
    if (stays !== undefined) return void (await reply.redirect(`/contact/${id}/remove`, 303));
    await this.contacts.remove(person.fedId, contact, traceOf(request));
    await reply.redirect('/contact?done=removed', 303);
  }

  @Post(':id/primary')
  async primary(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string) {
    const { contact, person } = await this.ownContact(request, id);
    if (contact.verified) await this.contacts.makePrimary(person.fedId, contact, traceOf(request));
    await reply.redirect('/contact?done=primary', 303);
  }

  private async ownContact(request: FastifyRequest, id: string, page?: 'remove') {
    const { person, keys } = await this.admit(request, page ? `/contact/${id}/${page}` : '/contact');
    const { contacts } = await this.contacts.of(person.fedId);
    const contact: OwnContact | undefined = contacts.find((one) => one.id === id);
    if (contact === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return { person, contact, stays: mustStay(contact, contacts, keys) };
  }

  /** Leads to a stronger sign-in when the session is weaker than the keys that use contact data. */
  private async admit(request: FastifyRequest, page: string) {
    const person = principalOf<SignedInPerson>(request);
    const keys = await this.life.keysOf(person.fedId);
    const level = contactLevel(keys, defaultLoaPolicy);
    if (person.level < level) throw new RedirectAnswer(await this.desk.stepUp(request, level, page));
    return { person, keys };
  }
}

function kindOf(named: string): ContactKind {
  if (named === 'mail' || named === 'phone') return named;
  throw new AppError(httpErrors.NOT_FOUND);
}

const traceOf = ({ context: { reference, address } }: FastifyRequest) => ({ reference, address });
