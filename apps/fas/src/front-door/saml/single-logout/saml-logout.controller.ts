import { CrossSite, Interface, Public } from '#libs/http';
import { decodePost, decodeRedirect } from '#libs/saml';
import { Controller, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SAML_PATHS } from '../saml-addresses.js';
import { SamlSingleLogout } from './saml-single-logout.js';

/** The endpoints of single logout, on the paths that services know. */
@Controller()
@Public()
export class SamlLogoutController {
  constructor(private readonly singleLogout: SamlSingleLogout) {}

  @Get(SAML_PATHS.singleLogoutRedirect)
  async redirect(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // The raw octets: a detached signature covers them as they came.
    const { url = '' } = request.raw;
    const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
    await this.singleLogout.byBrowser(decodeRedirect(query), 'redirect', { request, reply });
  }

  @CrossSite()
  @Post(SAML_PATHS.singleLogoutPost)
  async post(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = typeof request.body === 'object' && request.body !== null ? request.body : {};
    await this.singleLogout.byBrowser(decodePost(fields), 'post', { request, reply });
  }

  /** Bindings 3.2: services call it themselves; who it is, the signature says. */
  @CrossSite()
  @Interface('application')
  @HttpCode(200)
  @Header('content-type', 'text/xml; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Post(SAML_PATHS.singleLogoutSoap)
  soap(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const body = typeof request.body === 'string' ? request.body : '';
    return this.singleLogout.bySoap(body, { request, reply });
  }
}
