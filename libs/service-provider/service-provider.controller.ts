import { Controller, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CrossSite, Interface, Public } from '#libs/http';
import { SERVICE_PROVIDER_PATHS } from './metadata.js';
import { ServiceProvider } from './service-provider.js';
import { SignInDesk } from './sign-in-desk.js';

/** The SAML endpoints of an app. */
@Controller()
@Public()
export class ServiceProviderController {
  constructor(
    private readonly desk: SignInDesk,
    private readonly provider: ServiceProvider,
  ) {}

  @Post(SERVICE_PROVIDER_PATHS.assertionConsumer)
  @CrossSite()
  async receive(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = await this.desk.receive(request);
    await reply.header('cache-control', 'no-store').redirect(path, 303);
  }

  /** FAS calls it itself; that it is FAS, the signature says. */
  @Post(SERVICE_PROVIDER_PATHS.singleLogout)
  @CrossSite()
  @Interface('application')
  @HttpCode(200)
  @Header('content-type', 'text/xml; charset=utf-8')
  @Header('cache-control', 'no-store')
  endByFas(@Req() request: FastifyRequest): Promise<string> {
    return this.desk.endByFas(request);
  }

  @Get(SERVICE_PROVIDER_PATHS.metadata)
  @Interface('application')
  @Header('content-type', 'application/samlmetadata+xml; charset=utf-8')
  document(): string {
    return this.provider.metadata;
  }
}
