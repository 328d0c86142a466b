import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CrossSite, Public } from '#libs/http';
import { FaultBoard } from '../faults/fault-board.js';
import { ClientProblem } from './client-messages.js';
import type { IdentityProvider } from './identity-provider.js';
import { IdentityProviders } from './identity-providers.js';
import { PROVIDER_PATHS } from './provider-profile.js';

type Form = Readonly<Record<string, string | undefined>> | undefined;
type Call = keyof IdentityProvider['asked'];

/** What the played services say to programs. The switch `itsme` strikes all of it. */
@Public()
@Controller(PROVIDER_PATHS)
export class ProviderController {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly faults: FaultBoard,
  ) {}

  @Get('.well-known/openid-configuration')
  async discovery(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.answer('discovery', { request, reply }, async (provider) => provider.metadata());
  }

  @Get('jwks')
  async keys(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.answer('jwks', { request, reply }, (provider) => provider.keys.set());
  }

  @Post('par')
  @HttpCode(201)
  @CrossSite()
  async push(@Body() form: Form, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.answer('par', { request, reply }, (provider) => provider.push(form ?? {}));
  }

  @Post('token')
  @HttpCode(200)
  @CrossSite()
  async token(@Body() form: Form, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.answer('token', { request, reply }, (provider) => provider.redeem(form ?? {}));
  }

  private async answer(
    call: Call,
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
    work: (provider: IdentityProvider) => Promise<object>,
  ): Promise<void> {
    const provider = this.providers.at(request.url);
    provider.asked[call] += 1;
    if (await this.struck(request, reply)) return;
    try {
      await reply.send(await work(provider));
    } catch (error) {
      if (!(error instanceof ClientProblem)) throw error;
      const status = error.code === 'invalid_client' ? 401 : 400;
      await reply.status(status).send({ error: error.code, error_description: error.message });
    }
  }

  private async struck(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const fault = this.faults.strike('itsme');
    if ((await this.faults.wait(fault)) === 'drop' || fault.mode === 'reset') {
      reply.hijack();
      request.raw.socket.destroy();
      return true;
    }
    if (fault.mode === 'error') await reply.status(503).send({ error: 'temporarily_unavailable' });
    if (fault.mode === 'garbage') await reply.status(200).send('{"issuer": \u0000 9x9 garbage');
    return fault.mode === 'error' || fault.mode === 'garbage';
  }
}
