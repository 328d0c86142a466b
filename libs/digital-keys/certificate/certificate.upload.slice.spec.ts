import { KeyObject, sign } from 'node:crypto';
import { AuditWriter } from '#libs/audit';
import type { FedId } from '#libs/kernel';
import { BlindIndex, FieldCipher } from '#libs/security';
import { PERSONAL_POLICY, type Issued, specAuditReader, specRecordKeys } from '#libs/testing';
import { exampleKeysFrame, renderMarkup } from '#libs/ui';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SetupMemory, SetupOutcome } from '../life/manage.js';
import { CardGateAddress } from '../pki/card-gate-address.js';
import { CardReadingsStore } from '../pki/card-readings.store.js';
import { writePresented } from '../pki/presented.js';
import { RevocationService } from '../pki/revocation.js';
import { certificateOf, NOW, present, specAuthority } from '../pki/test-support/spec-authority.js';
import { keyWorld, type KeyWorld } from '../test-support/key-world.js';
import { CertificateJudge } from './certificate.judge.js';
import { ManagedCertificate } from './certificate.manage.js';
import { CertificateStore } from './certificate.store.js';

let authority: Awaited<ReturnType<typeof specAuthority>>;
let world: KeyWorld;
let setup: ManagedCertificate;
let store: CertificateStore;
let lotte: FedId;
let own: Issued;

beforeAll(async () => {
  [authority, world] = await Promise.all([specAuthority(), keyWorld()]);
  const cipher = new FieldCipher(world.master);
  store = new CertificateStore(world.database, cipher, new BlindIndex(world.master));
  const anchors = [certificateOf(authority.authorities.commercial.authority)];
  const seller = { name: 'company', policies: [PERSONAL_POLICY], trust: { anchors, intermediates: [] } };
  const revocation = new RevocationService({ fetch: authority.fetch, clock: { now: () => NOW } });
  setup = new ManagedCertificate({
    store,
    judge: new CertificateJudge(() => [seller], revocation),
    throttle: world.throttle,
    gate: new CardGateAddress('https://card.example', cipher),
    readings: new CardReadingsStore(world.database, cipher),
    audit: new AuditWriter({ database: world.database, keys: specRecordKeys(world.database) }),
  });
});
afterAll(() => world.close());
beforeEach(async () => {
  authority.reset();
  lotte = await world.person();
  own = await authority.personal();
});

const der = (issued: Issued) => Buffer.from(issued.certificate.rawData);
const pem = (issued: Issued) => Buffer.from(issued.certificate.toString('pem'));

/** One step of the setup, with what the steps before left. */
const step = (form: Record<string, string>, memory: SetupMemory = { way: 'file' }) =>
  setup.finish({
    fedId: lotte,
    enrolment: 'eid',
    language: 'en',
    now: NOW,
    address: '192.0.2.1',
    form,
    setupId: 'setup',
    memory,
    knownWithoutPassword: false,
  });

const give = (file: Buffer, memory?: SetupMemory) => step({ certificate: file.toString('base64') }, memory);

function pageOf(outcome: SetupOutcome) {
  if (outcome.kind !== 'page') throw new Error(`no page but ${outcome.kind}`);
  const addresses = { action: '/confirm', beginAction: '/begin', cancelHref: '/overview/' };
  const html = renderMarkup(outcome.page({ frame: exampleKeysFrame('en'), ...addresses }));
  return { ...outcome, html, text: /csam-certificate-as-key-[\w-]+/.exec(html)?.[0] ?? '' };
}

/** What `openssl dgst -sha256 -sign` and `openssl base64` make of it. */
const signed = (text: string, { privateKey }: Issued) =>
  sign('sha256', Buffer.from(text), KeyObject.from(privateKey)).toString('base64');

const asked = async (file = der(own)) => pageOf(await give(file));

