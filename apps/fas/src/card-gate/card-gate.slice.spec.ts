import { randomBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig, type Config } from '#libs/config';
import type { CardReading } from '#libs/digital-keys';
import { createLogger, type App } from '#libs/http';
import { Metrics } from '#libs/metrics';
import { FieldCipher, MasterKey } from '#libs/security';
import {
  DemoWorld,
  ensureCardGateKeys,
  ensureCardWorld,
  ensureDemoSeed,
  testDatabase,
  type TestDatabase,
} from '#libs/testing';
import { cardServices } from './card-services.js';
import { createCardGate } from './create-card-gate.js';

const VISIT = {
  app: 'fas' as const,
  returnTo: '/fas/sign-in/0001/eid/return',
  binding: '0001.nonce',
  test: false,
};
const SECRET = 's'.repeat(40);

let db: TestDatabase;
let folder: string;
let cardFolder: string;
let config: Config;
let cards: ReturnType<typeof cardServices>;
const running: App[] = [];

beforeAll(async () => {
  db = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'card-gate-'));
  const world = DemoWorld.fromSeed(ensureDemoSeed(folder));
  cardFolder = await ensureCardWorld(folder, world, 'http://localhost:1');
  await ensureCardGateKeys(folder, 'localhost');
  config = loadConfig({
    CSAM_ENV: 'test',
    CSAM_DATA_DIRECTORY: folder,
    DATABASE_URL: db.url,
    CSAM_MASTER_KEY_FILE: 'none',
  });
  const cipher = new FieldCipher(MasterKey.fromSecret(randomBytes(32)));
  cards = cardServices(config, db.database, cipher);
});
afterAll(async () => {
  await Promise.all(running.map((app) => app.close({ patience: 200 })));
  await db.drop();
  rmSync(folder, { recursive: true });
});

async function gate(settings: Config = config): Promise<number> {
  const app = await createCardGate({
    config: settings,
    cards,
    logger: createLogger('card', 'silent'),
    metrics: new Metrics('card'),
  });
  running.push(app);
  return Number(new URL(await app.listen({ port: 0 })).port);
}

const pem = (name: string) => readFileSync(join(cardFolder, 'cards', `${name}.pem`), 'utf8');
const withCard = (name: string) => ({ cert: pem(name), key: pem(name) });
const visitPath = (visit = VISIT): string => {
  const { pathname, search } = new URL(cards.gate.for(visit, new Date()));
  return pathname + search;
};

interface Answer {
  readonly status: number;
  readonly location: string;
  readonly connection: string | undefined;
  readonly body: string;
}

type VisitOptions = RequestOptions & { readonly session?: Buffer };

function visit(port: number, options: VisitOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: 'localhost', port, path: visitPath(), rejectUnauthorized: false, agent: false, ...options },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? '',
            connection: response.headers.connection,
            body,
          }),
        );
      },
    );
    asked.on('error', reject).end();
  });
}

const handleOf = ({ location }: Answer): string => new URL(location).searchParams.get('reading') ?? '';
const readingOf = (answer: Answer): Promise<CardReading | undefined> =>
  cards.readings.take(handleOf(answer), VISIT.binding);

async function stored(): Promise<number> {
  const rows = await db.database.query('select 1 from digital_keys.card_reading');
  return rows.length;
}

function subjectOf(reading: CardReading | undefined): string | undefined {
  return reading?.kind === 'certificate'
    ? new X509Certificate(reading.presented.certificate).subject
    : reading?.kind;
}

