import { Controller, Get } from '@nestjs/common';
import { HtmlPage, Public } from '#libs/http';
import { SmtpSink } from '../mailbox/smtp-sink.js';
import { renderPage } from '#libs/ui';
import { SmppCentre } from '../sms-centre/smpp-centre.js';
import { HomePage } from './home.page.js';

@Public()
@Controller()
export class HomeController {
  constructor(
    private readonly smtp: SmtpSink,
    private readonly smpp: SmppCentre,
  ) {}

  @Get()
  @HtmlPage()
  page(): string {
    return renderPage(HomePage({ smtpPort: this.smtp.port, smppPort: this.smpp.port }));
  }
}
