import { Controller, Get, Query } from '@nestjs/common';
import { HtmlPage, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { SmsPage } from './sms-centre.page.js';
import { SmsInbox, telephone, type Sms } from './sms-inbox.js';

@Public()
@Controller()
export class SmsCentreController {
  constructor(private readonly inbox: SmsInbox) {}

  @Get('sms.json')
  list(@Query('to') to?: string): readonly Sms[] {
    return this.inbox.list(to);
  }

  @Get('sms')
  @HtmlPage()
  page(@Query('to') to?: string): string {
    return renderPage(SmsPage({ messages: this.inbox.list(to), to: to && telephone(to) }));
  }
}
