import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ReleaseStore } from '../releases/release.store.js';
import { WhatsNewPage } from './whats-new.page.js';

const SHOWN = 20;

/** `/whats-new`, mounted by the apps that people open by themselves. */
@Controller('whats-new')
@Public()
export class WhatsNewController {
  constructor(private readonly releases: ReleaseStore) {}

  @Get()
  @HtmlPage()
  async show(@Req() request: FastifyRequest): Promise<string> {
    const releases = await this.releases.list(['planned', 'released'], SHOWN);
    return renderPage(<WhatsNewPage frame={pageFrame(request)} releases={releases} />);
  }
}
