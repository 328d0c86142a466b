import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Person, principalOf } from '#libs/http';
import type { SignedInPerson } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { nameOf } from '../frame/name-of.js';
import { OverviewPage } from './overview.page.js';
import { OverviewService } from './overview.service.js';

/** My keys and contact data. */
@Controller('overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get()
  @Person(200)
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Query('revoked') revoked?: string): Promise<string> {
    const person = principalOf<SignedInPerson>(request);
    const overview = await this.overview.of(person.fedId, revoked);
    return renderPage(<OverviewPage frame={pageFrame(request)} name={nameOf(person)} {...overview} />);
  }
}
