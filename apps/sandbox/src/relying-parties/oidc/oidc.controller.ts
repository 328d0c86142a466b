import {
  BadRequestException,
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  NotFoundException,
  Post,
  Query,
  Redirect,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthorizationResponseError } from 'openid-client';
import { CrossSite, currentRequest, HtmlPage, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { Visits } from '../visits.js';
import { LogoutTokens } from './logout-tokens.js';
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

  constructor(
    private readonly client: OidcClient,
    private readonly logouts: LogoutTokens,
  ) {}

  @Get()
  @HtmlPage()
  start(): string {
    currentRequest().allowFormTarget(this.client.issuer);
    return renderPage(OidcStartPage({ logouts: this.logouts.last }));
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

  /** FAS says that its session ended (Back-Channel Logout 1.0): whatever browser was signed in by it is not any more. */
  @Post('backchannel')
  @CrossSite()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async backchannel(@Body() body: Record<string, string> | undefined): Promise<string> {
    const { sid } = await this.logouts.accept(body?.['logout_token'] ?? '').catch((error: unknown) => {
      throw new BadRequestException(error instanceof Error ? error.message : 'unusable');
    });
    this.signedIn.endWhere(({ claims }) => claims['sid'] === sid);
    return '';
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
