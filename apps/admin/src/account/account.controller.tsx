import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Public } from '#libs/http';
import { SignInDesk } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { viewOf } from '../frame/staff-view.js';
import { NO_ROLE, Staff } from '../staff/declarations.js';
import { staffOf } from '../staff/staff-member.js';
import { AccountPage } from './account.page.js';

/** Who is signed in to the administration, and what they can do there. */
@Controller()
export class AccountController {
  constructor(private readonly desk: SignInDesk) {}

  @Get('account')
  @Staff(NO_ROLE)
  @HtmlPage()
  show(@Req() request: FastifyRequest): string {
    const member = staffOf(request);
    return renderPage(
      <AccountPage
        frame={pageFrame(request)}
        staff={viewOf(member)}
        person={member.person}
        held={member.held}
      />,
    );
  }

  @Post('sign-out')
  @Public()
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.desk.signOut(request);
    await reply.redirect('/', 303);
  }
}
