import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#libs/http';
import { JourneyDesk } from '../journey-desk.js';
import { StayOpen } from './stay-open.js';

/** Asked by the page itself when its person wants more time; the page stays as it is. */
@Controller('fas/sign-in/:id/longer')
@Public()
export class StayOpenController {
  constructor(
    private readonly desk: JourneyDesk,
    private readonly open: StayOpen,
  ) {}

  @Post()
  async stay(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.desk.open(id, request, reply);
    if (opened !== undefined) await reply.send({ seconds: await this.open.longer(opened.journey) });
  }
}
