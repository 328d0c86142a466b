import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Activations } from '#libs/digital-keys';
import { HtmlPage, pageFrame, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ActivatePage } from './activate.page.js';
import { ActivationService } from './activation.service.js';

/** Holds the pass of a first activation. */
export const ACTIVATION_COOKIE = 'csam-sma-activation';

/** Where the link of a registration office leads: the code on paper is asked. Opening it uses nothing up. */
@Controller('activate')
@Public()
export class ActivationController {
  constructor(
    private readonly activations: Activations,
    private readonly service: ActivationService,
  ) {}

  @Get(':token')
  @HtmlPage()
  async ask(@Req() request: FastifyRequest, @Param('token') token: string): Promise<string> {
    const alive = await this.activations.isAlive(token);
    const state = alive ? { kind: 'ask' as const } : { kind: 'over' as const };
    return renderPage(
      <ActivatePage frame={pageFrame(request)} action={`/activate/${token}`} state={state} />,
    );
  }

  @Post(':token')
  async open(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('token') token: string,
    @Body() form: Readonly<Record<string, string | undefined>>,
  ): Promise<void> {
    const { reference, address, cookies } = request.context;
    const outcome = await this.service.open(token, form.code ?? '', { reference, address });
    if (outcome.kind === 'opened') {
      cookies.set(ACTIVATION_COOKIE, outcome.pass, { sameSite: 'Lax' });
      return void (await reply.redirect('/activation', 303));
    }
    const state = outcome.kind === 'wrong' ? { kind: 'ask' as const, left: outcome.left } : outcome;
    const page = <ActivatePage frame={pageFrame(request)} action={`/activate/${token}`} state={state} />;
    await reply.code(422).type('text/html; charset=utf-8').send(renderPage(page));
  }
}
