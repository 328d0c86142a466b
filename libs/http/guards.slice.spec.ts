import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, Person, principalOf, Public, Staff, type GuardStrategies } from './index.js';
import { specApp, type SpecApp } from './test-support/spec-app.js';

const guards: GuardStrategies = {
  person: ({ headers }, level) => {
    if (headers['x-level'] === undefined) return { kind: 'redirect', to: '/sign-in' };
    return Number(headers['x-level']) >= level
      ? { kind: 'allowed', principal: 'lotte' }
      : { kind: 'forbidden' };
  },
  client: async ({ headers }, scope) => {
    if (headers.authorization === undefined) return { kind: 'unauthenticated', challenge: 'Bearer' };
    return headers.authorization === `Bearer ${scope}`
      ? { kind: 'allowed', principal: { clientId: 'fas' } }
      : { kind: 'forbidden', challenge: `Bearer error="insufficient_scope", scope="${scope}"` };
  },
};

@Controller()
@Public()
class GuardedController {
  @Get('/open')
  open(): string {
    return 'open';
  }

  @Get('/mine')
  @Person(400)
  mine(@Req() request: FastifyRequest): string {
    return principalOf<string>(request);
  }

  @Post('/api')
  @Client('attributes')
  api(@Req() request: FastifyRequest): string {
    return principalOf<{ clientId: string }>(request).clientId;
  }
}

@Controller()
class UndeclaredController {
  @Get('/forgotten')
  forgotten(): string {
    return 'never';
  }

  @Get('/declared')
  @Public()
  declared(): string {
    return 'declared';
  }
}

@Controller()
class StaffController {
  @Get('/desk')
  @Staff('service-desk')
  desk(): string {
    return 'desk';
  }
}

describe('guards', () => {
  let spec: SpecApp;
  const inject = (options: InjectOptions | string) => spec.app.server.inject(options);

  beforeAll(async () => {
    spec = await specApp([GuardedController], { guards });
    await spec.app.init();
  });
  afterAll(() => spec.app.close());

  it('a method says otherwise than its controller', async () => {
    expect((await inject('/open')).body).toBe('open');
    expect((await inject('/mine')).statusCode).toBe(303);
  });

  it('a person who is not signed in is sent to the sign-in, one at too low a level is refused', async () => {
    expect((await inject('/mine')).headers.location).toBe('/sign-in');
    expect((await inject({ url: '/mine', headers: { 'x-level': '200' } })).statusCode).toBe(403);
    expect((await inject({ url: '/mine', headers: { 'x-level': '400' } })).body).toBe('lotte');
  });

  it('an application without a token is challenged, with a wrong scope refused, and needs no form token', async () => {
    const post = (headers: Record<string, string>) => inject({ method: 'POST', url: '/api', headers });
    const without = await post({});
    expect([without.statusCode, without.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    const wrong = await post({ authorization: 'Bearer other' });
    expect(wrong.statusCode).toBe(403);
    expect(wrong.headers['www-authenticate']).toContain('insufficient_scope');
    expect((await post({ authorization: 'Bearer attributes' })).body).toBe('fas');
  });

  it('an app with an undeclared route does not start, and the handler is named', async () => {
    await expect(specApp([GuardedController, UndeclaredController], { guards })).rejects.toThrow(
      /^UndeclaredController\.forgotten declares no guard .*$/,
    );
  });

  it('nor does one with a guard that it cannot evaluate', async () => {
    await expect(specApp([StaffController], { guards })).rejects.toThrow(
      'StaffController.desk declares a guard for a staff, which this app does not know how to check.',
    );
  });
});
