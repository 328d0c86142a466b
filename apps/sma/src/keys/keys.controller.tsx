import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  CertificateStore,
  dependants,
  KeyLife,
  leavesNothing,
  type DigitalKey,
  type KeyAction,
} from '#libs/digital-keys';
import { AppError, HtmlPage, httpErrors, pageFrame, Person } from '#libs/http';
import { defaultLoaPolicy } from '#libs/loa';
import { SignInDesk } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { ConfirmKeyActionPage, type ConfirmedAction } from './confirm-action.page.js';
import { KeyDesk, type Visitor } from './key-desk.js';
import { KeyPage, type KeyDone } from './key.page.js';
import { RenameKeyPage } from './rename-key.page.js';

type FormBody = Readonly<Record<string, string | undefined>>;
type ParamsOf = Readonly<Partial<Record<'id' | 'action', string>>>;

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
    private readonly certificates: CertificateStore,
  ) {}

  @Get(':id')
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('done') done?: string,
  ): Promise<string> {
    const visitor = await this.keys.visitor(request);
    const key = await this.keys.keyOf(visitor, id);
    const open = (action: KeyAction) => this.keys.judge(visitor, action, key).kind !== 'impossible';
    const actions = (['rename', 'replace', 'suspend', 'resume', 'revoke'] as const).filter(open);
    const known = DONE.find((one) => one === done);
    const { mail: told } = visitor.standing.has;
    const certificate = await this.certificateOf(key);
    const shown = { own: key, actions, certificate, done: known, told };
    return renderPage(<KeyPage frame={pageFrame(request)} {...shown} />);
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
    @Body() form: FormBody,
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
    return renderPage(confirmPage(request, { key, visitor }, wanted));
  }

  @Post(':id/:action')
  async act(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() { id = '', action = '' }: ParamsOf,
    @Body() form: FormBody,
  ): Promise<void> {
    const wanted = confirmed(action);
    const { key, visitor } = await this.open(request, id, wanted);
    if (!(await this.perform(wanted, key, request, form.understood === 'on'))) {
      const page = renderPage(confirmPage(request, { key, visitor }, wanted, true));
      return void (await reply.code(422).type('text/html; charset=utf-8').send(page));
    }
    // What was changed may have been what this session rested on.
    const stays = (await this.desk.personOf(request)) !== undefined;
    await reply.redirect(stays ? after(wanted, key) : '/signed-out/key-ended', 303);
  }

  /** @returns false when nothing was done because it asks for a word more */
  private async perform(
    action: ConfirmedAction,
    key: DigitalKey,
    { context }: FastifyRequest,
    lastIsMeant: boolean,
  ): Promise<boolean> {
    if (action === 'revoke') return this.life.remove(key, context, { lastIsMeant });
    await this.life[action](key, context);
    return true;
  }

  private async certificateOf({ kind, fedId, id }: DigitalKey) {
    if (kind !== 'certificate') return undefined;
    return (await this.certificates.ofPerson(fedId)).find(({ keyId }) => keyId === id);
  }

  private async open(
    request: FastifyRequest,
    id: string,
    action: KeyAction,
  ): Promise<{ key: DigitalKey; visitor: Visitor }> {
    const visitor = await this.keys.visitor(request);
    const key = await this.keys.keyOf(visitor, id, request.method === 'GET' ? undefined : action);
    await this.keys.admit(request, visitor, { action, target: key, page: `/keys/${key.id}/${action}` });
    return { key, visitor };
  }
}

function confirmPage(
  request: FastifyRequest,
  { key, visitor: { keys } }: { readonly key: DigitalKey; readonly visitor: Visitor },
  action: ConfirmedAction,
  unsaid = false,
) {
  const also = action === 'revoke' ? dependants(key, keys, defaultLoaPolicy) : [];
  const last = leavesNothing([key], keys, defaultLoaPolicy);
  return (
    <ConfirmKeyActionPage
      frame={pageFrame(request)}
      own={key}
      action={action}
      also={also}
      last={last}
      unsaid={unsaid}
    />
  );
}

function confirmed(action: string): ConfirmedAction {
  const known = CONFIRMED.find((one) => one === action);
  if (known === undefined) throw new AppError(httpErrors.NOT_FOUND);
  return known;
}

const after = (action: ConfirmedAction, { id }: DigitalKey): string =>
  action === 'revoke'
    ? `/overview/?revoked=${id}`
    : `/keys/${id}?done=${action === 'resume' ? 'resumed' : 'suspended'}`;
