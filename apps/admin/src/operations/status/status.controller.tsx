import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HtmlPage, Interface, pageFrame, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { AppStates, type StateReport } from './app-states.js';
import { StatusPage } from './status.page.js';

/** Whether the parts of CSAM are ready for use; says no more than each of them says of itself. */
@Controller('operations')
@Public()
export class StatusController {
  constructor(private readonly states: AppStates) {}

  @Get('status')
  @HtmlPage()
  async show(@Req() request: FastifyRequest): Promise<string> {
    const report = await this.states.report();
    return renderPage(<StatusPage frame={pageFrame(request)} report={report} />);
  }

  @Get('status.json')
  @Interface('application')
  json(): Promise<StateReport> {
    return this.states.report();
  }
}
