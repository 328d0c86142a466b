import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { AuditWriter } from '#libs/audit';
import { Database } from '#libs/database';
import { METADATA_CHANNEL, ServiceMetadataStore } from '#libs/digital-keys';
import { days, hours, minutes, systemClock } from '#libs/kernel';
import { Metrics } from '#libs/metrics';
import { parseIdentityProviderMetadata } from '#libs/saml';
import { testDatabase, type TestDatabase, specRecordKeys } from '#libs/testing';
import { certifiedKey, signedMetadata, type CertifiedKey } from '../../../../test/support/signed-metadata.js';
import { ServiceMetadataRefresh } from './service-metadata-refresh.js';

const ENTITY = 'https://node.example/metadata';

let db: TestDatabase;
let worker: Database;
let server: Server;
let base: string;
let served: string;
let folder: string;
let signer: CertifiedKey;
let first: CertifiedKey;
let second: CertifiedKey;

beforeAll(async () => {
  db = await testDatabase();
  worker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 2 });
  [signer, first, second] = await Promise.all([certifiedKey(), certifiedKey(), certifiedKey()]);
  folder = mkdtempSync(join(tmpdir(), 'csam-service-metadata-'));
  writeFileSync(join(folder, 'signer.pem'), signer.certificate);
  server = createServer((_request, response) => void response.end(served));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  server.close();
  await worker.close();
  await db.drop();
});
beforeEach(() => db.database.query('delete from digital_keys.service_metadata'));

const bare = ({ certificate }: CertifiedKey) => certificate.replace(/-----[^-]*-----|\s/g, '');

function written(keys: readonly CertifiedKey[], { entityId = ENTITY, validUntil = days(7) } = {}): string {
  const until = validUntil === 0 ? '' : ` validUntil="${new Date(Date.now() + validUntil).toISOString()}"`;
  const descriptors = keys.map(
    (key) =>
      `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${bare(key)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
  );
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" ID="_m" entityID="${entityId}" cacheDuration="PT2H"${until}><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${descriptors.join('')}<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://node.example/sign-in"/></md:IDPSSODescriptor></md:EntityDescriptor>`;
}

function refresher({ path = '/metadata', allowLoopback = true } = {}) {
  const row = {
    key: 'eidas',
    protocol: 'saml',
    status: 'recognised',
    entityId: ENTITY,
    metadataUrl: base + path,
    metadataSignerFile: join(folder, 'signer.pem'),
  };
  return new ServiceMetadataRefresh({
    database: worker,
    audit: new AuditWriter({ database: worker, keys: specRecordKeys(worker) }),
    logger: { warn: () => undefined },
    metrics: new Metrics('worker'),
    clock: systemClock,
    rows: [row] as never,
    limits: { allowLoopback, timeout: 2_000 },
    pace: { usual: hours(1), shortest: minutes(15), longest: days(1) },
    longestValidity: days(30),
  });
}

const kept = async () => {
  const [one] = await new ServiceMetadataStore(db.database).kept();
  const parsed = parseIdentityProviderMetadata(one?.document ?? '', { now: new Date() });
  return parsed.kind === 'valid' ? parsed.value.signingCertificates : [];
};
const makeDue = () => db.database.query('update digital_keys.service_metadata set due_at = now()');
const state = async () =>
  (
    await db.database.query(
      `select failures, failure, round(extract(epoch from due_at - now()) / 60)::int as wait
         from digital_keys.service_metadata`,
    )
  )[0];

describe('metadata of a recognised service from its address', () => {
  it('SM-3 is fetched, announced, and fetched again when it says, with the next key beside the old one', async () => {
    const heard: string[] = [];
    onTestFinished(await db.database.listen(METADATA_CHANNEL, (service) => void heard.push(service)));
    served = signedMetadata(written([first]), signer);
    await refresher().run();
    expect([await kept(), await state()]).toEqual([[bare(first)], { failures: 0, failure: null, wait: 120 }]);
    await vi.waitFor(() => expect(heard).toEqual(['eidas']));
    served = signedMetadata(written([first, second]), signer);
    await refresher().run();
    expect(await kept()).toEqual([bare(first)]);
    await makeDue();
    await refresher().run();
    expect(await kept()).toEqual([bare(first), bare(second)]);
    await vi.waitFor(() => expect(heard).toEqual(['eidas', 'eidas']));
  });

  it.each<[string, string, () => string]>([
    ['SM-2 without a signature', 'signature', () => written([second])],
    ['SM-2 signed by a stranger', 'signature', () => signedMetadata(written([second]), second)],
    [
      'SM-2 changed after signing',
      'signature',
      () => signedMetadata(written([first]), signer).replace('sign-in', 'x'),
    ],
    [
      'SM-2 without an end',
      'valid-until-missing',
      () => signedMetadata(written([second], { validUntil: 0 }), signer),
    ],
    ['SM-2 past its end', 'expired', () => signedMetadata(written([second], { validUntil: -1_000 }), signer)],
    [
      'SM-2 valid for too long',
      'valid-too-long',
      () => signedMetadata(written([second], { validUntil: days(40) }), signer),
    ],
    [
      'SX-29 of another service',
      'other-entity',
      () => signedMetadata(written([second], { entityId: 'https://other.example' }), signer),
    ],
    ['SX-18 without a key', 'no-signing-certificate', () => signedMetadata(written([]), signer)],
    ['SX-21 with a DOCTYPE', 'xml', () => `<!DOCTYPE x>${signedMetadata(written([second]), signer)}`],
    ['SM-4 larger than a megabyte', 'unreachable', () => ' '.repeat(2 * 1024 * 1024)],
  ])('%s leaves the last good copy, and says why', async (_name, reason, document) => {
    served = signedMetadata(written([first]), signer);
    await refresher().run();
    served = document();
    await makeDue();
    await refresher().run();
    expect([await kept(), await state()]).toEqual([
      [bare(first)],
      { failures: 1, failure: reason, wait: 15 },
    ]);
    const [last] = await db.database.query<{ data: unknown }>(
      `select data from audit.event where name = 'ServiceMetadataRefused' order by occurred_at desc, id desc limit 1`,
    );
    expect(last?.data).toEqual({ service: 'eidas', reason, failures: 1 });
  });

  it('SM-4 is not fetched from this machine where that is not the outside world', async () => {
    served = signedMetadata(written([first]), signer);
    await refresher({ allowLoopback: false }).run();
    expect([await kept(), await state()]).toMatchObject([[], { failure: 'unreachable' }]);
  });

  it('is forgotten when the address changes', async () => {
    served = signedMetadata(written([first]), signer);
    await refresher().run();
    served = 'gone';
    await refresher({ path: '/moved' }).run();
    expect([await kept(), await state()]).toMatchObject([[], { failure: 'xml' }]);
  });
});
