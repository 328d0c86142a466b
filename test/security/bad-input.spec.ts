import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { programToken } from '../support/agency-program.js';
import { OidcRelyingParty } from '../support/oidc-relying-party.js';
import { PageWalker } from '../support/page-walker.js';
import { sendRaw, type RawAnswer, type RawRequest } from '../support/raw-http.js';
import { rows } from '../support/stack-database.js';
import { stack, type AppName } from '../support/stack.js';

interface Endpoint {
  readonly app: AppName;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Of a program: without it, its guard would be all that an attack meets. */
  readonly token?: string;
}

type Attack = (endpoint: Endpoint) => RawRequest;

const APPS: readonly AppName[] = ['fas', 'sma', 'aps', 'admin', 'worker'];
const logOf = (app: AppName): string => readFileSync(join(stack().dataFolder, `${app}.log`), 'utf8');
const logsBefore = new Map<AppName, number>();

const NOWHERE = '/api/v1/services/11111111-2222-4333-8444-555555555555';

/** Routes for programs of agencies; a program may call 300 times a minute, so each route has its own. */
const API: readonly (readonly [method: Endpoint['method'], path: string])[] = [
  ['GET', '/api/v1/agency'],
  ['GET', '/api/v1/agency/records'],
  ['GET', '/api/v1/services'],
  ['GET', '/api/v1/requests'],
  ['GET', NOWHERE],
  ['PUT', `${NOWHERE}/description`],
  ['PUT', `${NOWHERE}/environments/INT`],
  ['POST', `${NOWHERE}/steps`],
  ['GET', '/api/v1/applications/11111111-2222-4333-8444-555555555555/records'],
  ['POST', '/api/v1/applications/11111111-2222-4333-8444-555555555555/records/proof'],
];

let endpoints: readonly Endpoint[];
beforeAll(async () => {
  for (const app of APPS) logsBefore.set(app, logOf(app).length);
  const { url } = await (await OidcRelyingParty.of('permits')).begin();
  const { pathname: journey } = (await new PageWalker().open(url)).url;
  const fas = (method: 'GET' | 'POST', path: string) => ({ app: 'fas', method, path }) as const;
  endpoints = [
    fas('GET', '/fas/'),
    fas('GET', '/fas/help'),
    fas('GET', '/fas/nothing'),
    fas('GET', journey),
    fas('GET', `${journey}/password`),
    fas('POST', `${journey}/password`),
    fas('POST', `${journey}/totp`),
    fas('POST', `${journey}/cancel`),
    fas('POST', `${journey}/information`),
    fas('GET', `${journey}/finish`),
    fas('GET', '/fas/sign-in/%00'),
    fas('GET', `${journey}/%00`),
    fas('GET', '/fas/oauth2/authorize'),
    fas('POST', '/fas/oauth2/authorize'),
    fas('POST', '/fas/oauth2/access_token'),
    fas('POST', '/fas/oauth2/par'),
    fas('POST', '/fas/oauth2/introspect'),
    fas('POST', '/fas/oauth2/token/revoke'),
    fas('GET', '/fas/oauth2/userinfo'),
    fas('POST', '/fas/oauth2/userinfo'),
    fas('GET', '/fas/oauth2/connect/jwk_uri'),
    fas('GET', '/fas/oauth2/connect/endSession'),
    fas('POST', '/fas/oauth2/connect/endSession/confirm'),
    fas('GET', '/fas/oauth2/.well-known/openid-configuration'),
    fas('GET', '/fas/oauth2/nothing'),
    fas('GET', '/fas/SSORedirect/metaAlias/idp'),
    fas('POST', '/fas/SSOPOST/metaAlias/idp'),
    fas('GET', '/fas/SSOPOST/metaAlias/idp/continue'),
    fas('GET', '/saml/fas-metadata.xml'),
    { app: 'sma', method: 'GET', path: '/' },
    { app: 'sma', method: 'POST', path: '/sign-out' },
    { app: 'aps', method: 'POST', path: '/api/v1/attributes' },
    { app: 'admin', method: 'GET', path: '/' },
    { app: 'worker', method: 'GET', path: '/nothing' },
    ...(await Promise.all(
      API.map(
        async ([method, path]) => ({ app: 'admin', method, path, token: await programToken() }) as const,
      ),
    )),
  ];
});

