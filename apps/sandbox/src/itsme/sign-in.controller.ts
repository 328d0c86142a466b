import { Body, Controller, Get, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CrossSite, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ClientProblem } from './client-messages.js';
import type { IdentityProvider } from './identity-provider.js';
import { IdentityProviders } from './identity-providers.js';
import { PROVIDER_PATHS } from './provider-profile.js';
import { AskPhonePage, SignInProblemPage, WaitPage } from './sign-in.page.js';
import type { SignIn } from './sign-ins.js';

const HTML = 'text/html; charset=utf-8';

/** What the browser of the person shows at a played service. */
@Public()
@Controller(PROVIDER_PATHS)
export class SignInController {
  constructor(private readonly providers: IdentityProviders) {}

  @Get('authorization')
  async begin(
    @Query() query: Readonly<Record<string, string | undefined>>,
    @Req() { url }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const provider = this.providers.at(url);
    try {
      const { id } = await provider.begin(query);
      await reply.redirect(`/${provider.profile.path}/sign-in/${id}`, 303);
    } catch (error) {
      if (!(error instanceof ClientProblem)) throw error;
      const { title } = provider.profile;
      const page = SignInProblemPage({ title, code: error.code, problem: error.message });
      await reply.status(400).type(HTML).send(renderPage(page));
    }
  }

  /** Asks for the phone; then waits for its answer, and goes back to CSAM when there is one. */
  @Get('sign-in/:id')
  async show(
    @Param('id') id: string,
    @Req() { url }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { provider, signIn } = this.find(url, id);
    const { title } = provider.profile;
    if (signIn.person === undefined && signIn.answer === undefined) {
      const page = AskPhonePage({ title, people: this.providers.people() });
      await reply.type(HTML).send(renderPage(page));
      return;
    }
    const wayBack = provider.wayBack(signIn);
    // A header and no redirect: this page may be the answer to a form, which must not lead to another site.
    await reply
      .header('refresh', wayBack === undefined ? '2' : `0;url=${wayBack}`)
      .type(HTML)
      .send(renderPage(WaitPage({ title, signIn, wayBack })));
  }

  @Post('sign-in/:id')
  @CrossSite()
  async givePhone(
    @Param('id') id: string,
    @Body() form: Readonly<Record<string, string | undefined>> | undefined,
    @Req() { url }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { provider, signIn } = this.find(url, id);
    const person = this.providers.owner(form?.['phone'] ?? '');
    if (form?.['answer'] === 'cancel') signIn.answer = 'refuse';
    else if (person !== undefined) this.providers.ask(signIn, person);
    else {
      const { title } = provider.profile;
      const page = AskPhonePage({ title, people: this.providers.people(), unknown: true });
      await reply.status(422).type(HTML).send(renderPage(page));
      return;
    }
    await reply.redirect(url, 303);
  }

  private find(url: string, id: string): { provider: IdentityProvider; signIn: SignIn } {
    const provider = this.providers.at(url);
    const signIn = provider.signIns.find(id);
    if (signIn === undefined) throw new NotFoundException('Nobody signs in here.');
    return { provider, signIn };
  }
}
