import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage } from '#libs/http';
import { parseServiceProviderMetadata } from '#libs/saml';
import { Problems, Typed } from '../frame/form/typed.js';
import { Staff } from '../staff/declarations.js';
import type { SettingsMessage } from './dossier/settings-form.js';
import { settingsPage } from './editing-views.js';
import { ServiceDesk } from './service-desk.js';

/** Reads a file with SAML metadata into the form; nothing is kept before that is sent. */
@Controller('services/:id/metadata')
export class MetadataUploadController {
  constructor(private readonly desk: ServiceDesk) {}

  @Post(':environment')
  @Staff('application.maintain')
  @HttpCode(422)
  @HtmlPage()
  async read(
    @Param('id') id: string,
    @Param('environment') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { dossier, environment } = await this.desk.connection(request, id, name);
    const metadata = Typed.from(request.body).text('metadataFile');
    const valid = parseServiceProviderMetadata(metadata).kind === 'valid';
    if (valid) reply.status(200);
    const typed = Typed.of({ protocol: 'saml', metadata });
    const problems = new Problems<SettingsMessage>({ metadata: valid ? undefined : 'metadata' });
    return settingsPage(request, { dossier, environment, typed, problems });
  }
}
