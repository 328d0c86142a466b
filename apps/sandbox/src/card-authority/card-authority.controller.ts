import { Body, Controller, Get, NotFoundException, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CrossSite, HtmlPage, Public } from '#libs/http';
import type { RegisteredCard } from '#libs/testing';
import { renderPage } from '#libs/ui';
import { CardAuthority, TRUST_FILES } from './card-authority.js';
import { CardAuthorityPage } from './card-authority.page.js';

/** The cards of this world, to put into a browser. */
@Public()
@Controller()
export class CardAuthorityController {
  constructor(private readonly authority: CardAuthority) {}

  @Get('cards')
  @HtmlPage()
  page(): string {
    return renderPage(CardAuthorityPage({ cards: this.authority.list() }));
  }

  @Get('cards.json')
  list(): readonly (RegisteredCard & { readonly pem: string; readonly p12: string })[] {
    return this.authority.list().map((card) => ({
      ...card,
      pem: `/cards/${card.name}.pem`,
      p12: `/cards/${card.name}.p12`,
    }));
  }

  @Get('cards/:file')
  async file(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const content = this.authority.cardFile(file);
    if (content === undefined) throw new NotFoundException(`There is no card ${file}.`);
    await reply
      .type(file.endsWith('.p12') ? 'application/x-pkcs12' : 'application/x-pem-file')
      .header('content-disposition', `attachment; filename="${file}"`)
      .send(content);
  }

  @Get('cards/trust/:file')
  async trust(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const known = TRUST_FILES.find((name) => name === file);
    if (known === undefined) throw new NotFoundException(`There is no ${file}.`);
    await reply.type('application/x-pem-file').send(this.authority.trustFile(known));
  }

  /** `{name, revoked}`: as when a holder reports the card lost, or finds it again. */
  @Post('cards')
  @CrossSite()
  async setRevoked(
    @Body() body: Readonly<Record<string, unknown>> | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const name = String(body?.name ?? '');
    const revoked = body?.revoked === true || body?.revoked === 'true';
    if (!this.authority.setRevoked(name, revoked)) throw new NotFoundException(`There is no card ${name}.`);
    await reply.redirect('/cards', 303);
  }
}
