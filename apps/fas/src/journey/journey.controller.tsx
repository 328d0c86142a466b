import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { chooseKeyProps } from './choose-key/choose-key.props.js';
import { ChooseKeyPage } from './choose-key/choose-key.page.js';
import { InformationDesk } from './confirm-release/information.desk.js';
import { JourneyDesk, type OpenedJourney } from './journey-desk.js';
import { JourneyService } from './journey.service.js';
import type { Step } from './step.js';
import { refusedProps } from './refused/refused.props.js';
import { RefusedPage } from './refused/refused.page.js';
import { JOURNEY_LINKS, type JourneyLinks } from './journey-links.js';

type Form = Readonly<Record<string, string | undefined>> | undefined;

/** The pages of a login that belong to no single key. */
@Controller('fas/sign-in/:id')
@Public()
export class JourneyController {
  constructor(
    private readonly desk: JourneyDesk,
    private readonly journeys: JourneyService,
    private readonly information: InformationDesk,
    @Inject(JOURNEY_LINKS) private readonly links: JourneyLinks,
  ) {}

  @Get()
  @HtmlPage()
  async show(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.desk.open(id, request, reply);
    if (opened === undefined) return;
    if (opened.journey.state === 'confirming') {
      await reply.redirect(`${opened.address}/information`, 303);
      return;
    }
    const step = await this.journeys.advance(
      opened.journey,
      opened.application,
      opened.session,
      opened.visitor,
    );
    await this.answer(step, opened, reply);
  }

  @Get('information')
  @HtmlPage()
  async showInformation(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.desk.open(id, request, reply);
    if (opened === undefined) return;
    const page = await this.information.page(opened);
    await (page === undefined ? reply.redirect(opened.address, 303) : reply.send(renderPage(page)));
  }

  @Post('information')
  async decide(
    @Param('id') id: string,
    @Body() form: Form,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.desk.open(id, request, reply);
    if (opened === undefined) return;
    const { journey, application, session, visitor, address } = opened;
    if (form?.decision === 'cancel') await this.journeys.cancel(journey, application, visitor);
    else if (form?.decision === 'continue')
      await this.journeys.confirmRelease(journey, application, session, visitor);
    else {
      await reply.redirect(`${address}/information`, 303);
      return;
    }
    await reply.redirect(`${address}/finish`, 303);
  }

  @Post('cancel')
  async cancel(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.desk.open(id, request, reply);
    if (opened === undefined) return;
    const { journey, application, visitor, address } = opened;
    await this.journeys.cancel(journey, application, visitor);
    await reply.redirect(`${address}/finish`, 303);
  }

  @Get('finish')
  async finish(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.desk.open(id, request, reply);
    if (opened === undefined) return;
    const { application, session, visitor, address } = opened;
    const journey = await this.journeys.standing(opened.journey, application, session, visitor);
    if (!(await this.desk.leave({ ...opened, journey }, { request, reply })))
      await reply.redirect(address, 303);
  }

  private async answer(step: Step, opened: OpenedJourney, reply: FastifyReply): Promise<void> {
    switch (step.kind) {
      case 'finish':
        await reply.redirect(`${opened.address}/finish`, 303);
        return;
      case 'confirm':
        await reply.redirect(`${opened.address}/information`, 303);
        return;
      case 'choose-company':
        await reply.redirect(`${opened.address}/company`, 303);
        return;
      case 'choose':
        await reply.send(
          renderPage(<ChooseKeyPage {...chooseKeyProps(opened, step.evaluation, this.links)} />),
        );
        return;
      case 'refused':
        await reply.send(renderPage(<RefusedPage {...refusedProps(opened, step.evaluation)} />));
    }
  }
}
