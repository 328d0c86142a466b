import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage } from '#libs/http';
import { Problems, Typed } from '../../frame/form/typed.js';
import { Staff } from '../../staff/declarations.js';
import type { SettingsMessage } from '../dossier/settings-form.js';
import { settingsPage } from '../editing-views.js';
import { ServiceDesk } from '../service-desk.js';
import { ServiceEditing } from '../service-editing.js';
import { judgeMetadata } from './judge-metadata.js';
import { MetadataReading, type ReadMetadata } from './metadata-reading.js';

/** Reads SAML metadata into the form and shows what was understood; nothing is kept before that is sent. */
@Controller('services/:id')
@Staff('application.maintain')
export class MetadataController {
  constructor(
    private readonly desk: ServiceDesk,
    private readonly editing: ServiceEditing,
    private readonly reading: MetadataReading,
  ) {}

  @Post('metadata/:environment')
  @HttpCode(422)
  @HtmlPage()
  async readFile(
    @Param('id') id: string,
    @Param('environment') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const connection = await this.desk.connection(request, id, name);
    const metadata = Typed.from(request.body).text('metadataFile');
    const { moment } = this.editing.rulesFor(connection.environment);
    const judged = judgeMetadata({ document: metadata, signer: '', url: '' }, moment);
    if (judged.kind === 'good') reply.status(200);
    const typed = Typed.of({ protocol: 'saml', metadata });
    return settingsPage(request, { ...connection, typed, problems: problemsOf(judged) });
  }

  /** Fetches it from its address, where the worker will fetch it again and again. */
  @Post('metadata-address/:environment')
  @HttpCode(422)
  @HtmlPage()
  async readAddress(
    @Param('id') id: string,
    @Param('environment') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const connection = await this.desk.connection(request, id, name);
    const sent = Typed.from(request.body);
    const [metadataUrl, metadataSigner] = [sent.text('metadataUrl'), sent.text('metadataSigner')];
    const rules = this.editing.rulesFor(connection.environment);
    const judged = await this.reading.fromAddress(metadataUrl, metadataSigner, rules);
    const metadata = judged.kind === 'good' ? judged.document : '';
    if (judged.kind === 'good') reply.status(200);
    const typed = Typed.of({ protocol: 'saml', metadata, metadataUrl, metadataSigner });
    return settingsPage(request, { ...connection, typed, problems: problemsOf(judged) });
  }
}

const problemsOf = (judged: ReadMetadata) =>
  new Problems<SettingsMessage>(judged.kind === 'wrong' ? { [judged.field]: judged.message } : {});
