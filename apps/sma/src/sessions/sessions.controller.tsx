import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Person, principalOf } from '#libs/http';
import type { SignedInPerson } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { nameOf } from '../frame/name-of.js';
import { SessionsPage } from './sessions.page.js';
import { SessionsService } from './sessions.service.js';

/** Where I am signed in, and signing out there. */
@Controller('sessions')
@Person(200)
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @HtmlPage()
  async show(@Req() request: FastifyRequest): Promise<string> {
    const person = principalOf<SignedInPerson>(request);
    const sessions = await this.sessions.of(person);
    return renderPage(<SessionsPage frame={pageFrame(request)} name={nameOf(person)} sessions={sessions} />);
  }

  @Post('end')
  async end(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() form: { readonly session?: unknown },
  ): Promise<void> {
    const id = typeof form.session === 'string' ? form.session : '';
    const outcome = await this.sessions.end(principalOf(request), id, request.context);
    await reply.redirect(outcome.isThisOne ? '/signed-out/everywhere' : '/sessions/', 303);
  }

  @Post('end-all')
  async endAll(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.endAll(principalOf(request), request.context);
    await reply.redirect('/signed-out/everywhere', 303);
  }
}
