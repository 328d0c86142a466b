import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors } from '#libs/http';
import { renderPage } from '#libs/ui';
import { askedCsv, sendCsv } from '../../frame/list/csv.js';
import { pageAsked, type ListDefinition } from '../../frame/list/list.js';
import { Staff } from '../../staff/declarations.js';
import { shown } from '../request-act.js';
import { mailList, workList } from './given-up.js';
import { QueueDesk } from './queue-desk.js';
import { QueueListPage, type QueueListProps } from './queue-lists.page.js';
import { returnedList } from './returned-list.js';

interface Listed<Row> {
  readonly definition: ListDefinition<Row>;
  /** undefined: the store of the queues does not answer. */
  readonly rows: readonly Row[] | undefined;
}

/** Whole lists of what was given up and of whose mail came back, and the same as files. */
@Controller('operations/queues')
export class QueueListsController {
  constructor(private readonly desk: QueueDesk) {}

  @Get('work')
  @Staff('operations.read')
  @HtmlPage()
  async work(@Req() request: FastifyRequest, @Query() asked: unknown): Promise<string> {
    return page(request, 'work', await this.workOf(request), asked);
  }

  @Get('mails')
  @Staff('operations.read')
  @HtmlPage()
  async mails(@Req() request: FastifyRequest, @Query() asked: unknown): Promise<string> {
    return page(request, 'mails', await this.mailsOf(request), asked);
  }

  @Get('returned')
  @Staff('operations.read')
  @HtmlPage()
  async returned(@Req() request: FastifyRequest, @Query() asked: unknown): Promise<string> {
    return page(request, 'returned', await this.returnedOf(request), asked);
  }

  @Get(':list.csv')
  @Staff('operations.read')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('list') list: string,
    @Query() asked: unknown,
  ): Promise<void> {
    if (list === 'work') return send(reply, list, await this.workOf(request), asked);
    if (list === 'mails') return send(reply, list, await this.mailsOf(request), asked);
    if (list === 'returned') return send(reply, list, await this.returnedOf(request), asked);
    throw new AppError(httpErrors.NOT_FOUND);
  }

  private async workOf(request: FastifyRequest) {
    const { work } = await this.desk.view();
    const { definition, rows } = workList({ ...shown(request), failed: work?.failed ?? [] });
    return { definition, rows: work && rows };
  }

  private async mailsOf(request: FastifyRequest) {
    return mailList({ ...shown(request), parked: (await this.desk.view()).parked });
  }

  private async returnedOf({ context }: FastifyRequest) {
    const { returned } = await this.desk.view();
    return { definition: returnedList(context.language, new Date()), rows: returned };
  }
}

function page<Row>(
  request: FastifyRequest,
  name: QueueListProps<Row>['name'],
  { definition, rows }: Listed<Row>,
  asked: unknown,
): string {
  const listed = rows && pageAsked(definition, rows, asked);
  return renderPage(<QueueListPage {...shown(request)} {...{ name, definition }} page={listed} />);
}

const send = <Row,>(
  reply: FastifyReply,
  name: string,
  { definition, rows = [] }: Listed<Row>,
  asked: unknown,
): Promise<void> => sendCsv(reply, name, askedCsv(definition, rows, asked));
