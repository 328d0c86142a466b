import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApplicationsStore } from '#libs/agencies';
import { AppError, httpErrors } from '#libs/http';
import { askedCsv, sendCsv } from '../../frame/list/csv.js';
import { Staff } from '../../staff/declarations.js';
import { staffOf } from '../../staff/staff-member.js';
import { noteList } from '../note-list.js';
import { NotesStore } from '../notes.store.js';
import { applicationList } from './application-list.page.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Applications, and what was noted about one, as files. */
@Controller('service-desk')
export class DeskApplicationFilesController {
  constructor(
    private readonly applications: ApplicationsStore,
    private readonly notes: NotesStore,
  ) {}

  @Get('applications.csv')
  @Staff('agency.suspend')
  async list(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() asked: unknown,
  ): Promise<void> {
    const definition = applicationList(request.context.language);
    await sendCsv(reply, 'applications', askedCsv(definition, await this.applications.all(), asked));
  }

  @Get('applications/:id.csv')
  @Staff('agency.suspend')
  async noted(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query() asked: unknown,
  ): Promise<void> {
    const application = UUID.test(id) ? await this.applications.find(id) : undefined;
    if (application === undefined) throw new AppError(httpErrors.NOT_FOUND);
    const definition = noteList(request.context.language, staffOf(request).fedId);
    const notes = await this.notes.about({ kind: 'application', id });
    await sendCsv(reply, 'notes', askedCsv(definition, notes, asked));
  }
}
