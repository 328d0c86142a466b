import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { AgenciesStore, ApplicationsStore, parseApplicationFile, registerApplication } from '#libs/agencies';
import { AuditWriter } from '#libs/audit';
import { Database } from '#libs/database';
import { days, hours, minutes, systemClock, type EnterpriseNumber } from '#libs/kernel';
import { Metrics } from '#libs/metrics';
import { authenticateMessage, keyFromCertificate, parseServiceProviderMetadata, parseXml } from '#libs/saml';
import { testDatabase, type TestDatabase, specRecordKeys } from '#libs/testing';
import {
  certifiedKey,
  signedMetadata,
  writtenMetadata,
  type CertifiedKey,
} from '../../../../test/support/signed-metadata.js';
import { CertificateWatch } from './certificate-watch.js';
import { MetadataRefresh } from './metadata-refresh.js';

const AGENCY = '0671516647' as EnterpriseNumber;
const ENTITY = 'https://proef.example/saml';
const name = { nl: 'Proef', fr: 'Essai', de: 'Probe', en: 'Trial' };

let db: TestDatabase;
let worker: Database;
let server: Server;
let base: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let visited: string[];
let signer: CertifiedKey;
let oldKey: CertifiedKey;
let newKey: CertifiedKey;
let id: string;
const metrics = new Metrics('worker');
const warned: string[] = [];
const logger = { warn: (_details: unknown, text: string) => void warned.push(text) } as never;
let applications: ApplicationsStore;

beforeAll(async () => {
  db = await testDatabase();
  worker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 4 });
  applications = new ApplicationsStore(db.database);
  [signer, oldKey, newKey] = await Promise.all([
    certifiedKey(),
    certifiedKey(),
    certifiedKey(new Date(Date.now() + days(20))),
  ]);
  server = createServer((request, response) => {
    visited.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new AgenciesStore(db.database).ensure({ number: AGENCY, name });
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  metrics.close();
  await worker.close();
  await db.drop();
});

const signed = (...keys: CertifiedKey[]) =>
  signedMetadata(
    { entityId: ENTITY, keys, validUntil: new Date(Date.now() + days(7)), cacheDuration: 'PT2H' },
    signer,
  );
const serve = (text: string) => {
  answer = (_request, response) => void response.end(text);
};
/** Thresholds at which the contacts of a service were told. */
const told: number[] = [];
const services = () => ({
  database: worker,
  audit: new AuditWriter({ database: worker, keys: specRecordKeys(worker) }),
  logger,
  metrics: new Metrics('worker'),
  mails: { tell: async (_service: unknown, { within }: { within: number }) => void told.push(within) },
  clock: systemClock,
});
const refresher = (allowLoopback = true) =>
  new MetadataRefresh({
    ...services(),
    limits: { allowLoopback, timeout: 1_000 },
    pace: { usual: hours(1), shortest: minutes(15), longest: days(1) },
    longestValidity: days(30),
  });
const makeDue = () => db.database.query('update agencies.metadata_refresh set due_at = now()');
const kept = async () => {
  const metadata = (await applications.find(id))?.saml?.metadata ?? '';
  const parsed = parseServiceProviderMetadata(metadata);
  if (parsed.kind === 'invalid') throw new Error(parsed.reason);
  return parsed.value.signingCertificates;
};
const events = async (event: string) =>
  (
    await db.database.query<{ data: Record<string, unknown> }>(
      'select data from audit.event where name = $1 and application = $2 order by occurred_at, id',
      [event, id],
    )
  ).map(({ data }) => data);
const state = async () =>
  (
    await db.database.query<{ failures: number; failure: string | null; wait: number }>(
      `select failures, failure, round(extract(epoch from due_at - now()) / 60)::int as wait
         from agencies.metadata_refresh where application = $1`,
      [id],
    )
  )[0];
const bare = ({ certificate }: CertifiedKey) => certificate.replace(/-----[^-]*-----|\s/g, '');

beforeEach(async () => {
  visited = [];
  await db.database.query('delete from agencies.application');
  const read = parseApplicationFile({
    agency: AGENCY,
    name,
    environment: 'INT',
    minimumLevel: 400,
    keys: ['eid'],
    contexts: ['citizen'],
    attributes: [],
    saml: { metadataUrl: `${base}/metadata`, metadataSigner: signer.certificate },
  });
  if (read.kind === 'invalid') throw new Error(read.problems.join());
  const outcome = await registerApplication(db.database, read.file, signed(oldKey));
  if (outcome.kind === 'refused') throw new Error(outcome.problem);
  id = outcome.id;
});

describe('a registration by address', () => {
  it('SM-2 is refused when the document is not signed by the registered signer', async () => {
    const file = {
      agency: AGENCY,
      name,
      environment: 'INT',
      minimumLevel: 400,
      keys: ['eid'],
      contexts: ['citizen'],
      attributes: [],
      saml: { metadataUrl: 'https://proef.example/metadata', metadataSigner: signer.certificate },
    };
    const read = parseApplicationFile(file);
    if (read.kind === 'invalid') throw new Error(read.problems.join());
    const text = writtenMetadata({
      entityId: 'https://x.example',
      validUntil: new Date(Date.now() + days(7)),
    });
    expect(await registerApplication(db.database, read.file, text)).toMatchObject({
      kind: 'refused',
      reason: 'metadata',
      problem: expect.stringMatching(/^saml\.metadataUrl: signature/),
    });
  });
});

