import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { SIGN_IN_COOKIE } from '../../sign-in-session/sign-in-cookie.js';
import { JourneyDesk, type OpenedJourney } from '../journey-desk.js';
import { JourneyService } from '../journey.service.js';
import { nextAddress } from '../next-address.js';
import { deviceOf } from '../visitor.js';
import { LinkProfilePage } from './link-profile.page.js';
import { LinkProfileService } from './link-profile.service.js';

/** The question whether a self-registered profile is the person's who has just proven who they are. */
@Controller('fas/sign-in/:id/link')
@Public()
export class LinkProfileController {
  constructor(
    private readonly desk: JourneyDesk,
    private readonly links: LinkProfileService,
    private readonly journeys: JourneyService,
  ) {}

  @Get()
  @HtmlPage()
  async ask(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.desk.open(id, request, reply);
    if (opened === undefined) return;
    const question = await this.links.question(sceneOf(opened, request));
    if (question === undefined) {
      await reply.redirect(opened.address, 303);
      return;
    }
    const { frame, service, address } = opened;
    const page = <LinkProfilePage {...question} frame={frame} service={service} action={`${address}/link`} />;
    await reply.send(renderPage(page));
  }

  @Post()
  async answer(
    @Param('id') id: string,
    @Body() form: Readonly<Record<string, string | undefined>> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.desk.open(id, request, reply);
    if (opened === undefined) return;
    const decision = form?.decision;
    if (decision !== 'link' && decision !== 'other') {
      await reply.redirect(`${opened.address}/link`, 303);
      return;
    }
    const outcome = await this.links.answer(decision === 'link', sceneOf(opened, request));
    if (outcome?.kind !== 'signed-in') {
      await reply.redirect(opened.address, 303);
      return;
    }
    request.context.cookies.set(SIGN_IN_COOKIE, outcome.cookie);
    const { journey, application, visitor } = opened;
    const step = await this.journeys.advance(journey, application, outcome.session, visitor);
    await reply.redirect(nextAddress(opened.address, step), 303);
  }
}

const sceneOf = (
  { journey, application, anySession, visitor }: OpenedJourney,
  { context }: FastifyRequest,
) => ({
  journey,
  application,
  session: anySession,
  visitor: { ...visitor, device: deviceOf(context) },
});
