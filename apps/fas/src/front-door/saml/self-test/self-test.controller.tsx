import { HtmlPage, pageFrame, Public } from '#libs/http';
import { systemClock } from '#libs/kernel';
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
    return renderPage(<SamlSelfTestPage frame={pageFrame(request)} />);
  }

  @Post()
  @HttpCode(200)
  @HtmlPage()
  async examine(@Req() request: FastifyRequest): Promise<string> {
    const { message = '' } = (request.body ?? {}) as { message?: unknown };
    const frame = pageFrame(request);
    if (typeof message !== 'string' || message.trim() === '') {
      return renderPage(<SamlSelfTestPage frame={frame} />);
    }
    const { verdicts, application } = await this.test.examine(readPasted(message), systemClock.now());
    const name = application?.[frame.language];
    return renderPage(
      <SamlSelfTestPage
        {...{ frame, message, verdicts, ...(name !== undefined && { application: name }) }}
      />,
    );
  }
}
