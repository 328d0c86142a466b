import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Public } from '#libs/http';
import { defaultLoaPolicy } from '#libs/loa';
import { renderPage } from '#libs/ui';
import { AccessibilityPage } from './accessibility.page.js';
import { ContactPage } from './contact.page.js';
import { HelpPage } from './help.page.js';
import { INFORMATION_FACTS, type InformationFacts } from './information-facts.js';
import { PrivacyPage } from './privacy.page.js';

/** The pages to which every footer leads. */
@Controller('fas')
@Public()
export class InformationPagesController {
  constructor(@Inject(INFORMATION_FACTS) private readonly facts: InformationFacts) {}

  @Get('help')
  @HtmlPage()
  help(@Req() request: FastifyRequest): string {
    const { keysHref, times } = this.facts;
    const { journeyMinutes } = times;
    const frame = pageFrame(request);
    return renderPage(<HelpPage {...{ frame, keysHref, journeyMinutes }} policy={defaultLoaPolicy} />);
  }

  @Get('accessibility')
  @HtmlPage()
  accessibility(@Req() request: FastifyRequest): string {
    const { address, times } = this.facts;
    const { journeyMinutes } = times;
    return renderPage(<AccessibilityPage frame={pageFrame(request)} {...{ address, journeyMinutes }} />);
  }

  @Get('privacy')
  @HtmlPage()
  privacy(@Req() request: FastifyRequest): string {
    const { keysHref, times } = this.facts;
    return renderPage(<PrivacyPage frame={pageFrame(request)} {...{ keysHref, times }} />);
  }

  @Get('contact')
  @HtmlPage()
  contact(@Req() request: FastifyRequest): string {
    return renderPage(<ContactPage frame={pageFrame(request)} />);
  }
}
