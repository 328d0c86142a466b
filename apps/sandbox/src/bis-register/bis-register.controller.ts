import { Body, Controller, Get, Headers, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { CrossSite, HtmlPage, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FaultBoard } from '../faults/fault-board.js';
import { struck, tellHealth, WSDL } from '../faults/struck.js';
import { Population } from '../national-register/population.js';
import { BisRegisterPage } from './bis-register.page.js';
import { PersonService } from './person.service.js';
import { Questions, type Question } from './questions.js';

const XML = 'text/xml; charset=utf-8';

@Public()
@Controller('bis-register')
export class BisRegisterController {
  constructor(
    private readonly service: PersonService,
    private readonly questions: Questions,
    private readonly population: Population,
    private readonly faults: FaultBoard,
  ) {}

  @Get()
  @HtmlPage()
  page(): string {
    const waiting = this.population.people.filter(
      ({ nextNumber, nationalNumber }) => nextNumber !== undefined && nextNumber !== nationalNumber,
    );
    return renderPage(BisRegisterPage({ questions: this.questions.list(), waiting }));
  }

  @Get('questions.json')
  list(): readonly Question[] {
    return this.questions.list();
  }

  /** Its description, by which others see that it works. */
  @Get('PersonService')
  async describe(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await tellHealth(this.faults, 'bis', { request, reply: reply.type(XML) }, WSDL);
  }

  @Post('PersonService')
  @CrossSite()
  async search(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.type(XML);
    const mode = await struck(this.faults, 'bis', { request, reply });
    if (mode === undefined) return;
    const answer = this.service.answer(typeof body === 'string' ? body : '', mode);
    await reply.status(answer.status).send(answer.xml);
  }

  /** The person moves to Belgium: the National Register gives them a number in place of the one of the BIS register. */
  @Post('people/:id/national-number')
  @CrossSite()
  async giveNumber(
    @Param('id') id: string,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!this.population.giveNextNumber(id)) throw new NotFoundException('No number waits for this person.');
    // Who pressed the button sees the page without it; programs need no answer.
    if (accept?.includes('text/html')) await reply.redirect('/bis-register', 303);
    else await reply.status(204).send();
  }
}
