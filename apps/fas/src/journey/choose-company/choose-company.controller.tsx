import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import type { SignInSession } from '../../sign-in-session/sign-in-session.js';
import { JourneyDesk, type OpenedJourney } from '../journey-desk.js';
import { JourneyService } from '../journey.service.js';
import { nextAddress } from '../next-address.js';
import { ChooseCompanyPage, type ChooseCompanyProps } from './choose-company.page.js';
import { CompanyChoice, type Companies } from './company-choice.js';
import { findCompanies, MANY } from './find-companies.js';

type Signed = OpenedJourney & { readonly session: SignInSession };

/** The page on which a person chooses for which enterprise they sign in. */
@Controller('fas/sign-in/:id/company')
@Public()
export class ChooseCompanyController {
  constructor(
    private readonly desk: JourneyDesk,
    private readonly journeys: JourneyService,
    private readonly choice: CompanyChoice,
  ) {}

  @Get()
  @HtmlPage()
  async show(
    @Param('id') id: string,
    @Query('q') typed: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.waiting(id, { request, reply });
    if (opened === undefined) return;
    const companies = await this.choice.companies(opened);
    await reply.send(renderPage(<ChooseCompanyPage {...propsOf(opened, companies, typed)} />));
  }

  @Post()
  async choose(
    @Param('id') id: string,
    @Body() form: Readonly<Record<string, string | undefined>> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.waiting(id, { request, reply });
    if (opened === undefined) return;
    const chosen = await this.choice.choose(opened, String(form?.['enterprise'] ?? ''));
    await reply.redirect(chosen ? opened.address : `${opened.address}/company`, 303);
  }

  /** The journey when it waits for this choice; undefined when the browser was sent where it belongs. */
  private async waiting(
    id: string,
    exchange: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  ): Promise<Signed | undefined> {
    const opened = await this.desk.open(id, exchange.request, exchange.reply);
    if (opened === undefined) return undefined;
    const { journey, application, session, visitor, address } = opened;
    if (journey.state !== 'choosing' || session === undefined) {
      await exchange.reply.redirect(address, 303);
      return undefined;
    }
    const step = await this.journeys.advance(journey, application, session, visitor);
    if (step.kind === 'choose-company') return { ...opened, session };
    await exchange.reply.redirect(nextAddress(address, step), 303);
    return undefined;
  }
}

function propsOf(opened: Signed, companies: Companies, typed = ''): ChooseCompanyProps {
  const { frame, service, address: journeyAddress } = opened;
  const common = { frame, service, journeyAddress };
  if (companies.kind === 'away') return { ...common, state: 'away', shown: [], count: 0, total: 0 };
  const { options, incomplete } = companies;
  const total = options.length;
  if (total === 0) return { ...common, state: 'none', shown: [], count: 0, total };
  const { shown, count } = findCompanies(options, total < MANY ? '' : typed);
  return {
    ...common,
    state: 'list',
    shown,
    count,
    total,
    incomplete,
    ...(total >= MANY && { search: typed }),
  };
}
