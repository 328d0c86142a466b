import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HtmlPage, Interface, pageFrame, Public } from '#libs/http';
import { StatusBoard } from '#libs/operations';
import { renderPage } from '#libs/ui';
import { PublicStatusPage } from './public-status.page.js';
import { publicView, type PublicView } from './public-view.js';
import { statusFeed } from './status-feed.js';

/** Address of the administration as browsers see it. */
export const PUBLIC_ADDRESS = Symbol('public address');

/** For everybody, without signing in: how the service stands. */
@Controller()
@Public()
export class PublicStatusController {
  constructor(
    private readonly board: StatusBoard,
    @Inject(PUBLIC_ADDRESS) private readonly address: string,
  ) {}

  @Get('status')
  @HtmlPage()
  async page(@Req() request: FastifyRequest): Promise<string> {
    return renderPage(<PublicStatusPage frame={pageFrame(request)} report={await this.board.current()} />);
  }

  @Get('status.json')
  @Interface('application')
  @Header('cache-control', 'public, max-age=15')
  @Header('access-control-allow-origin', '*')
  async json(): Promise<PublicView> {
    return publicView(await this.board.current());
  }

  @Get('status.atom')
  @Interface('application')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=60')
  @Header('vary', 'accept-language, cookie')
  async feed(@Req() request: FastifyRequest): Promise<string> {
    return statusFeed(await this.board.current(), `${this.address}/status`, pageFrame(request).language);
  }
}
