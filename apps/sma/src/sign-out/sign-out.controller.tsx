import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Public } from '#libs/http';
import { SignInDesk } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { SMA_LINKS, type SmaLinks } from '../frame/sma-links.js';
import { SignedOutPage } from './signed-out.page.js';

/** Leaving this app. */
@Controller()
@Public()
export class SignOutController {
  constructor(
    private readonly desk: SignInDesk,
    @Inject(SMA_LINKS) private readonly links: SmaLinks,
  ) {}

  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.desk.signOut(request);
    await reply.header('clear-site-data', '"cache"').redirect('/signed-out', 303);
  }

  @Get('signed-out')
  @HtmlPage()
  here(@Req() request: FastifyRequest): string {
    return renderPage(<SignedOutPage frame={pageFrame(request)} signOutOfFas={this.links.signOutOfFas} />);
  }

  @Get('signed-out/everywhere')
  @HtmlPage()
  everywhere(@Req() request: FastifyRequest): string {
    return renderPage(<SignedOutPage frame={pageFrame(request)} />);
  }

  @Get('signed-out/key-ended')
  @HtmlPage()
  keyEnded(@Req() request: FastifyRequest): string {
    return renderPage(<SignedOutPage frame={pageFrame(request)} keyEnded />);
  }
}