const FORM = ['content-type', 'application/x-www-form-urlencoded'] as const;
const get = (path: string, headers: RawRequest['headers'] = []): RawRequest => ({ target: path, headers });
const post = (path: string, body: string | Buffer, type: string = FORM[1]): RawRequest => ({
  method: 'POST',
  target: path,
  body,
  headers: [['content-type', type]],
});
/** The same request with something added, by its own method. */
const plus = ({ method, path }: Endpoint, headers: RawRequest['headers'] = [], body = 'a=b'): RawRequest =>
  method === 'GET' ? get(path, headers) : { method, target: path, body, headers: [FORM, ...(headers ?? [])] };

/** What the app itself gets to see. */
const ATTACKS: Readonly<Record<string, Attack>> = {
  'nothing at all': ({ method, path }) => ({ method, target: path }),
  'half an escape in the path': ({ path }) => get(`${path}/%E0%A4%A`),
  'half an escape in the query': (at) => plus({ ...at, path: `${at.path}?x=%E0%A4%A&lang=%` }),
  'NUL in the query': (at) => plus({ ...at, path: `${at.path}?x=%00&client_id=%00&ui_locales=%00` }),
  'NUL in the path': ({ path }) => get(`${path}/%00`),
  'NUL in a form': ({ path }) =>
    post(path, 'username=%00&password=%00&code=%00&client_id=%00&token=%00&SAMLRequest=%00'),
  'a name twice in the query': (at) => plus({ ...at, path: `${at.path}?x=1&x=2&lang=nl&lang=fr` }),
  'brackets and prototypes in the query': (at) =>
    plus({ ...at, path: `${at.path}?__proto__[a]=1&constructor.prototype=1&a[]=1&a[b][c]=2` }),
  'text that is no UTF-8 in the query': (at) => plus({ ...at, path: `${at.path}?x=%ff%fe&state=%c0%af` }),
  'a query of 8 KB': (at) => plus({ ...at, path: `${at.path}?x=${'y'.repeat(8_000)}` }),
  'a path of 4 KB': ({ path }) => get(`${path}/${'y'.repeat(4_000)}`),
  'climbing up': ({ path }) => get(`${path}/..%2f..%2f..%2fetc/passwd`),
  'climbing up by dots': ({ path }) => get(`${path}/../../../../etc/passwd`),
  'a semicolon': ({ path }) => get(`${path};jsessionid=1/..;/admin`),
  'another host in the path': ({ path }) => get(`//evil.example${path}`),
  'a whole address as target': ({ path }) => get(`http://evil.example${path}`),
  'strange cookies': (at) =>
    plus(at, [['cookie', 'csam-session=%00; =; ;;; csam-browser="; a=b=c; __Host-x']]),
  'a thousand cookies': (at) =>
    plus(at, [['cookie', Array.from({ length: 800 }, (_, n) => `c${n}=x`).join('; ')]]),
  'cookies of 12 KB': (at) => plus(at, [['cookie', `csam-session=${'x'.repeat(12_000)}`]]),
  'languages without end': (at) => plus(at, [['accept-language', `fr,${'x-y;q=0.1,'.repeat(500)}`]]),
  'another host': (at) =>
    plus(at, [
      ['host', 'evil.example'],
      ['x-forwarded-host', 'evil.example'],
    ]),
  'credentials that are none': (at) => plus(at, [['authorization', 'Basic %%%']]),
  'a token that is none': (at) => plus(at, [['authorization', `Bearer ${'eyJ.'.repeat(500)}`]]),
  'control characters of a terminal': (at) => plus(at, [['user-agent', '\u001b[31mred\u001b[0m']]),
  'JSON in place of a form': ({ path }) => post(path, '{"username":"x","level":500}', 'application/json'),
  'broken JSON': ({ path }) => post(path, '{"a":', 'application/json'),
  'deep JSON': ({ path }) => post(path, '['.repeat(50_000), 'application/json'),
  'JSON with prototypes': ({ path }) => post(path, '{"__proto__":{"a":1}}', 'application/json'),
  'plain text': ({ path }) => post(path, 'hello', 'text/plain'),
  XML: ({ path }) =>
    post(path, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'text/xml'),
  'a file': ({ path }) => post(path, '--x\r\n\r\n--x--', 'multipart/form-data; boundary=x'),
  'a type that is none': ({ path }) => post(path, 'a=b', 'nonsense'),
  'a form in UTF-16': ({ path }) => post(path, Buffer.from('a=b', 'utf16le'), `${FORM[1]}; charset=utf-16`),
  'a form with a field twice': ({ path }) => post(path, 'username=a&username=b&SAMLRequest=a&SAMLRequest=b'),
  'a form of a thousand fields': ({ path }) =>
    post(path, Array.from({ length: 1_000 }, (_, n) => `f${n}=1`).join('&')),
  'a form with prototypes': ({ path }) => post(path, '__proto__=1&constructor=2&prototype=3&toString=4'),
  'a form that is no UTF-8': ({ path }) => post(path, 'username=%ff%fe&password=%c3%28'),
  'a form of raw bytes': ({ path }) => post(path, Buffer.from([0, 255, 254, 61, 128, 38, 0])),
  'a form with half an escape': ({ path }) => post(path, 'username=%E0%A4%A&x=%'),
  'a form of 400 KB': ({ path }) => post(path, `username=${'x'.repeat(400_000)}`),
  'a form that claims to be compressed': (at) => ({
    ...post(at.path, Buffer.from([0x1f, 0x8b, 8, 0, 0, 0])),
    headers: [FORM, ['content-encoding', 'gzip']],
  }),
  PUT: ({ path }) => ({ ...post(path, 'a=b'), method: 'PUT' }),
  DELETE: ({ path }) => ({ target: path, method: 'DELETE' }),
  TRACE: ({ path }) => ({ target: path, method: 'TRACE' }),
  OPTIONS: ({ path }) => ({ target: path, method: 'OPTIONS' }),
  PROPFIND: ({ path }) => ({ target: path, method: 'PROPFIND' }),
};

