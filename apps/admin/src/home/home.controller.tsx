import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { HomePage } from './home.page.js';

@Controller()
@Public()
export class HomeController {
  @Get()
  @HtmlPage()
  show(@Req() request: FastifyRequest): string {
    return renderPage(<HomePage frame={pageFrame(request)} />);
  }
}
