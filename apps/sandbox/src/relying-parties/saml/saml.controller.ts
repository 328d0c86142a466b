import { Body, Controller, Get, Header, NotFoundException, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CrossSite, currentRequest, HtmlPage, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { SandboxSettings } from '../../sandbox-settings.js';
import { Visits } from '../visits.js';
import { SamlAnswerPage, SamlProblemPage, SamlStartPage } from './saml.page.js';
import { ServiceProvider, type SamlAnswer } from './service-provider.js';
import { readSamlOptions } from './sign-in-options.js';
import { page, seeOther } from '../answers.js';

const START = '/rp/saml';
const SIGNED_OUT = `${START}?signed-out`;

@Public()
@Controller('rp/saml')
export class SamlController {
  private readonly signedIn = new Visits<SamlAnswer>('library-session');

  constructor(
    private readonly service: ServiceProvider,
    private readonly settings: SandboxSettings,
  ) {}

  @Get()
  @HtmlPage()
  start(@Query('signed-out') signedOut?: string): string {
    currentRequest().allowFormTarget(this.settings.fasBaseUrl);
    return renderPage(SamlStartPage({ signedOut: signedOut !== undefined }));
  }

  @Get('metadata.xml')
  @Header('Content-Type', 'application/samlmetadata+xml')
  metadata(): string {
    return this.service.metadata();
  }

  @Get('login')
  login(@Query() query: Record<string, string>, @Res({ passthrough: true }) reply: FastifyReply) {
    return redirectOrExplain(reply, () => this.service.begin(readSamlOptions(query)));
  }

  /** Assertion consumer: the browser posts the response of FAS. */
  @Post('acs')
  @CrossSite()
  answer(
    @Body() body: Record<string, string> | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return redirectOrExplain(reply, async () => {
      this.signedIn.start(await this.service.complete(body ?? {}));
      return `${START}/account`;
    });
  }

  @Get('account')
  account(@Res({ passthrough: true }) reply: FastifyReply) {
    const answer = this.signedIn.current();
    if (answer !== undefined) return page(reply, renderPage(SamlAnswerPage({ answer })));
    return seeOther(reply, START);
  }

  @Get('account.json')
  accountAsJson(): Omit<SamlAnswer, 'profile'> {
    const answer = this.signedIn.current();
    if (answer === undefined) throw new NotFoundException('Nobody is signed in here.');
    const { profile: _profile, ...rest } = answer;
    return rest;
  }

  /** Ends the session here and then at FAS (SAML profiles 4.4). */
  @Get('logout')
  logout(@Res({ passthrough: true }) reply: FastifyReply) {
    const answer = this.signedIn.end();
    return redirectOrExplain(
      reply,
      async () => (answer && (await this.service.signOutUrl(answer))) ?? SIGNED_OUT,
    );
  }

  @Get('slo')
  singleLogout(
    @Query() query: Record<string, string>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return redirectOrExplain(reply, async () => {
      const arrival = await this.service.receiveLogout(query, request.url.split('?')[1] ?? '');
      if (arrival.kind === 'answered') return SIGNED_OUT;
      this.signedIn.endWhere(({ nameId }) => nameId === arrival.nameId);
      return arrival.answerUrl;
    });
  }
}

/** Goes where the work says, or shows why it could not be done. */
async function redirectOrExplain(reply: FastifyReply, work: () => Promise<string>): Promise<string> {
  try {
    return seeOther(reply, await work());
  } catch (error) {
    void reply.status(400);
    const description = error instanceof Error ? error.message : String(error);
    return page(reply, renderPage(SamlProblemPage({ description })));
  }
}
