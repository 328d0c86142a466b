import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ConfirmAddressPage } from './confirm-address.page.js';
import { ContactDataService } from './contact-data.service.js';

/** Where the link of a mail that confirms an address leads. Opening it uses nothing up (KY-9). */
@Controller('confirm-address')
@Public()
export class ConfirmAddressController {
  constructor(private readonly contacts: ContactDataService) {}

  @Get(':token')
  @HtmlPage()
  async ask(@Req() request: FastifyRequest, @Param('token') token: string): Promise<string> {
    const state = (await this.contacts.isLinkAlive(token)) ? 'ask' : 'dead';
    const action = `/confirm-address/${token}`;
    return renderPage(<ConfirmAddressPage frame={pageFrame(request)} state={state} action={action} />);
  }

  @Post(':token')
  async confirm(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('token') token: string) {
    const { reference, address } = request.context;
    const outcome = await this.contacts.confirmByLink(token, { reference, address });
    const state = outcome.kind === 'confirmed' ? 'done' : outcome.reason === 'taken' ? 'taken' : 'dead';
    const page = <ConfirmAddressPage frame={pageFrame(request)} state={state} action="" />;
    await reply
      .code(state === 'done' ? 200 : 409)
      .type('text/html; charset=utf-8')
      .send(renderPage(page));
  }
}
