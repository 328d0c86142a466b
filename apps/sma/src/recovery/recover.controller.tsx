import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NewPasswordPage, type NewPasswordProblem, type RecoveryProof } from '#libs/digital-keys';
import { HtmlPage, pageFrame, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { RecoverPage } from './recover.page.js';
import type { RecoverView } from './recover-view.js';
import { RecoveryProofs, type ProofProblem } from './recovery-proofs.js';
import { RecoveryService, type RecoveryState } from './recovery.service.js';

type FormBody = Readonly<Record<string, string | undefined>>;
type Ripe = Extract<RecoveryState, { kind: 'ripe' }>;

/** Holds the pass of a recovery whose proof was given. */
const RECOVERY_COOKIE = 'csam-sma-recovery';

/** Where the link of a forgotten password leads. Opening it changes nothing; each step is asked again on its own. */
@Controller('recover')
@Public()
export class RecoverController {
  constructor(
    private readonly service: RecoveryService,
    private readonly proofs: RecoveryProofs,
  ) {}

  @Get(':token')
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Query('with') named?: string,
  ): Promise<string> {
    const state = await this.service.state(token);
    return this.page(request, token, await this.viewOf(state, named));
  }

  @Post(':token/start')
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('token') token: string) {
    const state = await this.service.state(token);
    if (state.kind === 'asked') await this.service.start(state.recovery, request.context);
    await reply.redirect(`/recover/${token}`, 303);
  }

  @Post(':token/send')
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('token') token: string) {
    const state = await this.service.state(token);
    if (!asks(state, 'sms')) return this.turnAway(request, reply, token, state);
    const problem = await this.proofs.sendCode(state.recovery, request.context.address);
    await this.ask(request, reply, { token, state, proof: 'sms', problem, sent: problem === undefined });
  }

  @Post(':token/prove')
  async prove(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('token') token: string,
    @Body() form: FormBody,
  ): Promise<void> {
    const state = await this.service.state(token);
    if (state.kind !== 'ripe') return this.turnAway(request, reply, token, state);
    if (state.way.kind !== 'link-alone') {
      const proof = proofNamed(state, form.with);
      if (proof === undefined) return this.turnAway(request, reply, token, state);
      const problem = await this.proofs.judge(state.recovery, proof, form.code ?? '');
      if (problem !== undefined) {
        const about = { fedId: state.recovery.fedId, key: proof };
        await this.service.refuse(problem, request.context, about);
        return this.ask(request, reply, { token, state, proof, problem, sent: true });
      }
    }
    const pass = await this.service.givePass(state.recovery);
    request.context.cookies.set(RECOVERY_COOKIE, pass, { sameSite: 'Lax' });
    await reply.redirect('/recover', 303);
  }

  @Get()
  @HtmlPage()
  async askPassword(@Req() request: FastifyRequest): Promise<string> {
    const recovery = await this.service.visitor(request.context.cookies.get(RECOVERY_COOKIE));
    if (recovery === undefined) return this.page(request, '', { kind: 'over' });
    return this.passwordPage(request);
  }

  @Post()
  async choose(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() form: FormBody) {
    const { cookies, reference, address } = request.context;
    const pass = cookies.get(RECOVERY_COOKIE);
    const outcome = await this.service.choose(pass, form.password ?? '', { reference, address });
    if (outcome.kind === 'problem') {
      return sendPage(reply.code(422), this.passwordPage(request, outcome.problem));
    }
    cookies.clear(RECOVERY_COOKIE);
    await sendPage(reply.code(outcome.kind === 'done' ? 200 : 410), this.page(request, '', outcome));
  }

  /** A step that is not open now: recorded, and back to where the recovery stands. */
  private async turnAway(request: FastifyRequest, reply: FastifyReply, token: string, state: RecoveryState) {
    const about = state.kind === 'over' ? {} : { fedId: state.recovery.fedId };
    await this.service.refuse(`not-open-${state.kind}`, request.context, about);
    await reply.redirect(`/recover/${token}`, 303);
  }

  private async ask(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: {
      readonly token: string;
      readonly state: Ripe;
      readonly proof: RecoveryProof;
      readonly problem: ProofProblem | undefined;
      readonly sent: boolean;
    },
  ): Promise<void> {
    const { token, state, proof, problem, sent } = asked;
    const view = { ...(await this.proofView(state, proof)), problem, sent };
    await sendPage(reply.code(problem === undefined ? 200 : 422), this.page(request, token, view));
  }

  private async viewOf(state: RecoveryState, named: string | undefined): Promise<RecoverView> {
    if (state.kind === 'asked' || state.kind === 'over') return { kind: state.kind };
    if (state.kind === 'resting') return { kind: 'resting', ripeAt: state.ripeAt };
    const { way } = state;
    if (way.kind !== 'proof') return { kind: way.kind };
    const proof = proofNamed(state, named);
    return proof === undefined ? { kind: 'choose', proofs: way.proofs } : this.proofView(state, proof);
  }

  private async proofView(
    state: Ripe,
    proof: RecoveryProof,
  ): Promise<Extract<RecoverView, { kind: 'prove' }>> {
    const position = proof === 'token' ? await this.proofs.positionFor(state.recovery) : undefined;
    const others = state.way.kind === 'proof' && state.way.proofs.length > 1;
    return { kind: 'prove', proof, others, sent: false, ...(position !== undefined && { position }) };
  }

  private page(request: FastifyRequest, token: string, view: RecoverView): string {
    return renderPage(<RecoverPage frame={pageFrame(request)} base={`/recover/${token}`} view={view} />);
  }

  private passwordPage(request: FastifyRequest, password?: NewPasswordProblem): string {
    const problems = password === undefined ? {} : { password };
    const addresses = { action: '/recover', beginAction: '/recover', cancelHref: '/recovery' };
    return renderPage(
      <NewPasswordPage frame={pageFrame(request)} {...addresses} asks="nothing" problems={problems} />,
    );
  }
}

const sendPage = async (reply: FastifyReply, page: string): Promise<void> => {
  await reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
};

const asks = (state: RecoveryState, proof: RecoveryProof): state is Ripe =>
  state.kind === 'ripe' && state.way.kind === 'proof' && state.way.proofs.includes(proof);

/** The named proof when it is one of those asked; without a name the only one there is. */
function proofNamed({ way }: Ripe, named: string | undefined): RecoveryProof | undefined {
  if (way.kind !== 'proof') return undefined;
  const [only, ...others] = way.proofs;
  if (named === undefined) return others.length === 0 ? only : undefined;
  return way.proofs.find((proof) => proof === named);
}
