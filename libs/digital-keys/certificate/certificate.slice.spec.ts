import { AuditWriter } from '#libs/audit';
import type { EnterpriseNumber, FedId } from '#libs/kernel';
import { BlindIndex, FieldCipher } from '#libs/security';
import { PERSONAL_POLICY, type Issued, specAuditReader, specRecordKeys } from '#libs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isDuplicate } from '../duplicate.js';
import { CardGateAddress } from '../pki/card-gate-address.js';
import { CardReadingsStore } from '../pki/card-readings.store.js';
import { writePresented } from '../pki/presented.js';
import { RevocationService } from '../pki/revocation.js';
import { certificateOf, down, NOW, present, specAuthority } from '../pki/test-support/spec-authority.js';
import { keyWorld, type KeyWorld } from '../test-support/key-world.js';
import { CertificateJudge } from './certificate.judge.js';
import { ManagedCertificate } from './certificate.manage.js';
import { CertificateService } from './certificate.service.js';
import { CertificateStore } from './certificate.store.js';
import type { TrustedSeller } from './certificate.js';

const AGENCY = '0671516647' as EnterpriseNumber;
const OTHER_AGENCY = '0999900150' as EnterpriseNumber;

let authority: Awaited<ReturnType<typeof specAuthority>>;
let world: KeyWorld;
let certificates: CertificateService;
let setup: ManagedCertificate;
let store: CertificateStore;
let sellers: TrustedSeller[];
let lotte: FedId;
let own: Issued;
let keyId: string;

beforeAll(async () => {
  [authority, world] = await Promise.all([specAuthority(), keyWorld()]);
  const clock = { now: () => NOW };
  const revocation = new RevocationService({ fetch: authority.fetch, clock });
  const cipher = new FieldCipher(world.master);
  store = new CertificateStore(world.database, cipher, new BlindIndex(world.master));
  const judge = new CertificateJudge(() => sellers, revocation);
  const { throttle } = world;
  certificates = new CertificateService({ store, judge, throttle });
  setup = new ManagedCertificate({
    store,
    judge,
    throttle,
    gate: new CardGateAddress('https://card.example', cipher),
    readings: new CardReadingsStore(world.database, cipher),
    audit: new AuditWriter({ database: world.database, keys: specRecordKeys(world.database) }),
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

type Registered =
  | { readonly kind: 'registered'; readonly keyId: string }
  | { readonly kind: 'refused'; readonly problem: string };

/** As the setup in My digital keys does, from what the certificate listener saw to the key beside it. */
async function register(fedId: FedId, issued: Issued, enrolment: 'eid' | 'lra' = 'eid'): Promise<Registered> {
  const outcome = await setup.finish({
    fedId,
    enrolment,
    language: 'en',
    now: NOW,
    address: '192.0.2.1',
    form: { label: ' Work ' },
    setupId: 'setup',
    memory: { shown: writePresented(present(issued)) },
    knownWithoutPassword: false,
  });
  if (outcome.kind !== 'proven')
    return { kind: 'refused', problem: outcome.kind === 'page' ? (outcome.problem ?? '') : outcome.kind };
  try {
    return await world.database.transaction(async (tx) => {
      const key = { fedId, kind: 'certificate' as const, enrolment, label: outcome.label ?? '' };
      const id = await world.keys.within(tx).add(key);
      await outcome.store(tx, id);
      return { kind: 'registered', keyId: id };
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return { kind: 'refused', problem: 'already-registered' };
  }
}

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
    expect(await store.ofPerson(lotte)).toMatchObject([
      {
        keyId,
        holder: 'Lotte Voorbeeldmans',
        issuer: 'Example Trust Personal CA',
        notAfter: certificateOf(own).notAfter,
      },
    ]);
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

  it('LE-3 prove nobody while one is on hold, and never after it was removed', async () => {
    await world.keys.setState(keyId, 'suspended');
    expect(await show(own)).toMatchObject({ problem: 'suspended' });
    await world.keys.setState(keyId, 'revoked');
    expect(await show(own)).toMatchObject({ problem: 'not-registered' });
  });

  it('LE-5 a removed one never comes back: registered anew it is another key, for whoever holds it', async () => {
    await world.keys.setState(keyId, 'revoked');
    const other = await world.person();
    const again = await registered(other, own);
    expect(again).not.toBe(keyId);
    expect(await show(own)).toMatchObject({ problem: 'not-registered' });
    expect(await show(own, other)).toMatchObject({ kind: 'right', keyId: again });
  });

  it('leave a record of what was not taken, without a name', async () => {
    await register(lotte, await authority.card());
    const events = await specAuditReader(world.owner).bySubject(lotte);
    expect(events.map(({ name }) => name)).toEqual(['CertificateRegistrationRefused']);
    expect(JSON.stringify(events)).not.toContain('Voorbeeldmans');
  });
});