/** What is turned away before there is a request: no page and no language, but a status and a reference. */
const NO_REQUEST: Readonly<Record<string, Attack>> = {
  'ten thousand header fields': ({ path }) =>
    get(
      path,
      Array.from({ length: 10_000 }, (_, n) => [`x-${n}`, 'y'] as const),
    ),
  'a cookie of 40 KB': ({ path }) => get(path, [['cookie', `a=${'x'.repeat(40_000)}`]]),
  'a line of 40 KB': ({ path }) => get(`${path}?${'x'.repeat(40_000)}`),
  'NUL in the line': ({ path }) => get(`${path}\0`),
  'NUL in a header': ({ path }) => get(path, [['x-a', 'b\0c']]),
  'two lengths': ({ path }) => ({
    method: 'POST',
    target: path,
    body: 'a',
    headers: [
      ['content-length', '1'],
      ['content-length', '2'],
    ],
  }),
  'a length and chunks (smuggling)': ({ path }) => ({
    method: 'POST',
    target: path,
    body: '0\r\n\r\nGET /evil HTTP/1.1\r\n\r\n',
    headers: [
      ['content-length', '4'],
      ['transfer-encoding', 'chunked'],
    ],
  }),
  'a negative length': ({ path }) => ({ method: 'POST', target: path, headers: [['content-length', '-1']] }),
  'a broken chunk': ({ path }) => ({
    method: 'POST',
    target: path,
    body: 'zz\r\nx\r\n',
    headers: [['transfer-encoding', 'chunked'], FORM],
  }),
  'a method that is none': ({ path }) => ({ target: path, method: 'DANCE' }),
};

