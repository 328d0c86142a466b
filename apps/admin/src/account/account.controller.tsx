import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Person, principalOf, Public } from '#libs/http';
import { SignInDesk, type SignedInPerson } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { AccountPage } from './account.page.js';

/** Who is signed in to the administration. */
@Controller()
export class AccountController {
  constructor(private readonly desk: SignInDesk) {}

  @Get('account')
  @Person(400)
  @HtmlPage()
  show(@Req() request: FastifyRequest): string {
    const person = principalOf<SignedInPerson>(request);
    return renderPage(<AccountPage frame={pageFrame(request)} person={person} />);
  }

  @Post('sign-out')
  @Public()
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.desk.signOut(request);
    await reply.redirect('/', 303);
  }
}
