import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { FedId } from '#libs/kernel';
import { ApsClient, type ApsCall, type AttributeRequest } from './index.js';

const call: ApsCall = {
  subject: 'ab'.repeat(20) as FedId,
  application: 'library-cards',
  journey: 'j-1',
  purpose: 'sign-in',
};
const request: AttributeRequest = { attributes: ['mail', 'surname'], context: 'citizen', language: 'nl' };
const given = {
  name: 'mail',
  status: 'given',
  value: 'ada@example.be',
  source: 'contact-data',
  trust: 'declared-and-confirmed',
  retrievedAt: '2026-06-15T10:00:00.000Z',
};
const answer = { reference: 'r-1', subject: call.subject, attributes: [given] };

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function aps(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answering =
  (body: unknown, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

/** Patient, but where it is patience that is tried. */
const clientOf = (baseUrl: string, timeout = 20_000) =>
  new ApsClient({ baseUrl, token: async () => 'a-token', timeout, maxBytes: 2_000 });

describe('asking the APS', () => {
  it('carries the token in the header, only the question in the body, and returns the values', async () => {
    const seen: { authorization?: string | undefined; body: string } = { body: '' };
    const url = await aps((message, response) => {
      seen.authorization = message.headers.authorization;
      message.on('data', (chunk) => (seen.body += String(chunk)));
      message.on('end', () => response.end(JSON.stringify(answer)));
    });
    expect(await clientOf(url).attributes(call, request)).toEqual({ kind: 'answered', ...answer });
    expect(seen.authorization).toBe('Bearer a-token');
    expect(JSON.parse(seen.body)).toEqual(request);
    expect(seen.body).not.toContain(call.subject);
  });

  it.each<[string, unknown]>([
    ['about another person', { ...answer, subject: 'cd'.repeat(20) }],
    ['with an attribute that was not asked', { ...answer, attributes: [{ ...given, name: 'egovNRN' }] }],
    ['with two values for one attribute', { ...answer, attributes: [given, given] }],
    ['with a value that is no text', { ...answer, attributes: [{ ...given, value: { text: 'x' } }] }],
    ['with a trust that we do not know', { ...answer, attributes: [{ ...given, trust: 'absolute' }] }],
    ['without a reference', { subject: call.subject, attributes: [] }],
    ['that is a list', []],
  ])('takes nothing from an answer %s', async (_, body) => {
    const url = await aps(answering(body));
    expect(await clientOf(url).attributes(call, request)).toMatchObject({
      kind: 'unreachable',
      reason: 'malformed',
    });
  });

  it.each<[string, RequestListener, string]>([
    ['hangs', () => undefined, 'timeout'],
    ['drips', (_, response) => void response.writeHead(200).write('{'), 'timeout'],
    ['breaks the connection', (message) => void message.socket.destroy(), 'network'],
    ['answers no JSON', (_, response) => void response.end('<html>'), 'malformed'],
    ['answers without end', answering('x'.repeat(5_000)), 'too-large'],
    ['answers 500', answering({}, 500), 'error'],
    ['answers 401', answering({}, 401), 'refused'],
    [
      'sends elsewhere',
      (_, response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
      'network',
    ],
  ])('gives an outcome when the APS %s', async (_, listener, reason) => {
    const patience = reason === 'timeout' ? 200 : undefined;
    const outcome = await clientOf(await aps(listener), patience).attributes(call, request);
    expect(outcome).toMatchObject({ kind: 'unreachable', reason });
  });

  it('stops asking an APS that fails, and not one that refuses', async () => {
    let asked = 0;
    const failing = clientOf(
      await aps((message, response) => (asked++, answering({}, 503)(message, response))),
    );
    for (let i = 0; i < 8; i++) await failing.attributes(call, request);
    expect(asked).toBe(5);
    expect(await failing.attributes(call, request)).toEqual({
      kind: 'unreachable',
      reason: 'out-of-service',
    });

    const refusing = clientOf(await aps(answering({}, 403)));
    for (let i = 0; i < 8; i++) await refusing.attributes(call, request);
    expect(refusing.circuit).toBe('closed');
  });

  it('gives an outcome when no token can be made', async () => {
    const client = new ApsClient({
      baseUrl: 'http://127.0.0.1:1',
      token: () => Promise.reject(new Error('no key')),
    });
    expect(await client.attributes(call, request)).toEqual({ kind: 'unreachable', reason: 'no-token' });
  });
});
