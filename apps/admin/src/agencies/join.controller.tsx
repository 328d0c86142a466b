import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame } from '#libs/http';
import { formatEnterpriseNumber, parseEnterpriseNumber } from '#libs/kernel';
import { renderPage } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import { NO_ROLE, Staff } from '../staff/declarations.js';
import { staffOf } from '../staff/staff-member.js';
import { AgenciesService } from './agencies.service.js';
import { readAgency, type AgencyMessage } from './agency-form.js';
import { askedBy } from './asked-by.js';
import { JoinPage } from './join.page.js';
import { NumberPage } from './number.page.js';
import { SentPage } from './sent.page.js';

/** Somebody without a role registers the agency that they work for. */
@Controller('join')
@Staff(NO_ROLE)
export class JoinController {
  constructor(private readonly agencies: AgenciesService) {}

  /** Asks the number first; with it, what the KBO knows stands in the form already. */
  @Get()
  @HtmlPage()
  async form(@Req() request: FastifyRequest, @Query('number') text?: string): Promise<string> {
    if (typeof text !== 'string') return numberPage(request, '');
    const parsed = parseEnterpriseNumber(text);
    if (parsed.kind === 'invalid')
      return numberPage(request, text, text.trim() === '' ? 'missing' : 'number');
    if ((await this.agencies.find(parsed.number)) !== undefined) return numberPage(request, text, 'known');
    const kbo = await this.agencies.lookUp(parsed.number);
    if (kbo.kind === 'unknown') return numberPage(request, text, 'kboUnknown');
    if (kbo.kind === 'stopped') return numberPage(request, text, 'kboStopped');
    const [nl, fr] = kbo.kind === 'found' ? [kbo.nameNl, kbo.nameFr] : ['', ''];
    const names = { 'name-nl': nl, 'name-fr': fr, 'name-de': fr, 'name-en': nl };
    const typed = Typed.of({ number: formatEnterpriseNumber(parsed.number), ...names });
    return joinPage(request, typed, new Problems());
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
    const outcome = await this.agencies.register(read.wish, {
      ...askedBy(request, 'join'),
      name: nameOf(request),
    });
    if (outcome === 'known' || outcome === 'kboUnknown' || outcome === 'kboStopped') {
      return joinPage(request, typed, new Problems<AgencyMessage>({ number: outcome }));
    }
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

/** As the national register calls whoever is signed in. */
const nameOf = (request: FastifyRequest): string => {
  const { attributes } = staffOf(request).person;
  return [attributes.get('givenName'), attributes.get('surname')].filter(Boolean).join(' ');
};

const joinPage = (request: FastifyRequest, typed: Typed, problems: Problems<AgencyMessage>): string =>
  renderPage(<JoinPage frame={pageFrame(request)} staff={staffView(request)} {...{ typed, problems }} />);

const numberPage = (request: FastifyRequest, number: string, problem?: AgencyMessage): string =>
  renderPage(
    <NumberPage frame={pageFrame(request)} staff={staffView(request)} number={number} problem={problem} />,
  );
