import { randomBytes } from 'node:crypto';
import { Body, Controller, Get, Headers, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { CrossSite, Public } from '#libs/http';
import { DemoWorld, SERVICE_BUS_CLIENT, type Persona } from '#libs/testing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FaultBoard } from '../faults/fault-board.js';
import { struck, tellHealth } from '../faults/struck.js';
import { Population } from '../national-register/population.js';
import { readQuestion } from './question.js';

const LIFETIME = 300;

interface Service {
  readonly target: 'kbo' | 'rma';
  readonly scope: string;
  readonly list: string;
  items(person: Persona): readonly object[];
}

const FUNCTIONS: Service = {
  target: 'kbo',
  scope: 'enterprise-functions',
  list: 'functions',
  items: ({ enterprises }) =>
    enterprises.map(({ number, function: description, from, until }) => ({
      enterpriseNumber: number,
      description,
      validFrom: from ?? '2020-01-01',
      ...(until !== undefined && { validUntil: until }),
    })),
};

const ROLES: Service = {
  target: 'rma',
  scope: 'role-administration',
  list: 'roles',
  items: ({ enterpriseRoles }) =>
    enterpriseRoles.map(({ number, establishment, name, application, until }) => ({
      enterpriseNumber: number,
      ...(establishment !== undefined && { establishmentNumber: establishment }),
      name,
      ...(application !== undefined && { application }),
      ...(until !== undefined && { validUntil: until }),
    })),
};

/** REST services of the service bus: functions of people in enterprises (KBO) and their roles (RMA). */
@Public()
@Controller('service-bus')
export class ServiceBusController {
  private readonly tokens = new Map<string, { readonly scope: string; readonly until: number }>();

  constructor(
    private readonly world: DemoWorld,
    private readonly population: Population,
    private readonly faults: FaultBoard,
  ) {}

  /** Client credentials (RFC 6749 section 4.4). */
  @Post('oauth2/token')
  @CrossSite()
  async token(
    @Body() form: unknown,
    @Headers('authorization') authorization: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const expected = `${SERVICE_BUS_CLIENT}:${encodeURIComponent(this.world.clientSecret(SERVICE_BUS_CLIENT))}`;
    const { grant_type: grant, scope } = (form ?? {}) as Readonly<Record<string, string | undefined>>;
    if (authorization !== `Basic ${Buffer.from(expected).toString('base64')}`) {
      await reply.status(401).send({ error: 'invalid_client' });
      return;
    }
    if (grant !== 'client_credentials' || scope === undefined) {
      await reply.status(400).send({ error: 'invalid_request' });
      return;
    }
    const token = randomBytes(24).toString('base64url');
    this.tokens.set(token, { scope, until: Date.now() + LIFETIME * 1000 });
    await reply.status(200).send({ access_token: token, token_type: 'Bearer', expires_in: LIFETIME, scope });
  }

  @Post('enterprise-functions/v1/search')
  @CrossSite()
  functions(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer(FUNCTIONS, body, { request, reply });
  }

  @Post('role-administration/v1/search')
  @CrossSite()
  roles(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(ROLES, body, { request, reply });
  }

  /** As the guide for REST services of Belgian public services asks. */
  @Get(':service/v1/health')
  async health(
    @Param('service') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const service = [FUNCTIONS, ROLES].find(({ scope }) => scope === name);
    if (service === undefined) throw new NotFoundException('There is no such service.');
    void reply.type('application/json');
    await tellHealth(this.faults, service.target, { request, reply }, '{"status":"UP"}');
  }

  private async answer(
    service: Service,
    body: unknown,
    exchange: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  ): Promise<void> {
    const { request, reply } = exchange;
    const mode = await struck(this.faults, service.target, exchange);
    if (mode === undefined) return;
    if (!this.isAllowed(request.headers.authorization, service.scope)) {
      await reply.status(401).send({ title: 'No valid access token' });
      return;
    }
    if (mode === 'error') {
      await reply.status(503).send({ title: 'Fault set in the sandbox' });
      return;
    }
    const number = readQuestion(body);
    if (number === undefined) {
      await reply.status(400).send({ title: 'context and personNumber are expected' });
      return;
    }
    const person = this.population.people.find(({ nationalNumber }) => nationalNumber === number);
    if (person === undefined) await reply.status(404).send({ title: 'Nobody has this number' });
    else await reply.status(200).send(answerOf(service, person, mode));
  }

  private isAllowed(authorization: string | undefined, scope: string): boolean {
    const held = this.tokens.get(authorization?.replace(/^Bearer /u, '') ?? '');
    return held !== undefined && held.scope === scope && held.until > Date.now();
  }
}

function answerOf({ list, items }: Service, person: Persona, mode: string): object {
  if (mode === 'wrong-schema') return { weather: 'sunny' };
  const personNumber = mode === 'wrong-person' ? '85073003328' : person.nationalNumber;
  return { personNumber, [list]: items(person) };
}
