import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import { NO_ROLE, Staff } from '../staff/declarations.js';
import { AgenciesService } from './agencies.service.js';
import { readAgency, type AgencyMessage } from './agency-form.js';
import { askedBy } from './asked-by.js';
import { JoinPage, SentPage } from './join.page.js';

/** Somebody without a role registers the agency that they work for. */
@Controller('join')
@Staff(NO_ROLE)
export class JoinController {
  constructor(private readonly agencies: AgenciesService) {}

  @Get()
  @HtmlPage()
  form(@Req() request: FastifyRequest): string {
    return joinPage(request, Typed.of({}), new Problems());
  }

  @Post()
  @HttpCode(422)
  @HtmlPage()
  async send(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const typed = Typed.from(request.body);
    const read = readAgency(typed);
    if (read.kind === 'invalid') return joinPage(request, typed, read.problems);
    const outcome = await this.agencies.register(read.wish, askedBy(request, 'join'));
    if (outcome === 'known')
      return joinPage(request, typed, new Problems<AgencyMessage>({ number: 'known' }));
    reply.status(200);
    return renderPage(
      <SentPage
        frame={pageFrame(request)}
        staff={staffView(request)}
        back="/account"
        waiting={outcome === 'waiting'}
      />,
    );
  }
}

const joinPage = (request: FastifyRequest, typed: Typed, problems: Problems<AgencyMessage>): string =>
  renderPage(<JoinPage frame={pageFrame(request)} staff={staffView(request)} {...{ typed, problems }} />);
