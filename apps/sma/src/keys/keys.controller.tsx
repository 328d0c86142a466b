import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dependants, KeyLife, type DigitalKey, type KeyAction } from '#libs/digital-keys';
import { AppError, HtmlPage, httpErrors, pageFrame, Person } from '#libs/http';
import { defaultLoaPolicy } from '#libs/loa';
import { SignInDesk } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { ConfirmKeyActionPage, type ConfirmedAction } from './confirm-action.page.js';
import { KeyDesk, type Visitor } from './key-desk.js';
import { KeyPage, type KeyDone } from './key.page.js';
import { RenameKeyPage } from './rename-key.page.js';

const DONE: readonly KeyDone[] = ['activated', 'replaced', 'renamed', 'suspended', 'resumed'];
const CONFIRMED: readonly ConfirmedAction[] = ['suspend', 'resume', 'revoke'];

/** One key of mine: what it is, and what can be done with it. */
@Controller('keys')
@Person(200)
export class KeysController {
  constructor(
    private readonly keys: KeyDesk,
    private readonly life: KeyLife,
    private readonly desk: SignInDesk,
  ) {}

  @Get(':id')
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('done') done?: string,
  ): Promise<string> {
    const visitor = await this.keys.visitor(request);
    const key = this.keys.keyOf(visitor, id);
    const open = (action: KeyAction) => this.keys.judge(visitor, action, key).kind !== 'impossible';
    const actions = (['rename', 'replace', 'suspend', 'resume', 'revoke'] as const).filter(open);
    const known = DONE.find((one) => one === done);
    const { mail: told } = visitor.standing.has;
    return renderPage(
      <KeyPage frame={pageFrame(request)} own={key} actions={actions} done={known} told={told} />,
    );
  }

  @Get(':id/rename')
  @HtmlPage()
  async askName(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const { key } = await this.open(request, id, 'rename');
    return renderPage(<RenameKeyPage frame={pageFrame(request)} own={key} />);
  }

  @Post(':id/rename')
  async rename(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body() form: Readonly<Record<string, string | undefined>>,
  ): Promise<void> {
    const { key } = await this.open(request, id, 'rename');
    await this.life.rename(key, form.label ?? '', request.context);
    await reply.redirect(`/keys/${key.id}?done=renamed`, 303);
  }

  @Get(':id/:action')
  @HtmlPage()
  async ask(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('action') action: string,
  ): Promise<string> {
    const wanted = confirmed(action);
    const { key, visitor } = await this.open(request, id, wanted);
    const also = wanted === 'revoke' ? dependants(key, visitor.keys, defaultLoaPolicy) : [];
    const last = visitor.keys.filter((other) => other.state === 'active').length === 1;
    return renderPage(
      <ConfirmKeyActionPage frame={pageFrame(request)} own={key} action={wanted} also={also} last={last} />,
    );
  }

  @Post(':id/:action')
  async act(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('action') action: string,
  ): Promise<void> {
    const wanted = confirmed(action);
    const { key } = await this.open(request, id, wanted);
    await this.perform(wanted, key, request);
    // What was changed may have been what this session rested on.
    const stays = (await this.desk.personOf(request)) !== undefined;
    await reply.redirect(stays ? after(wanted, key) : '/signed-out/key-ended', 303);
  }

  private async perform(action: ConfirmedAction, key: DigitalKey, { context }: FastifyRequest) {
    if (action === 'suspend') await this.life.suspend(key, context);
    else if (action === 'resume') await this.life.resume(key, context);
    else await this.life.revoke(key, context);
  }

  private async open(
    request: FastifyRequest,
    id: string,
    action: KeyAction,
  ): Promise<{ key: DigitalKey; visitor: Visitor }> {
    const visitor = await this.keys.visitor(request);
    const key = this.keys.keyOf(visitor, id);
    await this.keys.admit(request, visitor, { action, target: key, page: `/keys/${key.id}/${action}` });
    return { key, visitor };
  }
}

function confirmed(action: string): ConfirmedAction {
  const known = CONFIRMED.find((one) => one === action);
  if (known === undefined) throw new AppError(httpErrors.NOT_FOUND);
  return known;
}

const after = (action: ConfirmedAction, { id, kind }: DigitalKey): string =>
  action === 'revoke'
    ? `/overview/?revoked=${kind}`
    : `/keys/${id}?done=${action === 'resume' ? 'resumed' : 'suspended'}`;
