import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { Public, type App } from './index.js';
import { specApp } from './test-support/spec-app.js';

let made = 0;
let broken = false;

@Controller()
@Public()
class DocumentController {
  @Get('/document')
  document(@Res() reply: FastifyReply): void {
    made += 1;
    if (broken) throw new Error('broken');
    void reply.header('cache-control', 'public, max-age=60').send({ made });
  }
}

let running: App | undefined;
afterEach(() => running?.close({ patience: 500 }));

async function start(): Promise<string> {
  made = 0;
  broken = false;
  const { app } = await specApp([DocumentController]);
  app.answerFromMemory(['/document']);
  running = app;
  return `${await app.listen({ port: 0 })}/document`;
}

const PATIENCE = { timeout: 5_000 };

/** Asks until the answer comes from memory. */
async function kept(address: string): Promise<Response> {
  await expect.poll(async () => (await fetch(address)).headers.get('etag'), PATIENCE).not.toBeNull();
  return fetch(address);
}

describe('a document', () => {
  it('is made once for many, with the headers of its route and a reference of its own', async () => {
    const address = await start();
    await kept(address);
    const before = made;
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(address)));
    // One more when half a second went by in between.
    expect(made - before).toBeLessThanOrEqual(2);
    for (const { status, headers } of answers) {
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('public, max-age=60');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect(new Set(answers.map(({ headers }) => headers.get('x-request-reference'))).size).toBe(20);
  });

  it('is made anew after half a second', async () => {
    const address = await start();
    const { made: first } = (await (await kept(address)).json()) as { made: number };
    await expect
      .poll(async () => ((await (await fetch(address)).json()) as { made: number }).made, PATIENCE)
      .toBeGreaterThan(first);
  });

  it('is not sent again to whoever has it', async () => {
    const address = await start();
    const etag = (await kept(address)).headers.get('etag') ?? '';
    const again = await fetch(address, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    ['with a cookie', { headers: { cookie: 'a=b' } }, 200],
    ['from another site', { headers: { origin: 'https://elsewhere.example' } }, 200],
    ['by another method', { method: 'DELETE' }, 405],
  ])('asked for %s is answered by its route', async (_how, request, status) => {
    const address = await start();
    await kept(address);
    const answer = await fetch(address, request);
    expect([answer.status, answer.headers.get('etag')]).toEqual([status, null]);
  });

  it('that fails is not kept', async () => {
    const address = await start();
    broken = true;
    for (let time = 0; time < 3; time += 1) expect((await fetch(address)).status).toBe(500);
  });
});
