import { Controller, Get } from '@nestjs/common';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MasterKey, PROBE_HEADER, ProbeMark } from '#libs/security';
import { currentRequest, Public, type App } from './index.js';
import { specApp } from './test-support/spec-app.js';

@Controller()
@Public()
class SlowController {
  @Get('/slow')
  async slow(): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return 'finished';
  }

  @Get('/busy')
  busy(): string {
    const until = performance.now() + 400;
    while (performance.now() < until);
    return 'done';
  }
}

let running: App | undefined;

async function start(options: Parameters<typeof specApp>[1] = {}, prepare?: (app: App) => void) {
  const { app } = await specApp([SlowController], options);
  prepare?.(app);
  running = app;
  return { app, address: await app.listen({ port: 0 }) };
}

afterEach(async () => {
  await running?.close({ patience: 500 });
  running = undefined;
});

describe('requests of our own probes', () => {
  const probeMark = new ProbeMark(MasterKey.fromSecret(Buffer.alloc(32, 1)), { now: () => new Date() });

  it('count under no norm, and nobody else can say that they are one', async () => {
    const { app, address } = await start({ probeMark });
    const ask = (mark?: string) =>
      fetch(`${address}/slow`, { headers: mark === undefined ? {} : { [PROBE_HEADER]: mark } });
    await ask();
    await ask(probeMark.make());
    await ask('1.forged');
    await ask(`${Date.now()}.${'a'.repeat(43)}`);
    const count = (kind: string) =>
      new RegExp(`duration_seconds_count\\{app="spec",interface="${kind}",route="/slow".*\\} (\\d+)`);
    await vi.waitFor(async () => {
      const measured = await app.metrics.text();
      expect(count('probe').exec(measured)?.[1]).toBe('1');
      expect(count('user').exec(measured)?.[1]).toBe('3');
    });
    expect(await app.metrics.requestTotals()).toMatchObject({ user: { requests: 3 } });
  });
});

/**
 * Sends raw bytes and gives back what came until the other side closed.
 *
 * @param drip sent again every second, as by a sender that never comes to an end
 */
function exchange(
  address: string,
  bytes: string,
  drip = '',
): Promise<{ text: string; milliseconds: number }> {
  const { hostname, port } = new URL(address);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const dripping = setInterval(() => socket.write(drip), 1_000);
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    // Cut off while it was still sending: the refusal was written before.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    socket.on('close', () => {
      clearInterval(dripping);
      resolve({ text, milliseconds: performance.now() - began });
    });
  });
}

describe('health', () => {
  it('is ready only while everything it needs answers', async () => {
    let up = true;
    const database = async () => {
      if (!up) throw new Error('postgres://user:secret@host is away');
    };
    const { address } = await start({ checks: { database, queue: async () => undefined } });
    const ready = async () => {
      const response = await fetch(`${address}/health/ready`);
      return [response.status, await response.json()];
    };
    expect(await ready()).toEqual([200, { status: 'ready', checks: { database: 'up', queue: 'up' } }]);
    up = false;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await ready()).toEqual([503, { status: 'not-ready', checks: { database: 'down', queue: 'up' } }]);
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
  });

  it('metrics can be kept off the public listener', async () => {
    const { app, address } = await start({ publicMetrics: false });
    const operations = await app.listenForOperations({ port: 0 });
    expect((await fetch(`${address}/metrics`)).status).toBe(404);
    const metrics = await fetch(`${operations}/metrics`);
    expect(await metrics.text()).toContain('csam_event_loop_delay_p99_seconds');
  });
});