describe('KY-5 a certificate in a file', () => {
  it.each([
    ['DER', () => der(own)],
    ['PEM', () => pem(own)],
    [
      'PEM beside its authority, in any order',
      () => Buffer.concat([pem(authority.authorities.commercial.authority), pem(own)]),
    ],
  ])('%s: becomes a key once its owner signed the text made for it', async (_kind, file) => {
    const page = await asked(file());
    expect(page.html).toContain('Lotte Voorbeeldmans');
    expect(page.html).toContain('Example Trust Personal CA');
    const signature = signed(page.text, own);
    const outcome = await step({ signature, label: 'Server' }, page.memory);
    expect(outcome).toMatchObject({
      kind: 'proven',
      label: 'Server',
      expiresAt: certificateOf(own).notAfter,
    });
  });

  it('takes the line breaks that a terminal puts into a signature', async () => {
    const page = await asked();
    const broken = signed(page.text, own).replaceAll(/(.{40})/g, '$1\r\n');
    expect(await step({ signature: broken }, page.memory)).toMatchObject({ kind: 'proven' });
  });

  it('is no key without its private key: another key, another text, an earlier text, none at all', async () => {
    const other = await authority.personal();
    const before = await asked();
    const page = await asked();
    for (const signature of [
      signed(page.text, other),
      signed(before.text, own),
      signed('csam-certificate-as-key-', own),
      'bm9uZQ==',
      'not base64 !',
      'A'.repeat(100_000),
    ]) {
      expect(pageOf(await step({ signature }, page.memory)).problem).toBe('wrong-signature');
    }
    expect(pageOf(await step({ signature: ' ' }, page.memory)).problem).toBe('no-signature');
    const names = (await specAuditReader(world.owner).bySubject(lotte)).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(['CertificateRegistrationRefused']));
  });

  it('never counts as one that was shown in a handshake, and the other way round', async () => {
    const shown = writePresented(present(own));
    // What only the certificate listener may have seen is of no use to a setup with a file.
    expect(await step({ label: '' }, { way: 'file', shown })).toMatchObject({ problem: 'no-file' });
    const page = await asked();
    const { way: _, ...without } = page.memory ?? {};
    expect(await step({ signature: signed(page.text, own) }, without)).toMatchObject({
      problem: 'no-certificate',
    });
  });

  it('that comes a second time asks for another signature', async () => {
    const first = await asked();
    const second = pageOf(await give(der(own), first.memory));
    expect(second.text).not.toBe(first.text);
    const late = await step({ signature: signed(first.text, own) }, second.memory);
    expect(late).toMatchObject({ problem: 'wrong-signature' });
  });

  it.each([
    ['nothing', () => Buffer.alloc(0), 'no-file'],
    ['something else', () => Buffer.from('hello'), 'unreadable-file'],
    ['too much', () => Buffer.alloc(16 * 1024 + 1, 0x30), 'too-large'],
    [
      'the private key too',
      () => Buffer.concat([pem(own), Buffer.from('-----BEGIN EC PRIVATE KEY-----\nMHc=\n')]),
      'private-key',
    ],
  ])('with %s is refused, and another one can be given at once', async (_what, file, problem) => {
    const page = pageOf(await give(file()));
    expect(page.problem).toBe(problem);
    expect(page.html).toContain('type="file"');
    expect(page.html).toContain('enctype="multipart/form-data"');
  });

  it.each([
    ['that ended', { from: -760, until: -1 }, 'expired'],
    ['for signing documents', { use: 'signature' as const }, 'unsuitable'],
    ['of a policy that is not taken', { policies: ['2.999.350.2'] }, 'unsuitable'],
  ])('%s is judged as one that is shown', async (_what, order, problem) => {
    expect(await give(der(await authority.personal(order)))).toMatchObject({ problem });
  });

  it('LE-7 that is revoked, before or after the signature, is refused', async () => {
    const page = await asked();
    authority.revoke(own);
    expect(await give(der(own))).toMatchObject({ problem: 'revoked' });
    expect(await step({ signature: signed(page.text, own) }, page.memory)).toMatchObject({
      problem: 'revoked',
    });
  });

  it('of an authority that is not trusted, or that is somebody’s key already, is refused', async () => {
    expect(await give(der(await authority.card()))).toMatchObject({ problem: 'unknown-authority' });
    const piet = await world.person();
    const keyId = await world.keys.add({ fedId: piet, kind: 'certificate', enrolment: 'eid' });
    await store.add(keyId, certificateOf(own));
    expect(await give(der(own))).toMatchObject({ problem: 'already-registered' });
  });

  it('XS-4 tells nobody about certificates without end', async () => {
    const wrong = der(await authority.card());
    const problems = [];
    for (let at = 0; at < 12; at += 1) problems.push(pageOf(await give(wrong)).problem);
    expect(problems.slice(-2)).toEqual(['too-often', 'too-often']);
  });
});
