import { CrossSite, Interface, Public } from '#libs/http';
import { decodePost, decodeRedirect } from '#libs/saml';
import { Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ArtifactResolution } from './artifact/artifact-resolution.js';
import { FasMetadata } from './metadata/fas-metadata.js';
import { SAML_PATHS } from './saml-addresses.js';
import { SamlSingleSignOn } from './saml.single-sign-on.js';

/** The SAML endpoints of FAS, on the paths that its clients know. */
@Controller()
export class SamlController {
  constructor(
    private readonly singleSignOn: SamlSingleSignOn,
    private readonly metadata: FasMetadata,
    private readonly artifacts: ArtifactResolution,
  ) {}

  @Public()
  @Get(SAML_PATHS.singleSignOnRedirect)
  async redirect(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // The raw octets: a detached signature covers them as they came.
    const { url = '' } = request.raw;
    const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
    await this.singleSignOn.byRedirect(decodeRedirect(query), { request, reply });
  }

  @Public()
  @CrossSite()
  @Post(SAML_PATHS.singleSignOnPost)
  async post(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = typeof request.body === 'object' && request.body !== null ? request.body : {};
    await this.singleSignOn.byPost(decodePost(fields), { request, reply });
  }

  @Public()
  @Get(SAML_PATHS.singleSignOnContinue)
  async continuePosted(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { request: sealed = '' } = request.query as { request?: string };
    await this.singleSignOn.continuePosted(sealed, { request, reply });
  }

  /** Called by relying parties themselves, who sign what they send. */
  @Public()
  @CrossSite()
  @Interface('application')
  @Post(SAML_PATHS.artifactResolution)
  async resolveArtifact(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { status, xml } = await this.artifacts.resolve(request.body, request.context);
    // Bindings 3.2.3.2: nobody on the way keeps what is answered.
    const headers = { 'cache-control': 'no-cache, no-store', pragma: 'no-cache' };
    await reply.code(status).headers(headers).type('text/xml; charset=utf-8').send(xml);
  }

  @Public()
  @Interface('application')
  @Get(SAML_PATHS.metadata)
  @Header('content-type', 'application/samlmetadata+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=600')
  document(): Promise<string> {
    return this.metadata.document();
  }
}
