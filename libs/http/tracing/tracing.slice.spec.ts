import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Controller, Get } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#libs/testing';
import {
  createLogger,
  openTracer,
  placeUnder,
  Public,
  runInTrace,
  tracedFetch,
  traceStatements,
  type App,
  type Tracer,
} from '../index.js';
import { specApp } from '../test-support/spec-app.js';

let collector: Server;
let received: SentSpan[];
let answer: number;
const running: App[] = [];
let askAt: string;
let db: TestDatabase;

interface SentSpan {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly status: { readonly code?: number };
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, string>> }[];
}

interface Message {
  readonly resourceSpans: readonly {
    readonly resource: Pick<SentSpan, 'attributes'>;
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}

@Controller()
@Public()
class Asking {
  @Get('/ask')
  async ask(): Promise<string> {
    return (await tracedFetch(`${askAt}/answer`)).text();
  }

  @Get('/answer')
  answer(): string {
    return 'yes';
  }

  @Get('/count')
  async count(): Promise<string> {
    await db.database.prepared('spec.count', 'select $1::text as one', ['85073003328']);
    await db.database.transaction((tx) => tx.query('select 1 from people.person where false'));
    return 'done';
  }

  @Get('/fails')
  fails(): string {
    throw new Error('a fault');
  }
}

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  [received, answer] = [[], 200];
  collector = createServer((request, response) => {
    void keep(request).finally(() => response.writeHead(answer).end('{}'));
  });
  await new Promise<void>((resolve) => void collector.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.close({ patience: 500 })));
  collector.closeAllConnections();
  await new Promise((resolve) => void collector.close(resolve));
});

const spansOf = ({ resource, scopeSpans }: Message['resourceSpans'][number]): SentSpan[] => {
  const service = resource.attributes[0]?.value['stringValue'] ?? '';
  return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service })));
};

async function keep(request: IncomingMessage): Promise<void> {
  const { resourceSpans } = (await json(request)) as Message;
  if (request.url === '/v1/traces') received.push(...resourceSpans.flatMap(spansOf));
}

const endpoint = () => `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`;
const silent = createLogger('spec', 'silent');

const tracerOf = (service: string, share = 1) =>
  openTracer({ endpoint: endpoint(), share }, { service, logger: silent });

async function start(tracer: Tracer | undefined): Promise<string> {
  const { app } = await specApp([Asking], { tracer });
  running.push(app);
  return app.listen({ port: 0 });
}

/** Closing sends what is left. */
async function sent(): Promise<readonly SentSpan[]> {
  await Promise.all(running.splice(0).map((app) => app.close({ patience: 500 })));
  return received;
}

it('a request and what it asks of another app are one trace, by route and without its query', async () => {
  askAt = await start(await tracerOf('aps'));
  const front = await start(await tracerOf('fas'));
  const caller = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  await fetch(`${front}/ask?code=secret`, { headers: { traceparent: caller } });
  await fetch(`${front}/fails`, { headers: { traceparent: caller } });
  const spans = await sent();
  const named = (name: string) => spans.find((span) => span.name === name);
  const [ask, asked, failed] = [named('GET /ask'), named('GET /answer'), named('GET /fails')];
  expect(ask).toMatchObject({ service: 'csam-fas', parentSpanId: '00f067aa0ba902b7', status: {} });
  expect(asked).toMatchObject({ service: 'csam-aps', parentSpanId: ask?.spanId });
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set(['4bf92f3577b34da6a3ce929d0e0e4736']));
  expect(failed?.status).toEqual({ code: 2 });
  expect(ask?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: '200' } });
  expect(JSON.stringify(spans)).not.toContain('secret');
});

it('nothing is made or loaded without an endpoint, and nothing is sent of what is not kept', async () => {
  expect(await openTracer({ share: 1 }, { service: 'fas', logger: silent })).toBeUndefined();
  const front = await start(await tracerOf('fas', 0));
  await fetch(`${front}/answer`);
  expect(await sent()).toEqual([]);
});

it('a collector that refuses or is gone changes no answer', async () => {
  answer = 500;
  const front = await start(await tracerOf('fas'));
  expect((await fetch(`${front}/answer`)).status).toBe(200);
  await sent();
  const gone = await start(
    await openTracer({ endpoint: 'http://127.0.0.1:1' }, { service: 'fas', logger: silent }),
  );
  expect((await fetch(`${gone}/answer`)).status).toBe(200);
});

it('statements are spans of the request or job that sends them, by name and without their values', async () => {
  const tracer = await tracerOf('fas');
  traceStatements(tracer, db.database);
  const front = await start(tracer);
  await fetch(`${front}/count`);
  const job = placeUnder(undefined, 1);
  await runInTrace(job, () => db.database.query('select 1'));
  await expect(runInTrace(job, () => db.database.query('select no_such_column'))).rejects.toThrow('no_such');
  // Nobody asked for it.
  await db.database.query('select 2');
  const spans = await sent();
  const request = spans.find(({ name }) => name === 'GET /count');
  const below = (parent: string | undefined) => spans.filter(({ parentSpanId }) => parentSpanId === parent);
  expect(below(request?.spanId).map(({ name, status }) => [name, status.code])).toEqual([
    ['spec.count', undefined],
    ['begin', undefined],
    ['select people.person', undefined],
    ['commit', undefined],
  ]);
  expect(below(job.spanId).map(({ name, status }) => [name, status.code])).toEqual([
    ['select', undefined],
    ['select', 2],
  ]);
  expect(below(job.spanId)[1]?.attributes).toContainEqual({
    key: 'error.type',
    value: { stringValue: '42703' },
  });
  expect(spans).toHaveLength(7);
  expect(JSON.stringify(spans)).not.toContain('85073003328');
});
