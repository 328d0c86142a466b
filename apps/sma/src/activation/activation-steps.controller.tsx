import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeySetup } from '#libs/digital-keys';
import { AppError, HtmlPage, httpErrors, pageFrame, Public, RedirectAnswer } from '#libs/http';
import { renderPage } from '#libs/ui';
import { sendSetupAnswer } from '../keys/setup-answer.js';
import { SetupIntroPage } from '../keys/setup-intro.page.js';
import { ActivationStepsPage } from './activation-steps.page.js';
import { ACTIVATION_COOKIE } from './activation.controller.js';
import {
  ActivationService,
  SECOND_KEYS,
  type ActivationState,
  type SecondKey,
} from './activation.service.js';

type FirstKey = 'password' | SecondKey;

/** The steps of a first activation, in the browser that showed link and code. */
@Controller('activation')
@Public()
export class ActivationStepsController {
  constructor(
    private readonly service: ActivationService,
    private readonly setup: KeySetup,
  ) {}

  @Get()
  @HtmlPage()
  async show(@Req() request: FastifyRequest): Promise<string> {
    const state = await this.service.state(request.context.cookies.get(ACTIVATION_COOKIE));
    const frame = pageFrame(request);
    if (state === undefined)
      return renderPage(<ActivationStepsPage frame={frame} step="over" hasPhone={false} />);
    if (state.step === 'done') {
      const { reference, address, cookies } = request.context;
      await this.service.finish(state, { reference, address });
      cookies.clear(ACTIVATION_COOKIE);
    }
    return renderPage(<ActivationStepsPage frame={frame} step={state.step} hasPhone={state.hasPhone} />);
  }

  @Post('replace')
  async replace(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.service.endEarlier(await this.going(request), request.context);
    await reply.redirect('/activation', 303);
  }

  @Post('agree')
  async agree(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.service.agree(await this.going(request));
    await reply.redirect('/activation', 303);
  }

  @Get(':kind')
  @HtmlPage()
  async intro(@Req() request: FastifyRequest, @Param('kind') named: string): Promise<string> {
    const state = await this.going(request);
    const kind = firstKey(named, state);
    const props = { base: `/activation/${kind}`, cancelHref: '/activation', missing: [], replaces: false };
    return renderPage(<SetupIntroPage frame={pageFrame(request)} kind={kind} {...props} />);
  }

  @Post(':kind/begin')
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('kind') kind: string) {
    await this.run('begin', { request, reply, kind, form: {} });
  }

  @Post(':kind/confirm')
  async confirm(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('kind') kind: string,
    @Body() form: Readonly<Record<string, string | undefined>>,
  ): Promise<void> {
    await this.run('finish', { request, reply, kind, form });
  }

  private async run(
    step: 'begin' | 'finish',
    {
      request,
      reply,
      kind: named,
      form,
    }: {
      request: FastifyRequest;
      reply: FastifyReply;
      kind: string;
      form: Readonly<Record<string, string | undefined>>;
    },
  ): Promise<void> {
    const state = await this.going(request);
    const kind = firstKey(named, state);
    const { reference, address, language } = request.context;
    const answer = await this.setup[step]({
      fedId: state.activation.fedId,
      kind,
      // What a registration office proved, and no more (DESIGN 2).
      enrolment: 'lra',
      reference,
      address,
      language,
      form,
      knownWithoutPassword: false,
      stillAllowed: (keys) => keys.every((key) => key.kind !== kind),
    });
    const place = { base: `/activation/${kind}`, cancelHref: '/activation', done: () => '/activation' };
    await sendSetupAnswer(request, reply, place, answer);
  }

  private async going(request: FastifyRequest): Promise<ActivationState> {
    const state = await this.service.state(request.context.cookies.get(ACTIVATION_COOKIE));
    if (state === undefined) throw new RedirectAnswer('/activation');
    return state;
  }
}

/** The key that this step may set up; no step is skipped (ACCEPTANCE XS-19). */
function firstKey(named: string, { step, hasPhone }: ActivationState): FirstKey {
  const known = (['password', ...SECOND_KEYS] as const).find((kind) => kind === named);
  if (known === undefined) throw new AppError(httpErrors.NOT_FOUND);
  const fits =
    known === 'password' ? step === 'password' : step === 'second' && (known !== 'sms' || hasPhone);
  if (!fits) throw new RedirectAnswer('/activation');
  return known;
}
