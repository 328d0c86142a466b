import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  CodePage,
  ConfirmMailPage,
  MailPage,
  OtherBrowserPage,
  readMailAddress,
  REGISTRATION_PATH,
  registrationState,
  SpentPage,
  type Registration,
} from '#libs/digital-keys';
import { browserOf, Public } from '#libs/http';
import { systemClock } from '#libs/kernel';
import { ProfileDesk } from './profile.desk.js';
import { REGISTRATION_DESK, type RegistrationDesk } from './registration.desk.js';
import { sendPage, type Visit } from './visit.js';

type Form = Readonly<Record<string, string | undefined>> | undefined;

/** Making a profile with a mail address. The GET of a link changes nothing: programs that read mail follow links. */
@Controller(REGISTRATION_PATH)
@Public()
export class RegistrationController {
  constructor(
    @Inject(REGISTRATION_DESK) private readonly desk: RegistrationDesk,
    private readonly profiles: ProfileDesk,
  ) {}

  @Get()
  async begin(
    @Query('login') login: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = { request, reply };
    await sendPage(visit, 200, <MailPage {...await this.desk.frame(visit, login)} {...loginField(login)} />);
  }

  @Post()
  async start(@Body() form: Form, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = { request, reply };
    const login = form?.login;
    const of = { ...(await this.desk.frame(visit, login)), ...loginField(login) };
    const mail = readMailAddress(form?.emailAddress);
    if (mail === undefined) {
      const typed = form?.emailAddress ?? '';
      await sendPage(visit, 422, <MailPage {...of} mail={typed} problem={{ kind: 'wrong' }} />);
      return;
    }
    const started = await this.desk.start(mail, visit, login);
    if (started.kind === 'capped') {
      const problem = { kind: 'capped', waitMs: started.waitMs } as const;
      await sendPage(visit, 429, <MailPage {...of} mail={mail} problem={problem} />);
      return;
    }
    await reply.redirect(`${REGISTRATION_PATH}/${started.id}`, 303);
  }

  @Get(':id')
  async show(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = { request, reply };
    const registration = await this.registration(id, visit);
    if (registration !== undefined) await this.showStep(registration, visit);
  }

  /** The link of the mail. */
  @Get(':id/mail')
  async link(
    @Param('id') id: string,
    @Query('proof') proof: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = { request, reply };
    const registration = await this.registration(id, visit);
    if (registration === undefined) return;
    if (proof === undefined || registrationState(registration, systemClock.now()) !== 'waiting') {
      await reply.redirect(`${REGISTRATION_PATH}/${id}`, 303);
      return;
    }
    const of = await this.desk.frame(visit, registration.journey, id);
    await sendPage(visit, 200, <ConfirmMailPage {...of} mail={registration.mail} proof={proof} />);
  }

  @Post(':id')
  async step(
    @Param('id') id: string,
    @Body() form: Form,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = { request, reply };
    const registration = await this.registration(id, visit);
    if (registration === undefined) return;
    const state = registrationState(registration, systemClock.now());
    if (state === 'verified') await this.profiles.complete(registration, form ?? {}, visit);
    else if (state === 'waiting') await this.prove(registration, form ?? {}, visit);
    else await this.showStep(registration, visit);
  }

  private async prove(registration: Registration, form: NonNullable<Form>, visit: Visit): Promise<void> {
    const { id, mail, journey } = registration;
    const of = await this.desk.frame(visit, journey, id);
    const startHref = this.desk.startHref(journey);
    if (form.resend !== undefined) {
      const outcome = await this.desk.sendAgain(registration, visit);
      const sent = outcome.kind === 'kept';
      const said = sent ? 'resent' : 'notNow';
      await sendPage(
        visit,
        sent ? 200 : 429,
        <CodePage {...of} mail={mail} startHref={startHref} said={said} />,
      );
      return;
    }
    if (await this.desk.verify(registration, form, visit)) {
      await visit.reply.redirect(`${REGISTRATION_PATH}/${id}`, 303);
      return;
    }
    if (await this.desk.isSpent(registration, visit)) {
      await sendPage(visit, 410, <SpentPage {...of} startHref={startHref} />);
      return;
    }
    await sendPage(visit, 422, <CodePage {...of} mail={mail} startHref={startHref} said="codeWrong" />);
  }

  private async showStep(registration: Registration, visit: Visit): Promise<void> {
    const { id, mail, journey } = registration;
    const of = await this.desk.frame(visit, journey, id);
    const startHref = this.desk.startHref(journey);
    switch (registrationState(registration, systemClock.now())) {
      case 'waiting':
        await sendPage(visit, 200, <CodePage {...of} mail={mail} startHref={startHref} />);
        return;
      case 'spent':
        await sendPage(visit, 410, <SpentPage {...of} startHref={startHref} />);
        return;
      case 'verified':
        await this.profiles.show(registration, visit);
        return;
      default:
        await this.expired(visit, journey);
    }
  }

  /** The registration of this browser; undefined when a page was shown instead. */
  private async registration(id: string, visit: Visit): Promise<Registration | undefined> {
    const found = await this.desk.find(id, browserOf(visit.request.context.cookies));
    if (found === 'other-browser') {
      const { frame } = await this.desk.frame(visit, undefined);
      await sendPage(visit, 403, <OtherBrowserPage frame={frame} startHref={REGISTRATION_PATH} />);
      return undefined;
    }
    if (found === undefined) await this.expired(visit, undefined);
    return found;
  }

  private async expired(visit: Visit, login: string | undefined): Promise<void> {
    const of = { ...(await this.desk.frame(visit, login)), ...loginField(login) };
    await sendPage(visit, 410, <MailPage {...of} problem={{ kind: 'expired' }} />);
  }
}

const loginField = (login: string | undefined) => (login === undefined ? {} : { login });
