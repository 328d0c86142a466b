import { AuditReader, AuditWriter } from '#libs/audit';
import type { EnterpriseNumber, FedId } from '#libs/kernel';
import { BlindIndex, FieldCipher } from '#libs/security';
import { PERSONAL_POLICY, type Issued } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RevocationService } from '../pki/revocation.js';
import { certificateOf, down, NOW, present, specAuthority } from '../pki/test-support/spec-authority.js';
import { keyWorld, type KeyWorld } from '../test-support/key-world.js';
import { CertificateJudge } from './certificate.judge.js';
import { CertificateService, MOST_CERTIFICATES } from './certificate.service.js';
import { CertificateStore } from './certificate.store.js';
import type { TrustedSeller } from './certificate.js';

const AGENCY = '0671516647' as EnterpriseNumber;
const OTHER_AGENCY = '0999900150' as EnterpriseNumber;

let authority: Awaited<ReturnType<typeof specAuthority>>;
let world: KeyWorld;
let certificates: CertificateService;
let sellers: TrustedSeller[];
let lotte: FedId;
let own: Issued;
let keyId: string;

beforeAll(async () => {
  [authority, world] = await Promise.all([specAuthority(), keyWorld()]);
  const clock = { now: () => NOW };
  const revocation = new RevocationService({ fetch: authority.fetch, clock });
  certificates = new CertificateService({
    database: world.database,
    store: new CertificateStore(world.database, new FieldCipher(world.master), new BlindIndex(world.master)),
    judge: new CertificateJudge(() => sellers, revocation),
    throttle: world.throttle,
    audit: new AuditWriter({ database: world.database }),
  });
});
afterAll(() => world.close());

beforeEach(async () => {
  authority.reset();
  sellers = [
    {
      name: 'company',
      policies: [PERSONAL_POLICY],
      trust: { anchors: [certificateOf(authority.authorities.commercial.authority)], intermediates: [] },
    },
  ];
  lotte = await world.person();
  own = await authority.personal();
  keyId = await registered(lotte, own);
});

const register = (fedId: FedId, issued: Issued, enrolment: 'eid' | 'lra' = 'eid') =>
  certificates.register({ fedId, enrolment, presented: present(issued), label: ' Work ', now: NOW });

async function registered(fedId: FedId, issued: Issued): Promise<string> {
  const outcome = await register(fedId, issued);
  if (outcome.kind !== 'registered') throw new Error(outcome.problem);
  return outcome.keyId;
}

const show = (issued: Issued | undefined, fedId = lotte, agency = AGENCY) =>
  certificates.verify(issued && present(issued), { fedId, agency, now: NOW });

describe('KY-5 a registered certificate', () => {
  it('proves the person who registered it, with the enrolment it was registered under', async () => {
    expect(await show(own)).toEqual({ kind: 'right', keyId, enrolment: 'eid' });
    const wout = await world.person('lra');
    const his = await authority.personal();
    const outcome = await register(wout, his, 'lra');
    expect(await show(his, wout)).toMatchObject({ ...outcome, kind: 'right', enrolment: 'lra' });
  });

  it('of somebody else is refused beside the right password, in the words of one that nobody registered', async () => {
    const other = await world.person();
    const theirs = await authority.personal();
    await registered(other, theirs);
    const strange = await authority.personal();
    authority.askedNow();
    expect(await show(theirs)).toEqual({
      kind: 'refused',
      problem: 'not-registered',
      reason: 'of-another-person',
    });
    expect(await show(strange)).toMatchObject({ kind: 'refused', problem: 'not-registered' });
    // Nobody is asked about a certificate that is no key here.
    expect(authority.askedNow()).toEqual([]);
  });

  it('another one of the same holder, from the same company, is another certificate', async () => {
    expect(await show(await authority.personal())).toMatchObject({ problem: 'not-registered' });
  });

  it.each([
    ['that ended', { from: -760, until: -1 }, 'expired'],
    ['that has not begun', { from: 1 }, 'not-yet-valid'],
    ['for signing documents', { use: 'signature' as const }, 'unsuitable'],
    ['for a server', { extendedKeyUsages: ['1.3.6.1.5.5.7.3.1'] }, 'unsuitable'],
    ['of a policy that is not taken', { policies: ['2.999.350.2'] }, 'unsuitable'],
  ])('%s is refused, and not registered either', async (_what, order, problem) => {
    const issued = await authority.personal(order);
    expect(await show(issued)).toMatchObject({ kind: 'refused', problem });
    expect(await register(lotte, issued)).toEqual({ kind: 'refused', problem });
  });

  it('LE-7 is refused from the moment it is revoked, and while nobody can tell', async () => {
    authority.revoke(own);
    expect(await show(own)).toMatchObject({ kind: 'refused', problem: 'revoked' });
    authority.reset();
    authority.bendOcsp({ instead: down });
    authority.bendCrl({ instead: down });
    expect(await show(own)).toMatchObject({ kind: 'refused', problem: 'responder-down' });
    authority.reset();
    authority.bendOcsp({ status: { kind: 'unknown' } });
    expect(await show(own)).toMatchObject({ kind: 'refused', problem: 'unknown-certificate' });
  });

  it('of an authority that is not trusted is refused: a card, or one of the same name', async () => {
    for (const issued of [await authority.card(), await authority.card({ authority: 'stranger' })]) {
      expect(await show(issued)).toMatchObject({ problem: 'unknown-authority' });
      expect(await register(lotte, issued)).toMatchObject({ problem: 'unknown-authority' });
    }
    sellers = [];
    expect(await show(own)).toMatchObject({ problem: 'unknown-authority' });
  });

  it('counts only at services of the agencies that take its authority', async () => {
    sellers = sellers.map((seller) => ({ ...seller, agencies: [OTHER_AGENCY] }));
    expect(await show(own)).toMatchObject({ problem: 'not-for-this-service' });
    expect(await show(own, lotte, OTHER_AGENCY)).toMatchObject({ kind: 'right' });
  });

  it('without one the person is told so', async () => {
    expect(await show(undefined)).toMatchObject({ problem: 'no-certificate' });
    const bytes = { certificate: Buffer.from('none'), others: [] };
    const outcome = await certificates.verify(bytes, { fedId: lotte, agency: AGENCY, now: NOW });
    expect(outcome).toMatchObject({ problem: 'unreadable' });
  });

  it('XS-4 showing wrong ones again and again has to wait', async () => {
    const wrong = await authority.card();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => show(wrong)));
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(10);
    expect(outcomes.filter(({ kind }) => kind === 'locked')).toHaveLength(40);
  });
});

