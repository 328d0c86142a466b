import { Body, Controller, Get, NotFoundException, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CrossSite, HtmlPage, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { IdentityProviders } from './identity-providers.js';
import { PhonePage, PhonesPage } from './phone.page.js';

type Form = Readonly<Record<string, unknown>> | undefined;

/** The phones on which people confirm or refuse. */
@Public()
@Controller('itsme')
export class PhoneController {
  constructor(private readonly providers: IdentityProviders) {}

  @Get()
  @HtmlPage()
  phones(): string {
    return renderPage(PhonesPage({ people: this.providers.people() }));
  }

  @Get('phone')
  @HtmlPage()
  phone(@Query('phone') phone = '', @Res({ passthrough: true }) reply: FastifyReply): string {
    const person = this.owner(phone);
    void reply.header('refresh', '3');
    return renderPage(PhonePage({ person, waiting: this.providers.waitingFor(person) }));
  }

  @Post('phone')
  @CrossSite()
  async answer(@Body() form: Form, @Res() reply: FastifyReply): Promise<void> {
    const person = this.owner(form?.['phone']);
    const waiting = this.providers.waitingFor(person).find(({ signIn }) => signIn.id === form?.['id']);
    if (waiting !== undefined) waiting.signIn.answer = form?.['answer'] === 'confirm' ? 'confirm' : 'refuse';
    await reply.redirect(`/itsme/phone?phone=${encodeURIComponent(person.phone ?? '')}`, 303);
  }

  /** `{phone, answer: "confirm" | "refuse" | "ask"}`: the phone answers by itself from now on, or asks again. */
  @Post('auto')
  @CrossSite()
  async answerAlways(@Body() body: Form, @Res() reply: FastifyReply): Promise<void> {
    const person = this.owner(body?.['phone']);
    const answer = body?.['answer'];
    if (answer !== 'confirm' && answer !== 'refuse' && answer !== 'ask') {
      await reply.status(400).send({ error: 'answer is confirm, refuse or ask' });
      return;
    }
    this.providers.answerAlways(person, answer === 'ask' ? undefined : answer);
    await reply.send({ phone: person.phone, answer });
  }

  private owner(phone: unknown) {
    const person = this.providers.owner(String(phone ?? ''));
    if (person === undefined) throw new NotFoundException('Nobody uses itsme with this number.');
    return person;
  }
}
