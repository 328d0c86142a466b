import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { FirstFactor, ProvableKey, ProveAddresses, ProveOutcome } from '#libs/digital-keys';
import { AppError, HtmlPage, httpErrors, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { SIGN_IN_COOKIE } from '../../sign-in-session/sign-in-cookie.js';
import { JourneyDesk, type OpenedJourney } from '../journey-desk.js';
import { JOURNEY_LINKS, type JourneyLinks } from '../journey-links.js';
import { JourneyService } from '../journey.service.js';
import { KeyOffice, type OfferedKey } from './key-office.js';
import { OtherPersonSignedIn } from './prove-key.errors.js';

/** The page on which a digital key is proven; which key stands in the address. */
@Controller('fas/sign-in/:id/:key')
@Public()
export class ProveKeyController {
  constructor(
    private readonly desk: JourneyDesk,
    private readonly office: KeyOffice,
    private readonly journeys: JourneyService,
    @Inject(JOURNEY_LINKS) private readonly links: JourneyLinks,
  ) {}

  @Get()
  @HtmlPage()
  async show(
    @Param() { id, key }: { id: string; key: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.desk.open(id, request, reply);
    if (opened === undefined) return;
    const offered = this.office.offered(key, opened);
    if (offered === undefined) {
      await reply.redirect(opened.address, 303);
      return;
    }
    const page = await this.office.page(offered, opened, this.addresses(offered.key, opened));
    letFormLead(offered.key, request);
    await reply.send(renderPage(page));
  }

  @Post()
  async prove(
    @Param() { id, key }: { id: string; key: string },
    @Body() form: Readonly<Record<string, string | undefined>> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.desk.open(id, request, reply);
    if (opened === undefined) return;
    const offered = this.office.begun(key, opened);
    if (offered === undefined) {
      await reply.redirect(opened.address, 303);
      return;
    }
    const outcome = await this.office.prove(offered, opened, form ?? {});
    const at = { offered, opened, request, reply };
    if (outcome.kind === 'next-page') await this.showAgain(200, outcome.page, at);
    else await this.answer(outcome, at);
  }

  /** The browser comes back from where the proof was given. */
  @Get('return')
  async back(
    @Param() { id, key }: { id: string; key: string },
    @Query() query: Readonly<Record<string, string | undefined>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.desk.open(id, request, reply);
    if (opened === undefined) return;
    const offered = this.office.begun(key, opened);
    const outcome = offered && (await this.office.returned(offered, opened, query));
    if (offered === undefined || outcome === undefined) {
      await reply.redirect(opened.address, 303);
      return;
    }
    await this.answer(outcome, { offered, opened, request, reply });
  }

  private async answer(outcome: ProveOutcome, at: Counter): Promise<void> {
    const { offered, opened, reply } = at;
    switch (outcome.kind) {
      case 'first-factor-proven':
      case 'code-sent':
        await this.keepFirstFactor(outcome, opened);
        await reply.redirect(`${opened.address}/${offered.key.kind}`, 303);
        return;
      case 'proven':
        await this.goOn(outcome, at);
        return;
      case 'elsewhere':
        await this.office.noteElsewhere(offered, opened, outcome.memory);
        await reply.redirect(outcome.location, 303);
        return;
      case 'unavailable':
        await this.unavailable(outcome, at);
        return;
      case 'wrong':
      case 'locked':
        await this.refuse(outcome, at);
    }
  }

  private async refuse(
    outcome: Extract<ProveOutcome, { kind: 'wrong' | 'locked' }>,
    at: Counter,
  ): Promise<void> {
    const locked = outcome.kind === 'locked';
    if (locked) await this.keepFirstFactor(outcome, at.opened);
    await this.office.refuse(outcome, at.offered.key.kind, at.opened);
    await this.showAgain(locked ? 429 : 422, outcome.page, at);
  }

  private async unavailable(
    outcome: Extract<ProveOutcome, { kind: 'unavailable' }>,
    at: Counter,
  ): Promise<void> {
    await this.keepFirstFactor(outcome, at.opened);
    if (outcome.page === undefined) throw new AppError(httpErrors.UNAVAILABLE, { detail: outcome.reason });
    await this.showAgain(503, outcome.page, at);
  }

  /** What this form proved counts also when the second factor has to wait or another key is chosen. */
  private async keepFirstFactor(
    { firstFactor }: { readonly firstFactor?: FirstFactor },
    opened: OpenedJourney,
  ): Promise<void> {
    if (firstFactor !== undefined) await this.office.noteFirstFactor(opened, firstFactor);
  }

  private async showAgain(
    status: number,
    page: (of: ProveAddresses) => VNode,
    { offered, opened, request, reply }: Counter,
  ): Promise<void> {
    letFormLead(offered.key, request);
    await reply
      .status(status)
      .type('text/html; charset=utf-8')
      .send(renderPage(page(this.addresses(offered.key, opened))));
  }

  private async goOn(
    outcome: Extract<ProveOutcome, { kind: 'proven' }>,
    { offered, opened, request, reply }: Counter,
  ): Promise<void> {
    const { kind } = offered.key;
    const signedIn = await this.office.accept(outcome, kind, opened, request);
    if (signedIn.kind === 'other-person') {
      const mayBeTheirs = await this.office.offerLink(outcome, kind, opened);
      if (!mayBeTheirs) throw new AppError(OtherPersonSignedIn, { detail: 'step-up as another' });
      await reply.redirect(`${opened.address}/link`, 303);
      return;
    }
    request.context.cookies.set(SIGN_IN_COOKIE, signedIn.cookie);
    const step = await this.journeys.advanceIn(signedIn, opened);
    await reply.redirect(this.desk.onward(opened, step), 303);
  }

  private addresses(key: ProvableKey, { frame, service, address }: OpenedJourney): ProveAddresses {
    return {
      frame,
      service,
      action: `${address}/${key.kind}`,
      otherKeyHref: address,
      forgotHref: this.links.forgot,
    };
  }
}

/** The form of a key that is proven elsewhere leads there by redirect. */
function letFormLead({ leadsTo }: ProvableKey, { context }: FastifyRequest): void {
  if (leadsTo !== undefined) context.allowFormTarget(leadsTo);
}

interface Counter {
  readonly offered: OfferedKey;
  readonly opened: OpenedJourney;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