describe('the certificate listener', () => {
  let port: number;
  beforeAll(async () => {
    port = await gate();
  });

  it('takes the certificate of the handshake, and sends the browser back with a handle', async () => {
    const answer = await visit(port, withCard('rosa-ruimschoots'));
    expect(answer.status).toBe(303);
    expect(answer.location.split('?')[0]).toBe(`${config.baseUrl.fas}${VISIT.returnTo}`);
    expect(answer.location).not.toMatch(/Ruimschoots|81050599410/);
    const reading = await readingOf(answer);
    expect(subjectOf(reading)).toContain('serialNumber=81050599410');
    const { outcome } = await cards.eid.examine(
      reading?.kind === 'certificate' ? reading.presented : undefined,
      new Date(),
    );
    // Nobody answers at the address of the authority here.
    expect(outcome).toEqual({ kind: 'refused', problem: 'responder-down' });
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('speaks %s', async (version) => {
    const answer = await visit(port, {
      ...withCard('fabrice-fantome'),
      minVersion: version,
      maxVersion: version,
    });
    expect(subjectOf(await readingOf(answer))).toContain('Fantôme');
  });

  it('speaks nothing older than TLS 1.2', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await expect(visit(port, old)).rejects.toThrow(/protocol|handshake|alert/i);
  });

  it('XS-32 sends back whoever shows no certificate, to be told so', async () => {
    expect(await readingOf(await visit(port))).toEqual({ kind: 'none' });
  });

  it('XS-32 lets a certificate of a stranger through the handshake, to be told why it is refused', async () => {
    const reading = await readingOf(await visit(port, withCard('fabrice-fantome-stranger')));
    const presented = reading?.kind === 'certificate' ? reading.presented : undefined;
    const { outcome } = await cards.eid.examine(presented, new Date());
    expect(outcome).toEqual({ kind: 'refused', problem: 'unknown-authority' });
  });

  it('XS-32 refuses a certificate without its key', async () => {
    const stolen = { cert: pem('rosa-ruimschoots'), key: pem('lea-lierre') };
    await expect(visit(port, stolen)).rejects.toThrow(/key/i);
  });

  it('XS-32, 4.1.3 ignores a certificate in a header', async () => {
    const der = new X509Certificate(pem('rosa-ruimschoots')).raw.toString('base64');
    const headers = {
      'client-cert': `:${der}:`,
      'x-ssl-client-cert': encodeURIComponent(pem('rosa-ruimschoots')),
      'x-forwarded-client-cert': der,
      'csam-proxy-secret': SECRET,
    };
    expect(await readingOf(await visit(port, { headers }))).toEqual({ kind: 'none' });
    const own = await readingOf(await visit(port, { headers, ...withCard('lea-lierre') }));
    expect(subjectOf(own)).toContain('Lierre');
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('XS-32 resumes no session of another (%s)', async (version) => {
    const sessions: Buffer[] = [];
    const open = (options: object) =>
      new Promise<TLSSocket>((resolve, reject) => {
        const socket = connect({
          host: 'localhost',
          port,
          rejectUnauthorized: false,
          maxVersion: version,
          ...options,
        });
        socket.on('session', (session) => sessions.push(session));
        socket.once('error', reject).once('secureConnect', () => resolve(socket));
      });
    const first = await open(withCard('rosa-ruimschoots'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    sessions.push(...[first.getSession()].filter((session) => session !== undefined));
    first.destroy();
    expect(sessions.length).toBeGreaterThan(0);
    for (const session of Array.from(sessions)) {
      const second = await open({ session });
      expect(second.isSessionReused()).toBe(false);
      second.destroy();
      expect(await readingOf(await visit(port, { session, maxVersion: version }))).toEqual({ kind: 'none' });
    }
  });

  it('XS-32 closes each connection, so that the next visit is a handshake with the card of then', async () => {
    expect((await visit(port)).connection).toBe('close');
    expect((await visit(port, { path: '/card' })).connection).toBe('close');
  });

  it.each([
    ['without a visit', '/card'],
    ['with a made-up visit', '/card?visit=v1.aaaa.bbbb'],
  ])('keeps nothing %s', async (_what, path) => {
    const before = await stored();
    const answer = await visit(port, { path, ...withCard('rosa-ruimschoots') });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('<h1');
    expect(await stored()).toBe(before);
  });

  it('leads whoever comes by to the self-test', async () => {
    expect((await visit(port, { path: '/' })).location).toBe(`${config.baseUrl.fas}/tma/`);
  });
});

describe('behind a proxy that ends TLS', () => {
  let address: string;
  beforeAll(async () => {
    const proxySecretFile = join(folder, 'proxy-secret');
    writeFileSync(proxySecretFile, `${SECRET}\n`);
    const port = await gate({ ...config, cardGate: { proxySecretFile } });
    address = `http://localhost:${port}`;
  });

  async function through(headers: Record<string, string>): Promise<Answer> {
    const response = await fetch(address + visitPath(), { redirect: 'manual', headers });
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      connection: undefined,
      body: await response.text(),
    };
  }
  const bytes = (name: string) => `:${new X509Certificate(pem(name)).raw.toString('base64')}:`;

  it('takes the certificate that the proxy saw', async () => {
    const headers = { 'csam-proxy-secret': SECRET, 'client-cert': bytes('rosa-ruimschoots') };
    expect(subjectOf(await readingOf(await through(headers)))).toContain('Ruimschoots');
  });

  it('is told when the browser showed none', async () => {
    expect(await readingOf(await through({ 'csam-proxy-secret': SECRET }))).toEqual({ kind: 'none' });
    const broken = { 'csam-proxy-secret': SECRET, 'client-cert': 'no bytes' };
    expect(await readingOf(await through(broken))).toEqual({ kind: 'none' });
  });

  it('XS-32 reads no certificate where two are named: one may be the visitor’s own', async () => {
    const headers = {
      'csam-proxy-secret': SECRET,
      'client-cert': `${bytes('rosa-ruimschoots')}, ${bytes('lea-lierre')}`,
    };
    expect(await readingOf(await through(headers))).toEqual({ kind: 'none' });
  });

  it('hands on the authorities that the proxy saw, and judges the card by those it trusts', async () => {
    const headers = {
      'csam-proxy-secret': SECRET,
      'client-cert': bytes('fabrice-fantome-stranger'),
      'client-cert-chain': `${bytes('rosa-ruimschoots')}, ${bytes('lea-lierre')}`,
    };
    const reading = await readingOf(await through(headers));
    const presented = reading?.kind === 'certificate' ? reading.presented : undefined;
    expect(presented?.others).toHaveLength(2);
    const { outcome } = await cards.eid.examine(presented, new Date());
    expect(outcome).toEqual({ kind: 'refused', problem: 'unknown-authority' });
  });

  it.each([
    ['no secret', {}],
    ['an empty secret', { 'csam-proxy-secret': '' }],
    ['a wrong secret', { 'csam-proxy-secret': 'x'.repeat(40) }],
  ])('XS-32, 4.1.3 refuses a certificate in a header with %s', async (_what, headers) => {
    const before = await stored();
    const answer = await through({ ...headers, 'client-cert': bytes('rosa-ruimschoots') });
    expect(answer.status).toBe(403);
    expect(await stored()).toBe(before);
  });

  it('does not start with a short secret', async () => {
    const proxySecretFile = join(folder, 'short-secret');
    writeFileSync(proxySecretFile, 'short');
    await expect(gate({ ...config, cardGate: { proxySecretFile } })).rejects.toThrow(/32 characters/);
  });
});
