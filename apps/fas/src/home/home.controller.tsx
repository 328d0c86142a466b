import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { JOURNEY_LINKS, type JourneyLinks } from '../journey/journey-links.js';
import { HomePage } from './home.page.js';

/** For someone who comes to FAS without a service having sent them. */
@Controller()
@Public()
export class HomeController {
  constructor(@Inject(JOURNEY_LINKS) private readonly links: JourneyLinks) {}

  @Get(['', 'fas'])
  @HtmlPage()
  show(@Req() request: FastifyRequest): string {
    return renderPage(<HomePage frame={pageFrame(request)} keysHref={this.links.keys} />);
  }
}
