import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { AppStates } from './app-states.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health/ready`);
    });
  });
}

const answering = (status: number) => serve((_request, response) => response.writeHead(status).end('{}'));

describe('the state of an app', () => {
  it('is what it says of itself, and silence when it says nothing', async () => {
    const states = new AppStates(
      [
        { name: 'fas', readyUrl: await answering(200) },
        { name: 'sma', readyUrl: await answering(503) },
        { name: 'worker', readyUrl: 'http://127.0.0.1:1/health/ready' },
      ],
      20_000,
    );
    const { apps } = await states.report();
    expect(apps.map(({ name, state }) => [name, state])).toEqual([
      ['fas', 'ready'],
      ['sma', 'not-ready'],
      ['worker', 'no-answer'],
    ]);
    const silent = await serve(() => undefined);
    const impatient = await new AppStates([{ name: 'aps', readyUrl: silent }], 300).report();
    expect(impatient.apps[0]?.state).toBe('no-answer');
  });

  it('is no other app’s: a redirect is not followed', async () => {
    const elsewhere = await answering(200);
    const redirecting = await serve((_request, response) =>
      response.writeHead(302, { location: elsewhere }).end(),
    );
    const { apps } = await new AppStates([{ name: 'fas', readyUrl: redirecting }]).report();
    expect(apps[0]?.state).toBe('no-answer');
  });

  it('is asked once for many readers', async () => {
    let asked = 0;
    const readyUrl = await serve((_request, response) => {
      asked += 1;
      response.end();
    });
    const states = new AppStates([{ name: 'fas', readyUrl }]);
    await Promise.all([states.report(), states.report(), states.report()]);
    expect(asked).toBe(1);
  });
});
