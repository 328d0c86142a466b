import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#libs/http';
import { SignInDesk } from '../sign-in-desk.js';
import { STAY_SIGNED_IN } from './stay-signed-in.js';

/** Asked by an open page when its person wants more time; asking is use, so that the time begins anew. */
@Controller(STAY_SIGNED_IN)
@Public()
export class StaySignedInController {
  constructor(private readonly desk: SignInDesk) {}

  /** Answers with the seconds that are left then; 410 when the session ended before. */
  @Post()
  async stay(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const person = await this.desk.personOf(request);
    const seconds = person === undefined ? 0 : (request.context.timeLimit?.seconds ?? 0);
    await reply.code(person === undefined ? 410 : 200).send({ seconds });
  }
}