describe('the refresh', () => {
  it('SA-7 SM-3 takes a new key beside the old one, then lets the old one go, and announces each', async () => {
    const heard: string[] = [];
    onTestFinished(await db.database.listen('application_changed', (payload) => void heard.push(payload)));
    const request = signedMetadata('<a xmlns="urn:a" ID="_r"/>', oldKey);
    const verdictOnOldKey = async () => {
      const parsed = parseXml(request);
      if (parsed.kind === 'refused') throw new Error(parsed.reason);
      const keys = (await kept()).flatMap((certificate) => {
        const read = keyFromCertificate(certificate);
        return read.kind === 'key' ? [read.key] : [];
      });
      const message = { binding: 'post' } as Parameters<typeof authenticateMessage>[0];
      return authenticateMessage(message, parsed.root, { keys }).kind;
    };

    serve(signed(oldKey, newKey));
    await refresher().run();
    expect(await kept()).toEqual([bare(oldKey), bare(newKey)]);
    expect(await verdictOnOldKey()).toBe('signed');
    await vi.waitFor(() => expect(heard).toEqual([id]));

    serve(signed(newKey));
    await makeDue();
    await refresher().run();
    expect(await kept()).toEqual([bare(newKey)]);
    expect(await verdictOnOldKey()).toBe('refused');
    await vi.waitFor(() => expect(heard).toEqual([id, id]));
    expect(await events('MetadataRefreshed')).toMatchObject([
      { signingCertificates: 2 },
      { signingCertificates: 1 },
    ]);
    expect(await state()).toEqual({ failures: 0, failure: null, wait: 120 });
  });

  it('of the same document changes and announces nothing, and is not asked again before its time', async () => {
    const text = signed(newKey);
    serve(text);
    await refresher().run();
    await refresher().run();
    expect(visited).toEqual(['/metadata']);
    await makeDue();
    await refresher().run();
    expect(visited).toHaveLength(2);
    expect(await events('MetadataRefreshed')).toHaveLength(1);
  });

  // Packed beforehand: packing takes longer on a busy machine than the refresher waits.
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
  it.each<[string, string, () => void]>([
    [
      'a redirect',
      'redirect',
      () => {
        answer = (request, response) =>
          request.url === '/metadata'
            ? void response.writeHead(302, { location: `${base}/inside` }).end()
            : void response.end(signed(newKey));
      },
    ],
    [
      '50 MB',
      'unreachable',
      () => {
        answer = (_request, response) => {
          response.on('error', () => undefined);
          response.end(Buffer.alloc(50 * 1024 * 1024, 32));
        };
      },
    ],
    [
      'an answer that drips',
      'unreachable',
      () => {
        answer = (_request, response) => {
          const timer = setInterval(() => response.write(' '), 50);
          response.on('close', () => clearInterval(timer));
        };
      },
    ],
    [
      'a packed bomb',
      'encoded',
      () => {
        answer = (_request, response) =>
          void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      },
    ],
    [
      'a packed bomb that says nothing of it',
      'not-text',
      () => {
        answer = (_request, response) => void response.end(bomb);
      },
    ],
    ['an error', 'status', () => (answer = (_request, response) => void response.writeHead(503).end())],
    [
      'another signer',
      'signature',
      () =>
        serve(
          signedMetadata(
            { entityId: ENTITY, keys: [newKey], validUntil: new Date(Date.now() + days(7)) },
            newKey,
          ),
        ),
    ],
  ])('SM-4 %s leaves the last good copy and says why', async (_, reason, prepare) => {
    prepare();
    await refresher().run();
    expect(await kept()).toEqual([bare(oldKey)]);
    expect(visited).toEqual(['/metadata']);
    expect(await events('MetadataRefreshFailed')).toEqual([{ reason, failures: 1 }]);
    expect(await state()).toEqual({ failures: 1, failure: reason, wait: 15 });
  });

  it('SM-4 never calls this machine where that is not the outside world', async () => {
    serve(signed(newKey));
    await refresher(false).run();
    expect(visited).toEqual([]);
    expect(await kept()).toEqual([bare(oldKey)]);
    expect(await events('MetadataRefreshFailed')).toEqual([{ reason: 'unreachable', failures: 1 }]);
  });

  it('counts outcomes and failing services', async () => {
    serve('hello');
    const the = { ...services(), metrics };
    await new MetadataRefresh({
      ...the,
      limits: { allowLoopback: true, timeout: 1_000 },
      pace: { usual: hours(1), shortest: minutes(15), longest: days(1) },
      longestValidity: days(30),
    }).run();
    const text = await metrics.text();
    expect(text).toMatch(/csam_saml_metadata_refreshes_total\{.*outcome="xml".*\} 1/);
    expect(text).toMatch(/csam_saml_metadata_failing\{.*\} 1/);
  });
});

describe('a certificate that ends in 20 days', () => {
  it('is warned of once at each threshold, and measured', async () => {
    serve(signed(oldKey, newKey));
    await refresher().run();
    const measured = new Metrics('worker');
    onTestFinished(() => measured.close());
    const watch = new CertificateWatch({ ...services(), metrics: measured });
    await watch.run();
    await watch.run();
    expect(await events('CertificateEndsSoon')).toMatchObject([{ within: 30 }]);
    const later = { now: () => new Date(Date.now() + days(15)) };
    await new CertificateWatch({ ...services(), clock: later }).run();
    expect(await events('CertificateEndsSoon')).toMatchObject([{ within: 30 }, { within: 7 }]);
    expect(told).toEqual([30, 7]);
    const [, seconds = ''] =
      /csam_saml_certificate_not_after_seconds\{.*\} ([\d.e+]+)/.exec(await measured.text()) ?? [];
    expect(Number(seconds)).toBeGreaterThan(Date.now() / 1_000 + 19 * 86_400);
    expect(Number(seconds)).toBeLessThan(Date.now() / 1_000 + 21 * 86_400);
  });
});
