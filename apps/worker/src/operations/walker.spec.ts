import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { keyLinkOf, postFormOf } from './page-form.js';
import { Walker, type Kept } from './walker.js';

const PAGE = `<form method="get" action="/search"><input name="q"></form>
  <form method="post" action="/prove?a=1&amp;b=2"><input type="hidden" name="token" value="&quot;x&quot;"/>
  <input name="username" value=""/></form>`;

let server: Server;
let base: string;
let asked: string[];

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  asked.push([request.method, request.url, request.headers.cookie ?? '', body].join(' ').trim());
  if (request.url === '/start')
    response.writeHead(303, { location: '/page', 'set-cookie': 'visit=1; Path=/' });
  else if (request.method === 'POST')
    response.writeHead(303, {
      location: 'https://nobody.example/end?code=c',
      'set-cookie': ['device=d; Max-Age=60', 'gone=; Max-Age=0'],
    });
  else if (request.url === '/round') response.writeHead(303, { location: '/round' });
  else if (request.url === '/broken') response.writeHead(503);
  response.end(PAGE);
}

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

const signal = AbortSignal.timeout(60_000);

it('follows, fills in, and sends nothing to where its walk ends', async () => {
  const kept: Kept = new Map();
  const walker = new Walker(fetch, signal, { kept, end: 'https://nobody.example/end' });
  const page = await walker.open(`${base}/start`);
  const end = await walker.submit(page, { username: 'me' });
  expect(end.url.href).toBe('https://nobody.example/end?code=c');
  expect(asked).toEqual([
    'GET /start',
    'GET /page visit=1',
    'POST /prove?a=1&b=2 visit=1 token=%22x%22&username=me',
  ]);
  // What lives longer than its windows comes along the next time.
  await new Walker(fetch, signal, { kept }).open(`${base}/page`);
  expect(asked.at(-1)).toBe('GET /page device=d');
});

it.each([
  ['/broken', 'status-503'],
  ['/round', 'redirects-in-circles'],
])('%s is no page', async (path, problem) => {
  await expect(new Walker(fetch, signal).open(`${base}${path}`)).rejects.toThrow(problem);
});

it('finds the link to a key and no other', () => {
  const at = new URL('https://fas.example/fas/sign-in/1');
  const page =
    '<a href="/help">?</a><a class="k" data-key="selfreg" href="1/selfreg?x=1&amp;y=2">Profile</a>';
  expect(keyLinkOf(page, 'selfreg', at)?.href).toBe('https://fas.example/fas/sign-in/1/selfreg?x=1&y=2');
  expect(keyLinkOf(page, 'totp', at)).toBeUndefined();
  expect(postFormOf('<form method="get"></form>', at)).toBeUndefined();
});
