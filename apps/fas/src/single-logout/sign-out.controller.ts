import { HtmlPage, Public } from '#libs/http';
import { Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignOutDesk } from './sign-out.desk.js';
import { SignOutPages } from './sign-out-pages.js';

/**
 * Pages of signing out. Who has the random address of a logout was led there by the service that asked for it or by us.
 */
@Controller('fas')
@Public()
export class SignOutController {
  constructor(
    private readonly desk: SignOutDesk,
    private readonly pages: SignOutPages,
  ) {}

  @Get('signed-out')
  @HtmlPage()
  over(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.pages.over({ request, reply });
  }

  @Get('sign-out')
  @HtmlPage()
  @Header('cache-control', 'no-store')
  own(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.desk.own({ request, reply });
  }

  @Post('sign-out')
  decideOwn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.decideOwn(isYes(request), { request, reply });
  }

  @Get('sign-out/:id')
  @HtmlPage()
  @Header('cache-control', 'no-store')
  page(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.desk.page(id, { request, reply });
  }

  @Post('sign-out/:id')
  decide(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.decide(id, isYes(request), { request, reply });
  }

  @Get('sign-out/:id/everywhere')
  everywhere(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.desk.everywhere(id, { request, reply });
  }

  @Get('sign-out/:id/only')
  only(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.only(id, { request, reply });
  }

  @Get('sign-out/:id/next')
  next(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.next(id, { request, reply });
  }

  @Get('sign-out/:id/return')
  goBack(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.goBack(id, { request, reply });
  }
}

const isYes = ({ body }: FastifyRequest): boolean =>
  typeof body === 'object' && body !== null && 'logout' in body && body.logout === 'yes';
