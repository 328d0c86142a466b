import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { OverviewPage } from './overview.page.js';

@Controller('operations')
export class OverviewController {
  @Get()
  @Staff('operations.read')
  @HtmlPage()
  show(@Req() request: FastifyRequest): string {
    return renderPage(<OverviewPage frame={pageFrame(request)} staff={staffView(request)} />);
  }
}
