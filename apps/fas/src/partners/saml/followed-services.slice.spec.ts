import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Database } from '#libs/database';
import { ServiceMetadataStore } from '#libs/digital-keys';
import { hours } from '#libs/kernel';
import { ensureServiceProviderKey, PostedAnswers, StoredSignInState } from '#libs/service-provider';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { FollowedServices } from './followed-services.js';
import { SamlPartner } from './saml-partner.js';
import { FollowedService } from './service-description.js';
import { cipher, FAS, PlayedService, rowOf } from './test-support/played-service.js';

const URL_OF_METADATA = 'https://eidas.example/metadata.xml';

let db: TestDatabase;
let asWorker: Database;
let played: PlayedService;
beforeAll(async () => {
  db = await testDatabase({ role: 'csam_fas' });
  asWorker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 1 });
  played = await PlayedService.of(db.database, rowOf('eidas'));
});
afterAll(async () => {
  await asWorker.close();
  await db.drop();
});

const bare = (pem: string) => pem.replace(/-----[^-]*-----|\s/g, '');

const metadata = (certificate: string, validUntil: Date) =>
  `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${played.entityId}" validUntil="${validUntil.toISOString()}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${bare(certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://node.example/sign-in"/></md:IDPSSODescriptor></md:EntityDescriptor>`;

it('SM-3 SX-18 a service is asked once its metadata is known, believed by the keys in it, and not after its end', async () => {
  const clock = { time: new Date(), now: () => clock.time };
  const row = rowOf('eidas', { entityId: played.entityId, metadataUrl: URL_OF_METADATA });
  const service = new FollowedService(row, clock.now);
  const partner = new SamlPartner(row, {
    service,
    key: await ensureServiceProviderKey(db.database, cipher, 'fas'),
    state: new StoredSignInState(db.database, 'fas:eidas'),
    answers: new PostedAnswers(db.database, cipher, 'fas:eidas'),
    clock,
    fasAddress: FAS,
  });
  const followed = new FollowedServices(db.database);
  followed.add('eidas', service);
  await followed.start();
  const visit = () => ({ journeyId: 'j', language: 'nl', now: clock.now() }) as const;
  expect(await partner.works(1)).toBe(false);
  expect(await partner.begin(visit())).toEqual({ kind: 'unavailable', reason: 'no-metadata' });

  const worker = new ServiceMetadataStore(asWorker);
  await worker.follow([{ key: 'eidas', metadataUrl: URL_OF_METADATA }]);
  const due = { service: 'eidas', url: URL_OF_METADATA, failures: 0 };
  const end = new Date(Date.now() + hours(1));
  const stranger = await ensureServiceProviderKey(db.database, cipher, 'played:stranger');
  await worker.succeeded(due, metadata(stranger.certificate, end), hours(1));
  await vi.waitFor(() => expect(service.isKnown(new Date())).toBe(true));
  expect(partner.origin).toBe('https://node.example');
  expect(await answerNow()).toMatchObject({ kind: 'refused', problem: 'not-verified' });

  await worker.succeeded(due, metadata(played.key.certificate, end), hours(1));
  await vi.waitFor(async () =>
    expect((await service.certificates()).map(bare)).toEqual([bare(played.key.certificate)]),
  );
  expect(await answerNow()).toMatchObject({ kind: 'identified' });

  clock.time = new Date(end.getTime() + 1);
  expect([await partner.works(1), await service.certificates()]).toEqual([false, []]);
  expect(await partner.begin(visit())).toEqual({ kind: 'unavailable', reason: 'no-metadata' });
  await followed.stop();

  /** A whole sign-in, answered with the key of the service that is played. */
  async function answerNow() {
    const begun = await partner.begin({ ...visit(), minimum: 400 });
    if (begun.kind !== 'begun') throw new Error(begun.reason);
    const message = await played.says(played.read(begun.location));
    await partner.keep(begun.memory['relayState'] ?? '', message);
    return partner.complete({ query: {}, memory: begun.memory, now: clock.now() });
  }
});
