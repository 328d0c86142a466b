import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HtmlPage, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { Mailbox, type Mail } from './mailbox.js';
import { MailboxPage, MailPage } from './mailbox.page.js';

@Public()
@Controller()
export class MailboxController {
  constructor(private readonly mailbox: Mailbox) {}

  @Get('mail.json')
  list(@Query('to') to?: string): readonly Mail[] {
    return this.mailbox.list(to);
  }

  @Get('mail')
  @HtmlPage()
  page(@Query('to') to?: string): string {
    return renderPage(MailboxPage({ mails: this.mailbox.list(to), to }));
  }

  @Get('mail/:id')
  @HtmlPage()
  show(@Param('id') id: string): string {
    return renderPage(MailPage({ mail: this.mail(id) }));
  }

  /** The message's own HTML with its own styles. Nothing in it may run or fetch, so it goes out by a stricter policy. */
  @Get('mail/:id/body.html')
  body(@Param('id') id: string, @Res() reply: FastifyReply): void {
    const { html } = this.mail(id);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      'cache-control': 'no-store',
    });
    reply.raw.end(html);
  }

  private mail(id: string): Mail {
    const mail = this.mailbox.find(id);
    if (mail === undefined) throw new NotFoundException('That message is not here.');
    return mail;
  }
}
