import { Body, Controller, Get, Headers, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CrossSite, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { FaultBoard } from './fault-board.js';
import { FaultsPage } from './faults.page.js';
import { parseFault, type Fault } from './fault.js';

@Public()
@Controller('faults')
export class FaultsController {
  constructor(private readonly board: FaultBoard) {}

  /** A page for people, a list for programs. */
  @Get()
  show(@Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!accept?.includes('text/html')) return this.board.all();
    void reply.type('text/html; charset=utf-8');
    return renderPage(FaultsPage({ faults: this.board.all() }));
  }

  /** Programs have no form token; there is nothing here worth protecting from another site. */
  @Post()
  @CrossSite()
  @HttpCode(200)
  set(
    @Body() body: unknown,
    @Headers('content-type') contentType: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): readonly Fault[] | { error: string } | undefined {
    const outcome = parseFault(body);
    if (outcome.kind === 'invalid') {
      void reply.status(400);
      return { error: outcome.reason };
    }
    this.board.set(outcome.fault);
    if (!contentType?.includes('urlencoded')) return this.board.all();
    void reply.redirect(`/faults#${outcome.fault.target}`, 303);
    return undefined;
  }
}
