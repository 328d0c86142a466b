import { Controller, Get, NotFoundException, Query, Redirect, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthorizationResponseError } from 'openid-client';
import { currentRequest, HtmlPage, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { Visits } from '../visits.js';
import { OidcClient, type OidcAnswer, type PendingSignIn } from './oidc-client.js';
import { FirstMessagePage, MessagesPage } from './messages.page.js';
import { OidcAnswerPage, OidcProblemPage, OidcStartPage } from './oidc.page.js';
import { page, seeOther } from '../answers.js';
import { readOidcOptions } from './sign-in-options.js';

const START = '/rp/oidc';

@Public()
@Controller('rp/oidc')
export class OidcController {
  private readonly pending = new Visits<PendingSignIn>('permit-sign-in');
  private readonly signedIn = new Visits<OidcAnswer>('permit-session');

  constructor(private readonly client: OidcClient) {}

  @Get()
  @HtmlPage()
  start(): string {
    currentRequest().allowFormTarget(this.client.issuer);
    return renderPage(OidcStartPage());
  }

  @Get('login')
  async login(@Query() query: Record<string, string>, @Res({ passthrough: true }) reply: FastifyReply) {
    try {
      const { url, pending } = await this.client.begin(readOidcOptions(query));
      this.pending.start(pending);
      return seeOther(reply, url.href);
    } catch (error) {
      return problem(reply, error);
    }
  }

  /** The same sign-in, with its first message shown before it is sent. */
  @Get('steps')
  async steps(@Query() query: Record<string, string>, @Res({ passthrough: true }) reply: FastifyReply) {
    try {
      const { url, pending } = await this.client.begin(readOidcOptions({ profile: 'yes', ...query }));
      this.pending.start(pending);
      return page(reply, renderPage(FirstMessagePage({ url })));
    } catch (error) {
      return problem(reply, error);
    }
  }

  @Get('messages')
  messages(@Res({ passthrough: true }) reply: FastifyReply) {
    const answer = this.signedIn.current();
    if (answer !== undefined) return page(reply, renderPage(MessagesPage({ answer })));
    return seeOther(reply, `${START}/steps`);
  }

  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const pending = this.pending.end();
    try {
      if (pending === undefined) throw new Error('No sign-in was started in this browser.');
      this.signedIn.start(await this.client.complete(pending, request.url));
      return seeOther(reply, `${START}/account`);
    } catch (error) {
      return problem(reply, error);
    }
  }

  @Get('account')
  account(@Res({ passthrough: true }) reply: FastifyReply) {
    const answer = this.signedIn.current();
    if (answer !== undefined) return page(reply, renderPage(OidcAnswerPage({ answer })));
    return seeOther(reply, START);
  }

  @Get('account.json')
  accountAsJson(): OidcAnswer {
    const answer = this.signedIn.current();
    if (answer === undefined) throw new NotFoundException('Nobody is signed in here.');
    return answer;
  }

  /** Ends the session here and then at FAS (OpenID Connect RP-initiated logout). */
  @Get('logout')
  @Redirect()
  async logout(): Promise<{ url: string }> {
    const answer = this.signedIn.end();
    return { url: answer === undefined ? START : (await this.client.signOutUrl(answer.idToken)).href };
  }
}

function problem(reply: FastifyReply, error: unknown): string {
  void reply.status(400);
  return page(reply, renderPage(OidcProblemPage(wordsOf(error))));
}

/** An error that FAS sent back (RFC 6749 section 4.1.2.1), or one found in its answer. */
function wordsOf(problem: unknown): { error: string; description: string } {
  if (problem instanceof AuthorizationResponseError) {
    return { error: problem.error, description: problem.error_description ?? 'CSAM gave no description.' };
  }
  const cause =
    problem instanceof Error && problem.cause instanceof Error ? ` (${problem.cause.message})` : '';
  return {
    error: 'The answer of CSAM could not be used',
    description: `${problem instanceof Error ? problem.message : String(problem)}${cause}`,
  };
}
