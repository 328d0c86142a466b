import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ConfirmPage, type ConfirmProps } from '../../frame/form/confirm.page.js';
import { readReason } from '../../frame/form/reason.js';
import { Typed } from '../../frame/form/typed.js';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { staffOf } from '../../staff/staff-member.js';
import { DeskHelp } from './desk-help.js';
import { doHelp, isHelpAction, type HelpAction } from './help-actions.js';
import { PersonDesk } from './person-desk.js';
import { PersonPage, type PersonProps } from './person.page.js';
import { personTexts } from './person.texts.js';

/** One caller, for an hour and for who looked them up. */
@Controller('service-desk/people')
export class PersonController {
  constructor(
    private readonly desk: PersonDesk,
    private readonly help: DeskHelp,
  ) {}

  @Get(':lookUp')
  @Staff('person.read')
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param('lookUp') id: string,
    @Query() asked: unknown,
    @Query('done') done?: string,
  ): Promise<string> {
    return this.page(request, id, { done: done === 'yes', asked });
  }

  @Post(':lookUp/notes')
  @Staff('person.help')
  async write(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('lookUp') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    const { lookUp } = await this.demand(request, id);
    const text = Typed.from(body).text('note');
    const read = readReason(text, new Date());
    if (read.kind === 'invalid') return send(reply, await this.page(request, id, { note: text }));
    await this.desk.write(lookUp.fedId, read.reason, visitorOf(request));
    await reply.redirect(`/service-desk/people/${id}?done=yes`, 303);
  }

  @Get(':lookUp/help/:action')
  @Staff('person.help')
  @HtmlPage()
  async ask(
    @Req() request: FastifyRequest,
    @Param() { lookUp, action }: { lookUp: string; action: string },
    @Query('key') key?: string,
  ): Promise<string> {
    await this.demand(request, lookUp);
    return this.question(request, { lookUp, action: actionIn(action), key: keyIn(key) });
  }

  @Post(':lookUp/help/:action')
  @Staff('person.help')
  async do(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() params: { lookUp: string; action: string },
    @Body() body: unknown,
  ): Promise<void> {
    const { lookUp } = await this.demand(request, params.lookUp);
    const action = actionIn(params.action);
    const typed = Typed.from(body);
    const asked = { lookUp: lookUp.id, action, key: keyIn(typed.text('key')) };
    const read = readReason(typed.text('reason'), new Date());
    if (read.kind === 'invalid') {
      const kept = { reason: typed.text('reason'), problem: read.problem };
      return send(reply, this.question(request, asked, kept));
    }
    const of = { ...visitorOf(request), fedId: lookUp.fedId, reason: read.reason };
    if (!(await doHelp(this.help, action, asked.key, of))) throw new AppError(httpErrors.NOT_FOUND);
    await reply.redirect(`/service-desk/people/${lookUp.id}?done=yes`, 303);
  }

  /** Whoever did not look this person up, or did so too long ago, finds nothing. */
  private async demand(request: FastifyRequest, id: string) {
    const found = await this.desk.find(id, staffOf(request).fedId);
    if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return found;
  }

  private async page(request: FastifyRequest, id: string, more: Partial<PersonProps>): Promise<string> {
    const found = await this.demand(request, id);
    const common = { frame: pageFrame(request), staff: staffView(request), reader: staffOf(request).fedId };
    return renderPage(<PersonPage {...common} {...found} {...more} />);
  }

  private question(
    request: FastifyRequest,
    { lookUp, action, key }: { lookUp: string; action: HelpAction; key: string },
    kept: Pick<ConfirmProps, 'reason' | 'problem'> = {},
  ): string {
    const frame = pageFrame(request);
    const t = personTexts.in(frame.language);
    return renderPage(
      <ConfirmPage
        frame={frame}
        staff={staffView(request)}
        section="service-desk"
        title={t(`${action}Title`)}
        action={`/service-desk/people/${lookUp}/help/${action}`}
        button={t(action)}
        back={`/service-desk/people/${lookUp}`}
        fields={key === '' ? {} : { key }}
        {...kept}
      >
        <p class="lead">{t(`${action}About`)}</p>
      </ConfirmPage>,
    );
  }
}

const send = async (reply: FastifyReply, page: string): Promise<void> => {
  await reply.code(422).type('text/html; charset=utf-8').send(page);
};

const visitorOf = (request: FastifyRequest) => {
  const { reference, address } = request.context;
  return { by: staffOf(request).fedId, reference, address };
};

function actionIn(text: string): HelpAction {
  if (!isHelpAction(text)) throw new AppError(httpErrors.NOT_FOUND);
  return text;
}

/** Identifier of a key; anything else is none. */
const keyIn = (text: string | undefined): string =>
  text !== undefined && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text) ? text : '';
