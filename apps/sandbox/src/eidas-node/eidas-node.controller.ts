import { Body, Controller, Get, Header, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CrossSite, HtmlPage, Public } from '#libs/http';
import { postFields } from '#libs/saml';
import { renderPage } from '#libs/ui';
import { SandboxSettings } from '../sandbox-settings.js';
import { ASSURANCES, EidasNode, NodeProblem, type ForeignSignIn } from './eidas-node.js';
import { BackToCsamPage, ForeignSignInPage, NodePage, NodeProblemPage } from './eidas-node.page.js';

const HTML = 'text/html; charset=utf-8';

/** The played node of the European network: for programs, and for the browser of the person. */
@Public()
@Controller('eidas-node')
export class EidasNodeController {
  constructor(
    private readonly node: EidasNode,
    private readonly settings: SandboxSettings,
  ) {}

  @Get()
  @HtmlPage()
  about(): string {
    return renderPage(NodePage({ people: this.node.people }));
  }

  @Get('metadata.xml')
  @Header('content-type', 'application/samlmetadata+xml; charset=utf-8')
  metadata(): Promise<string> {
    return this.node.metadata();
  }

  @Get('sign-in')
  async begin(@Req() { raw }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      const { id } = await this.node.begin((raw.url ?? '').split('?')[1] ?? '');
      await reply.redirect(`/eidas-node/sign-in/${id}`, 303);
    } catch (error) {
      if (!(error instanceof NodeProblem)) throw error;
      await reply
        .status(400)
        .type(HTML)
        .send(renderPage(NodeProblemPage({ problem: error.message })));
    }
  }

  @Get('sign-in/:id')
  @HtmlPage()
  show(@Param('id') id: string): string {
    return renderPage(ForeignSignInPage({ signIn: this.find(id), people: this.node.people }));
  }

  @Post('sign-in/:id')
  @CrossSite()
  async answer(
    @Param('id') id: string,
    @Body() form: Readonly<Record<string, string | undefined>> | undefined,
    @Req() { context }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const signIn = this.find(id);
    const xml = await this.answerOf(signIn, form ?? {});
    // Where it leads on to is CSAM as well, and a redirect there counts as part of this form.
    context.allowFormTarget(this.settings.fasBaseUrl);
    const fields = postFields('SAMLResponse', xml, signIn.relayState);
    const page = BackToCsamPage({
      action: signIn.consumer,
      fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    });
    await reply.header('cache-control', 'no-store').type(HTML).send(renderPage(page));
  }

  private answerOf(
    signIn: ForeignSignIn,
    { answer, person: id, assurance }: Readonly<Record<string, string | undefined>>,
  ): Promise<string> {
    if (answer === 'cancel') return this.node.refuse(signIn);
    const person = this.node.people.find((one) => one.id === id);
    if (person === undefined) throw new NotFoundException('Nobody of this name has such a means.');
    return this.node.confirm(signIn, person, ASSURANCES.find((one) => one === assurance) ?? signIn.asked);
  }

  private find(id: string): ForeignSignIn {
    const signIn = this.node.find(id);
    if (signIn === undefined) throw new NotFoundException('Nobody signs in here.');
    return signIn;
  }
}