describe('the keys of a person', () => {
  it('list a certificate with what the person knows it by, and keep it in no column in clear', async () => {
    await show(own);
    const [listed, ...others] = await certificates.list(lotte);
    expect(others).toEqual([]);
    expect(listed).toMatchObject({
      keyId,
      label: 'Work',
      state: 'active',
      holder: 'Lotte Voorbeeldmans',
      issuer: 'Example Trust Personal CA',
      notAfter: certificateOf(own).notAfter,
    });
    const rows = await world.owner.query('select * from digital_keys.certificate');
    const { fingerprint } = certificateOf(own);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`Lotte|Voorbeeldmans|${fingerprint}`, 'i'));
  });

  it('take a certificate once, whoever asks, also at the same moment', async () => {
    const other = await world.person();
    expect(await register(other, own)).toEqual({ kind: 'refused', problem: 'already-registered' });
    const fresh = await authority.personal();
    const outcomes = await Promise.all([register(lotte, fresh), register(other, fresh)]);
    expect(outcomes.filter(({ kind }) => kind === 'registered')).toHaveLength(1);
    expect(outcomes).toContainEqual({ kind: 'refused', problem: 'already-registered' });
  });

  it(`hold ${MOST_CERTIFICATES} certificates at most`, async () => {
    for (let count = 1; count < MOST_CERTIFICATES; count += 1) {
      await registered(lotte, await authority.personal());
    }
    expect(await register(lotte, await authority.personal())).toMatchObject({ problem: 'too-many' });
  });

  it('XS-17 are renamed, put on hold and removed by their owner only', async () => {
    const other = await world.person();
    await world.password(`other-${other.slice(0, 6)}`, 'x', lotte);
    for (const change of [
      certificates.rename(other, keyId, 'Mine'),
      certificates.suspend(other, keyId),
      certificates.remove(other, keyId),
    ]) {
      expect(await change).toEqual({ kind: 'unknown' });
    }
    expect(await certificates.rename(lotte, keyId, 'Laptop\u0000 at home')).toEqual({ kind: 'done' });
    expect(await certificates.list(lotte)).toMatchObject([{ label: 'Laptop at home' }]);
    expect(await certificates.suspend(lotte, keyId)).toEqual({ kind: 'done' });
    expect(await show(own)).toMatchObject({ problem: 'suspended' });
    expect(await certificates.remove(lotte, keyId)).toEqual({ kind: 'done' });
    expect(await show(own)).toMatchObject({ problem: 'not-registered' });
    expect(await certificates.list(lotte)).toEqual([]);
    expect(await certificates.rename(lotte, keyId, 'Again')).toEqual({ kind: 'unknown' });
  });

  it('LE-5 a removed one never comes back: registered anew it is another key, for whoever holds it', async () => {
    await world.password(`again-${lotte.slice(0, 6)}`, 'x', lotte);
    await certificates.remove(lotte, keyId);
    const other = await world.person();
    const again = await registered(other, own);
    expect(again).not.toBe(keyId);
    expect(await show(own)).toMatchObject({ problem: 'not-registered' });
    expect(await show(own, other)).toMatchObject({ kind: 'right', keyId: again });
  });

  it('the last one that works stays, also when two are removed at the same moment', async () => {
    expect(await certificates.remove(lotte, keyId)).toEqual({ kind: 'last-key' });
    const second = await registered(lotte, await authority.personal());
    const outcomes = await Promise.all([
      certificates.remove(lotte, keyId),
      certificates.remove(lotte, second),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'last-key']);
  });

  it('each change leaves its record', async () => {
    await register(lotte, await authority.card());
    await world.password(`record-${lotte.slice(0, 6)}`, 'x', lotte);
    await certificates.rename(lotte, keyId, 'Home');
    await certificates.suspend(lotte, keyId);
    await certificates.remove(lotte, keyId);
    const events = await new AuditReader(world.owner).bySubject(lotte);
    expect(events.map(({ name }) => name).toSorted()).toEqual([
      'CertificateRegistered',
      'CertificateRegistrationRefused',
      'KeyRenamed',
      'KeyRevoked',
      'KeySuspended',
    ]);
    expect(JSON.stringify(events)).not.toContain('Home');
  });
});
