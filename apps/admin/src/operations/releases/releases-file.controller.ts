import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askedCsv, sendCsv } from '../../frame/list/csv.js';
import { Staff } from '../../staff/declarations.js';
import { ReleaseDesk } from './release-desk.js';
import { releaseList } from './release-list.js';

/** The calendar of releases as a file. */
@Controller('operations/releases.csv')
export class ReleaseFileController {
  constructor(private readonly desk: ReleaseDesk) {}

  @Get()
  @Staff('operations.read')
  async file(
    @Req() { context: { language } }: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() asked: unknown,
  ): Promise<void> {
    await sendCsv(reply, 'releases', askedCsv(releaseList(language), await this.desk.list(), asked));
  }
}