describe('stopping', () => {
  it('RF-13 reports not ready first, finishes what is under way, then takes nothing', async () => {
    const { app, address } = await start();
    const slow = fetch(`${address}/slow`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = app.close({ lead: 100 });
    const ready = await fetch(`${address}/health/ready`);
    expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
    await ready.arrayBuffer();
    expect(await (await slow).text()).toBe('finished');
    await closed;
    await expect(fetch(`${address}/health/live`)).rejects.toThrow();
  });

  it('does not wait long for idle connections', async () => {
    const { app, address } = await start();
    await (await fetch(`${address}/health/live`)).arrayBuffer();
    const began = performance.now();
    await app.close();
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe('hostile connections', () => {
  it.each([
    ['what is no HTTP', 'HELLO\r\n\r\n', 400],
    [
      'RF-16 a hundred thousand headers',
      `GET / HTTP/1.1\r\nHost: x\r\n${Array.from({ length: 100_000 }, (_, n) => `h${n}: 1`).join('\r\n')}\r\n\r\n`,
      431,
    ],
    ['RF-16 headers beyond 16 KB', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
  ])('%s gets a status and a reference, and is cut off', async (_what, bytes, status) => {
    const { address } = await start();
    const { text } = await exchange(address, bytes);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(text).toMatch(/X-Request-Reference: [0-9A-Z]{4}-[0-9A-Z]{4}/);
  });

  it('RF-16 a sender that never finishes its headers or its body is cut off within ten seconds, and hundreds of them keep nobody else waiting', async () => {
    const { app, address } = await start();
    const silent = Promise.all(Array.from({ length: 300 }, () => exchange(address, '')));
    const slow = Promise.all([
      exchange(address, 'GET / HTTP/1.1\r\nHost: x\r\n', 'A: a\r\n'),
      exchange(
        address,
        'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n',
        '1',
      ),
      exchange(address, 'GET / HTTP/1.1\r\nHost: x\r\nA: '),
      exchange(
        address,
        'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
      ),
    ]);
    expect(await (await fetch(`${address}/slow`)).text()).toBe('finished');
    const results = await slow;
    for (const { milliseconds } of results) expect(milliseconds).toBeLessThan(10_500);
    expect(results[0]?.text).toMatch(/^HTTP\/1.1 408 /);
    await silent;
    const open = promisify(app.server.server.getConnections).bind(app.server.server);
    // What is left is ours, and idle between two requests.
    expect(await open()).toBeLessThanOrEqual(1);
  }, 60_000);
});

describe('overload', () => {
  it('RF-18 new work is refused with a moment to come back, health still answers, and it ends by itself', async () => {
    const { address } = await start({ overload: { delay: 100 } });
    const afterFlood = async () => {
      const flood = await Promise.all(Array.from({ length: 8 }, () => fetch(`${address}/busy`)));
      await Promise.all(flood.map((response) => response.arrayBuffer()));
      return fetch(`${address}/slow`);
    };
    // On a machine that is busy itself the flood may come as a trickle: then it comes again.
    const refused = await vi.waitFor(
      async () => {
        const answer = await afterFlood();
        expect(answer.status).toBe(503);
        return answer;
      },
      { timeout: 30_000 },
    );
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(2);
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    await expect.poll(async () => (await fetch(`${address}/slow`)).status, { timeout: 5_000 }).toBe(200);
  });

  it('so is work beyond the number of requests at once', async () => {
    const { address } = await start({ overload: { underWay: 3 } });
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => (await fetch(`${address}/slow`)).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 503)).toHaveLength(7);
    await expect.poll(async () => (await fetch(`${address}/slow`)).status).toBe(200);
  });
});

describe('a plain Node handler under a prefix', () => {
  const mount = (app: App) =>
    app.mountNodeHandler(
      '/op',
      async (request, response) => {
        if (request.url === '/fail') throw new Error('inside');
        if (request.url === '/own') response.setHeader('referrer-policy', 'origin');
        if (request.url === '/form') currentRequest().allowFormTarget('https://rp.example/cb');
        currentRequest().cookies.set('spec-session', 'opaque');
        let body = '';
        for await (const chunk of request) body += String(chunk);
        const original: unknown = Reflect.get(request, 'originalUrl');
        response.end(
          JSON.stringify({ url: request.url, original, body, reference: currentRequest().reference }),
        );
      },
      {
        describe: (path) =>
          path === '/token'
            ? { route: '/token', interface: 'application' }
            : { route: '/*', interface: 'user' },
      },
    );

  it('reads its own body, sees addresses without the prefix, and keeps reference, cookies and headers', async () => {
    const { app, address } = await start({}, mount);
    const response = await fetch(`${address}/op/token?a=1&a=2`, {
      method: 'POST',
      body: 'grant_type=code&x=1&x=2',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://rp.example' },
    });
    const reference = response.headers.get('x-request-reference');
    expect(await response.json()).toEqual({
      url: '/token?a=1&a=2',
      original: '/op/token?a=1&a=2',
      body: 'grant_type=code&x=1&x=2',
      reference,
    });
    expect(response.headers.get('set-cookie')).toBe('spec-session=opaque; Path=/; HttpOnly; SameSite=Lax');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'nonce-");
    expect((await fetch(`${address}/op/own`)).headers.get('referrer-policy')).toBe('origin');
    const form = await fetch(`${address}/op/form`);
    expect(form.headers.get('content-security-policy')).toContain("form-action 'self' https://rp.example;");
    expect(await app.metrics.text()).toMatch(
      /interface="application",route="\/op\/token",method="POST",status="200"/,
    );
  });

  it('a fault in it is answered like any other', async () => {
    const { address } = await start({}, mount);
    const response = await fetch(`${address}/op/fail`);
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(body).toContain(response.headers.get('x-request-reference'));
    expect(body).not.toContain('inside');
  });
});
