import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Person, principalOf } from '#libs/http';
import type { SignedInPerson } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { nameOf } from '../frame/name-of.js';
import { HistoryPage } from './history.page.js';
import { RegistersPage } from './registers.page.js';
import { HistoryService } from './history.service.js';

/** Recent sign-ins and what services received. */
@Controller('history')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get()
  @Person(200)
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Query('before') before?: string): Promise<string> {
    const person = principalOf<SignedInPerson>(request);
    const history = await this.history.of(person.fedId, instantIn(before));
    return renderPage(<HistoryPage frame={pageFrame(request)} name={nameOf(person)} {...history} />);
  }

  @Get('registers')
  @Person(200)
  @HtmlPage()
  async registers(@Req() request: FastifyRequest): Promise<string> {
    const { fedId } = principalOf<SignedInPerson>(request);
    const consultations = await this.history.consultations(fedId);
    return renderPage(<RegistersPage frame={pageFrame(request)} consultations={consultations} />);
  }
}

/** Anything but a moment begins with the newest. */
function instantIn(text: string | undefined): Date | undefined {
  const instant = text === undefined ? undefined : new Date(text);
  return instant === undefined || Number.isNaN(instant.getTime()) ? undefined : instant;
}
