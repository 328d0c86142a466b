import { setTimeout as sleep } from 'node:timers/promises';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { CrossSite, HtmlPage, Public } from '#libs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FaultBoard } from '../faults/fault-board.js';
import type { Fault } from '../faults/fault.js';
import { tellHealth, WSDL } from '../faults/struck.js';
import { renderPage } from '#libs/ui';
import { Consultations, type Consultation } from './consultations.js';
import { GetPersonService } from './get-person.service.js';
import { NationalRegisterPage } from './national-register.page.js';

const XML = 'text/xml; charset=utf-8';
const DRIP_STEPS = 20;

@Public()
@Controller('national-register')
export class NationalRegisterController {
  constructor(
    private readonly service: GetPersonService,
    private readonly consultations: Consultations,
    private readonly faults: FaultBoard,
  ) {}

  @Get()
  @HtmlPage()
  page(): string {
    return renderPage(NationalRegisterPage({ consultations: this.consultations.list() }));
  }

  @Get('consultations.json')
  list(): readonly Consultation[] {
    return this.consultations.list();
  }

  /** Its description, by which others see that it works. */
  @Get('GetPersonService')
  async describe(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await tellHealth(this.faults, 'rijksregister', { request, reply: reply.type(XML) }, WSDL);
  }

  @Post('GetPersonService')
  @CrossSite()
  async getPerson(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const fault = this.faults.strike('rijksregister');
    const dropped = (await this.faults.wait(fault)) === 'drop' || fault.mode === 'reset';
    if (dropped) {
      reply.hijack();
      request.raw.socket.destroy();
      return;
    }
    if (fault.mode === 'garbage') {
      await reply.type(XML).send('<soapenv:Envelope xmlns:soapenv="\u0000\u0001 9x9 garbage');
      return;
    }
    const answer = this.service.answer(typeof body === 'string' ? body : '', fault.mode);
    if (fault.mode === 'drip') await drip(answer.xml, reply, fault);
    else await reply.status(answer.status).type(XML).send(answer.xml);
  }
}

/** The answer in small pieces, spread over the time of the fault. */
async function drip(xml: string, reply: FastifyReply, { ms }: Fault): Promise<void> {
  reply.hijack();
  const bytes = Buffer.from(xml);
  const step = Math.ceil(bytes.length / DRIP_STEPS);
  reply.raw.writeHead(200, { 'content-type': XML, 'content-length': bytes.length });
  for (let start = 0; start < bytes.length && !reply.raw.destroyed; start += step) {
    reply.raw.write(bytes.subarray(start, start + step));
    await sleep(ms / DRIP_STEPS, undefined, { ref: false });
  }
  reply.raw.end();
}
