import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { HtmlPage } from '#libs/http';
import { renderPage } from '#libs/ui';
import { Staff } from '../../staff/declarations.js';
import { recordStaffAction } from '../../staff/staff-actions.js';
import { known, refuse, shown } from '../request-act.js';
import { QueueDesk } from './queue-desk.js';
import { FailedJobRetried, FailedMailRetried } from './queues.audit.js';
import { QueuesPage } from './queues.page.js';

/** Background work and mails: how much there is, and what was given up. */
@Controller('operations/queues')
export class QueuesController {
  constructor(
    private readonly desk: QueueDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get()
  @Staff('operations.read')
  @HtmlPage()
  show(@Req() request: FastifyRequest): Promise<string> {
    return this.page(request);
  }

  @Post('mails/:id')
  @Staff('operations.manage')
  async retryMail(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    if (!(await this.desk.retryMail(known(id)))) return this.gone(request, reply);
    await recordStaffAction(this.audit, request, FailedMailRetried, { data: { outboxId: id } });
    await reply.redirect('/operations/queues/mails', 303);
  }

  @Post(':queue/:id/retry')
  @Staff('operations.manage')
  async retryJob(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() { queue = '', id = '' }: { queue?: string; id?: string },
  ): Promise<void> {
    if (!(await this.desk.retryJob(queue, id))) return this.gone(request, reply);
    await recordStaffAction(this.audit, request, FailedJobRetried, { data: { queue, job: id } });
    await reply.redirect('/operations/queues/work', 303);
  }

  private async gone(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await refuse(reply, 409, await this.page(request, true));
  }

  private async page(request: FastifyRequest, gone = false): Promise<string> {
    return renderPage(
      <QueuesPage {...shown(request)} {...await this.desk.view()} now={new Date()} gone={gone} />,
    );
  }
}
