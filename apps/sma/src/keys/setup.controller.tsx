import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  KeySetup,
  managedKinds,
  type DigitalKey,
  type KeyAction,
  type SetupRequest,
  type TargetKey,
} from '#libs/digital-keys';
import { AppError, HtmlPage, httpErrors, pageFrame, Person } from '#libs/http';
import { defaultLoaPolicy, type KeyKind, type Level } from '#libs/loa';
import { renderPage } from '#libs/ui';
import { KeyDesk, type Visitor } from './key-desk.js';
import { NewKeysPage, type OfferedKey } from './new-keys.page.js';
import { sendSetupAnswer } from './setup-answer.js';
import { SetupIntroPage } from './setup-intro.page.js';

type FormBody = Readonly<Record<string, string | undefined>>;

interface Step {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly kind: string;
  readonly form: FormBody;
  readonly query?: FormBody;
}

interface Wish {
  readonly visitor: Visitor;
  readonly kind: KeyKind;
  readonly action: KeyAction;
  readonly target: TargetKey;
  readonly replaces: DigitalKey | undefined;
}

/** From here on the session rests on something else than the password. */
const BEYOND_PASSWORD: Level = 450;

/** Setting up a new key, or one in the place of another: what it takes, the setup, done. */
@Controller('keys/new')
@Person(200)
export class SetupController {
  constructor(
    private readonly keys: KeyDesk,
    private readonly setup: KeySetup,
  ) {}

  @Get()
  @HtmlPage()
  async list(@Req() request: FastifyRequest): Promise<string> {
    const visitor = await this.keys.visitor(request);
    const enrolment = await this.keys.enrolmentOf(visitor);
    const offers = this.setup.kinds.map((kind): OfferedKey => {
      const verdict = this.keys.judge(visitor, 'activate', { kind, enrolment });
      const enough = verdict.kind === 'impossible';
      return { kind, enough, stepUp: verdict.kind === 'step-up' };
    });
    const ordered = managedKinds(defaultLoaPolicy).flatMap((kind) =>
      offers.filter((one) => one.kind === kind),
    );
    return renderPage(<NewKeysPage frame={pageFrame(request)} offers={ordered} />);
  }

  @Get(':kind')
  @HtmlPage()
  async intro(@Req() request: FastifyRequest, @Param('kind') kind: string): Promise<string> {
    const wish = await this.wish(request, kind);
    const verdict = this.keys.judge(wish.visitor, wish.action, wish.target);
    // What is missing is said on this very page.
    if (verdict.kind !== 'missing') await this.admit(request, wish);
    const missing = verdict.kind === 'missing' ? verdict.prerequisites : [];
    const replaces = wish.replaces !== undefined;
    this.allowWay(request, wish.kind);
    return renderPage(
      <SetupIntroPage frame={pageFrame(request)} kind={wish.kind} missing={missing} replaces={replaces} />,
    );
  }

  @Post(':kind/begin')
  async begin(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('kind') kind: string,
    @Body() form: FormBody,
  ): Promise<void> {
    await this.run('begin', { request, reply, kind, form });
  }

  @Post(':kind/confirm')
  async confirm(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('kind') kind: string,
    @Body() form: FormBody,
  ): Promise<void> {
    await this.run('finish', { request, reply, kind, form });
  }

  /** Back from where the setup sent the browser; of use once, to whoever was sent there. */
  @Get(':kind/return')
  async back(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('kind') kind: string,
    @Query() query: FormBody,
  ): Promise<void> {
    await this.run('returned', { request, reply, kind, form: {}, query });
  }

  private async run(
    step: 'begin' | 'finish' | 'returned',
    { request, reply, kind, form, query = {} }: Step,
  ): Promise<void> {
    const wish = await this.wish(request, kind);
    await this.admit(request, wish);
    const { visitor, target, action, replaces } = wish;
    const { reference, address, language } = request.context;
    const asked: SetupRequest = {
      fedId: visitor.person.fedId,
      kind: wish.kind,
      enrolment: target.enrolment,
      reference,
      address,
      language,
      form,
      ...(replaces && { replaces }),
      knownWithoutPassword: visitor.person.level >= BEYOND_PASSWORD,
      stillAllowed: (keys) =>
        this.keys.judge({ ...visitor, standing: { ...visitor.standing, keys } }, action, target).kind ===
        'allowed',
    };
    const answer = await this.setup[step](asked, query);
    const done = replaces === undefined ? 'activated' : 'replaced';
    const base = `/keys/new/${wish.kind}`;
    const place = { base, cancelHref: '/overview/', done: (id: string) => `/keys/${id}?done=${done}` };
    this.allowWay(request, wish.kind);
    await sendSetupAnswer(request, reply, place, answer);
  }

  /** Browsers follow the answer to a form only where the page said that it leads. */
  private allowWay(request: FastifyRequest, kind: KeyKind): void {
    const origin = this.setup.leadsTo(kind);
    if (origin !== undefined) request.context.allowFormTarget(origin);
  }

  private admit(request: FastifyRequest, { visitor, action, target, kind }: Wish): Promise<void> {
    return this.keys.admit(request, visitor, { action, target, page: `/keys/new/${kind}` });
  }

  private async wish(request: FastifyRequest, named: string): Promise<Wish> {
    const kind = this.setup.kinds.find((one) => one === named);
    if (kind === undefined) throw new AppError(httpErrors.NOT_FOUND);
    const visitor = await this.keys.visitor(request);
    const present = visitor.keys.find((key) => key.kind === kind && key.state === 'active');
    const replaceable =
      present !== undefined && this.keys.judge(visitor, 'replace', present).kind !== 'impossible';
    if (replaceable) return { visitor, kind, action: 'replace', target: present, replaces: present };
    const target = { kind, enrolment: await this.keys.enrolmentOf(visitor) };
    return { visitor, kind, action: 'activate', target, replaces: undefined };
  }
}
