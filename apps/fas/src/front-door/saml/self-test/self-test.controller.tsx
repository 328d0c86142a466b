import { CrossSite, HtmlPage, pageFrame, Public } from '#libs/http';
import { systemClock } from '#libs/kernel';
import { decodePost, decodeRedirect, type DecodeOutcome } from '#libs/saml';
import { renderPage } from '#libs/ui';
import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readPasted } from './read-pasted.js';
import { SAML_SELF_TEST, SamlSelfTestPage } from './self-test.page.js';
import { SelfTest } from './self-test.js';

/** The self-test for integrators. It tells no more than sending the request would. */
@Controller(SAML_SELF_TEST)
@Public()
export class SamlSelfTestController {
  constructor(private readonly test: SelfTest) {}

  @Get()
  @HtmlPage()
  show(@Req() request: FastifyRequest): string {
    return renderPage(<SamlSelfTestPage frame={pageFrame(request)} receive={this.test.receivingAddress} />);
  }

  @Post()
  @HttpCode(200)
  @HtmlPage()
  async examine(@Req() request: FastifyRequest): Promise<string> {
    const { message = '' } = fieldsOf(request) as { message?: unknown };
    if (typeof message !== 'string' || message.trim() === '') return this.show(request);
    return this.report(readPasted(message), request, message);
  }

  /** A request by Redirect, of the service itself. */
  @Get('receive')
  @HtmlPage()
  async receive(@Req() request: FastifyRequest): Promise<string> {
    const { url = '' } = request.raw;
    const query = url.slice(url.indexOf('?') + 1);
    return url.includes('?') ? this.report(decodeRedirect(query), request) : this.show(request);
  }

  /** The same by POST; nothing here hangs on who is signed in, so another site may send it. */
  @CrossSite()
  @Post('receive')
  @HttpCode(200)
  @HtmlPage()
  receivePosted(@Req() request: FastifyRequest): Promise<string> {
    return this.report(decodePost(fieldsOf(request)), request);
  }

  private async report(decoded: DecodeOutcome, request: FastifyRequest, message?: string): Promise<string> {
    const { verdicts, application } = await this.test.examine(decoded, systemClock.now());
    const frame = pageFrame(request);
    const name = application?.[frame.language];
    const receive = this.test.receivingAddress;
    return renderPage(
      <SamlSelfTestPage
        {...{ frame, receive, verdicts }}
        {...(message !== undefined && { message })}
        {...(name !== undefined && { application: name })}
      />,
    );
  }
}

const fieldsOf = ({ body }: FastifyRequest): object =>
  typeof body === 'object' && body !== null ? body : {};
