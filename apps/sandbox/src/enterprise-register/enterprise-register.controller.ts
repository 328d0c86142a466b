import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Res } from '@nestjs/common';
import { HtmlPage, Public } from '#libs/http';
import { DemoWorld, ensureOpenData } from '#libs/testing';
import { renderPage } from '#libs/ui';
import type { FastifyReply } from 'fastify';
import { SandboxSettings } from '../sandbox-settings.js';
import { EnterpriseRegisterPage } from './enterprise-register.page.js';

@Public()
@Controller('enterprise-register')
export class EnterpriseRegisterController {
  constructor(
    private readonly world: DemoWorld,
    private readonly settings: SandboxSettings,
  ) {}

  @Get()
  @HtmlPage()
  page(): string {
    return renderPage(EnterpriseRegisterPage({ people: this.world.people }));
  }

  /** The open data, as the KBO gives it out each month. */
  @Get('KboOpenData_0001_2026_06_Full.zip')
  async openData(@Res() reply: FastifyReply): Promise<void> {
    const folder = join(this.settings.dataDirectory, 'demo', 'enterprise-register');
    const file = await ensureOpenData(folder);
    await reply.type('application/zip').send(createReadStream(file));
  }
}