const INSIDE = /node_modules|\.js:\d+|\bat \w+[\w.]* \(|SELECT |syntax error|ECONN|\/dist\//;

/** What is wrong with an answer. */
function faults({ status, headers, body }: RawAnswer): string[] {
  const isPage = headers.get('content-type')?.startsWith('text/html') === true && body !== '';
  return [
    ...(status === 0 ? ['no answer'] : []),
    ...(status >= 500 ? [`status ${status}`] : []),
    ...(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(headers.get('x-request-reference') ?? '') ? [] : ['no reference']),
    ...(INSIDE.test(body) ? [`tells of our inside: ${INSIDE.exec(body)?.[0]}`] : []),
    ...(headers.get('location')?.includes('evil.example') === true ? ['leads elsewhere'] : []),
    ...(isPage && !body.includes('<html lang="fr"') ? ['a page in another language'] : []),
    ...(headers.has('server') || headers.has('x-powered-by') ? ['names our software'] : []),
  ];
}

/** By the method of the route and with its token, unless the attack is about these. */
function asProgram({ token, method }: Endpoint, request: RawRequest): RawRequest {
  const { headers = [] } = request;
  if (token === undefined || headers.some(([name]) => name === 'authorization')) return request;
  return {
    ...request,
    ...(request.method === 'POST' && method === 'PUT' && { method }),
    headers: [...headers, ['authorization', `Bearer ${token}`]],
  };
}

async function attackAll(attack: Attack, check: (answer: RawAnswer) => string[]): Promise<string[]> {
  const found = await Promise.all(
    endpoints.map(async (endpoint) => {
      const answer = await sendRaw(stack().addresses[endpoint.app], asProgram(endpoint, attack(endpoint)));
      const where = `${endpoint.method} ${endpoint.app}${endpoint.path} (${answer.status})`;
      return check(answer).map((fault) => `${where}: ${fault}`);
    }),
  );
  return found.flat();
}

describe('every endpoint stands up to', () => {
  it.each(Object.entries(ATTACKS))('%s', async (_, attack) => {
    expect(await attackAll(attack, faults)).toEqual([]);
  });

  it.each(Object.entries(NO_REQUEST))('%s, which is no request', async (_, attack) => {
    const refused = (answer: RawAnswer) => [
      ...faults(answer),
      ...(answer.status >= 400 ? [] : [`taken for a request`]),
    ];
    expect(await attackAll(attack, refused)).toEqual([]);
  });

  it('and none of it was an error of ours', () => {
    const failed = APPS.flatMap((app) =>
      logOf(app)
        .slice(logsBefore.get(app))
        .split('\n')
        .filter((line) => /"level":"(error|fatal)"/.test(line)),
    );
    expect(failed).toEqual([]);
  });
});

describe('what FAS turns away', () => {
  const REJECTED = new Set([400, 403, 413, 415]);
  /** Applications are answered 401 and the like in their own protocol; 404 and 405 are nobody's attempt at anything. */
  const of = [
    'JSON in place of a form',
    'a form with a field twice',
    'a form of 400 KB',
    'half an escape in the path',
  ];

  it.each(of)('leaves one record with a reason: %s', async (name) => {
    const attack = ATTACKS[name];
    if (attack === undefined) throw new Error(name);
    const references = new Map<string, string>();
    for (const endpoint of endpoints.filter(({ app }) => app === 'fas')) {
      const { status, headers } = await sendRaw(stack().addresses.fas, attack(endpoint));
      const reference = headers.get('x-request-reference') ?? '';
      if (REJECTED.has(status)) references.set(reference, `${endpoint.method} ${endpoint.path} (${status})`);
    }
    expect(references.size).toBeGreaterThan(3);
    const unrecorded = async () => {
      const counts = await recordCounts([...references.keys()]);
      return [...references].filter(([reference]) => counts.get(reference) !== 1).map(([, where]) => where);
    };
    await expect.poll(unrecorded).toEqual([]);
  });
});

async function recordCounts(references: readonly string[]): Promise<Map<string, number>> {
  const found = await rows<{ reference: string; count: number }>(
    `select reference, count(*)::int as count from audit.event
      where reference = any($1) and data ?| array['reason', 'error', 'rule'] group by reference`,
    [references],
  );
  return new Map(found.map(({ reference, count }) => [reference, count]));
}
