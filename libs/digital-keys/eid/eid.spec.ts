import 'reflect-metadata';
import { ExtendedKeyUsage, Extension, KeyUsageFlags } from '@peculiar/x509';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { days } from '#libs/kernel';
import { cardSubject, issue, type CardHolder, type Issued } from '#libs/testing';
import { RevocationService } from '../pki/revocation.js';
import {
  certificateOf,
  down,
  EID_RULES,
  LOTTE,
  NOW,
  present,
  specAuthority,
  type SpecAuthority,
} from '../pki/test-support/spec-authority.js';
import type { EidRules } from './eid.js';
import { EidService } from './eid.service.js';

let authority: SpecAuthority;
beforeAll(async () => {
  authority = await specAuthority();
});
afterEach(() => authority.reset());

function service(rules: Partial<EidRules> = {}): EidService {
  const revocation = new RevocationService({ fetch: authority.fetch, clock: { now: () => NOW } });
  return new EidService(() => authority.trust, { ...EID_RULES, ...rules }, revocation);
}

async function outcomeOf(card: Issued, others: readonly Issued[] = [], rules: Partial<EidRules> = {}) {
  return (await service(rules).examine(present(card, others), NOW)).outcome;
}

const refusedFor = (problem: string) => ({ kind: 'refused', problem });
const named = (nationalNumber: string): CardHolder => ({ ...LOTTE, nationalNumber });
const from = (count: number) => new Date(NOW.getTime() + days(count));

describe('KY-1 an identity card in order', () => {
  it('names its holder', async () => {
    expect(await outcomeOf(await authority.card())).toEqual({
      kind: 'valid',
      holder: {
        number: '90021499801',
        register: 'national',
        givenNames: 'Lotte Marie',
        surname: 'Voorbeeldmans',
      },
    });
  });

  it.each([
    ['born after 2000', '03051599738', 'national'],
    ['a minor', '12031799756', 'national'],
    ['whose birthday is not known', '95200099672', 'bis'],
    ['with a BIS number of which the sex is known (month + 40)', '88451299730', 'bis'],
  ])('of somebody %s is taken', async (_who, number, register) => {
    expect(await outcomeOf(await authority.card({ holder: named(number) }))).toMatchObject({
      kind: 'valid',
      holder: { number, register },
    });
  });

  it('of a foreigner is taken', async () => {
    const card = await authority.card({ authority: 'foreigner', foreigner: true });
    expect(await outcomeOf(card)).toMatchObject({ kind: 'valid' });
  });

  it('with an RSA key, as older ones have, is taken', async () => {
    expect(await outcomeOf(await authority.card({ key: 'RSA-2048' }))).toMatchObject({ kind: 'valid' });
  });

  it('of somebody with a surname only is taken', async () => {
    const card = await authority.card({ holder: { ...LOTTE, givenNames: [] } });
    expect(await outcomeOf(card)).toMatchObject({ kind: 'valid', holder: { givenNames: '' } });
  });

  it('is trusted also when the authority beneath the root came along and is not known', async () => {
    const bare = new EidService(
      () => ({ ...authority.trust, intermediates: [] }),
      EID_RULES,
      new RevocationService({ fetch: authority.fetch, clock: { now: () => NOW } }),
    );
    const card = await authority.card();
    const { citizen } = authority.authorities;
    expect((await bare.examine(present(card, [citizen.authority]), NOW)).outcome.kind).toBe('valid');
    expect((await bare.examine(present(card), NOW)).outcome).toEqual(refusedFor('unknown-authority'));
  });

  it('tells all that the self-test shows', async () => {
    const report = await service().examine(present(await authority.card()), NOW);
    expect(report.chain).toHaveLength(3);
    expect(report.revocation).toEqual({ kind: 'good', source: 'ocsp', asOf: NOW });
  });
});

describe('XS-32 refused is', () => {
  it('whoever shows no certificate', async () => {
    expect((await service().examine(undefined, NOW)).outcome).toEqual(refusedFor('no-card'));
  });

  it('what is no certificate', async () => {
    const presented = { certificate: Buffer.from('no such thing'), others: [] };
    expect((await service().examine(presented, NOW)).outcome).toEqual(refusedFor('unreadable'));
  });

  it('a card of an authority that is not ours, of the same name', async () => {
    const card = await authority.card({ authority: 'stranger' });
    const { stranger } = authority.authorities;
    expect(await outcomeOf(card, [stranger.authority])).toEqual(refusedFor('unknown-authority'));
  });

  it('a certificate that signs itself', async () => {
    const card = await issue({
      subject: cardSubject(LOTTE, 'Authentication'),
      notBefore: from(-1),
      notAfter: from(1),
      keyUsages: KeyUsageFlags.digitalSignature,
      policies: EID_RULES.policies,
    });
    expect(await outcomeOf(card)).toEqual(refusedFor('unknown-authority'));
  });

  it('a certificate of an authority beneath our root that signs no cards', async () => {
    const card = await authority.card({ authority: 'root' });
    expect(await outcomeOf(card)).toEqual(refusedFor('unknown-authority'));
  });

  it('a card that another card signed', async () => {
    const card = await authority.card();
    const forged = await authority.card({ issuer: card, holder: named('71113099759') });
    expect(await outcomeOf(forged, [card])).toEqual(refusedFor('unknown-authority'));
  });

  it('an authority that a card authority made: it may make none (path length)', async () => {
    const { citizen } = authority.authorities;
    const beneath = await issue({
      subject: [{ C: ['BE'] }, { CN: ['Citizen CA'] }, { '2.5.4.5': ['209999'] }],
      issuer: citizen.authority,
      notBefore: from(-1),
      notAfter: from(100),
      authority: {},
      keyUsages: KeyUsageFlags.keyCertSign,
    });
    expect(await outcomeOf(await authority.card({ issuer: beneath }), [beneath])).toEqual(
      refusedFor('unknown-authority'),
    );
  });

  it('a card whose national number was changed', async () => {
    const der = Buffer.from((await authority.card()).certificate.rawData);
    der.write('71113099759', der.indexOf('90021499801'), 'latin1');
    const { outcome } = await service().examine({ certificate: der, others: [] }, NOW);
    expect(outcome).toEqual(refusedFor('unknown-authority'));
  });

  it('a card that has expired', async () => {
    expect(await outcomeOf(await authority.card({ from: -300, until: -1 }))).toEqual(refusedFor('expired'));
  });

  it('a card that is not valid yet', async () => {
    expect(await outcomeOf(await authority.card({ from: 1 }))).toEqual(refusedFor('not-yet-valid'));
  });

  it('every card once its authority has expired', async () => {
    const much = new Date(NOW.getTime() + days(13 * 365));
    const card = await authority.card({ until: 14 * 365 });
    expect((await service().examine(present(card), much)).outcome).toEqual(refusedFor('unknown-authority'));
  });

  it('the signature certificate of the same card', async () => {
    expect(await outcomeOf(await authority.card({ use: 'signature' }))).toEqual(
      refusedFor('wrong-certificate'),
    );
  });

  it('a certificate for servers', async () => {
    const card = await authority.card({ extendedKeyUsages: [ExtendedKeyUsage.serverAuth] });
    expect(await outcomeOf(card)).toEqual(refusedFor('wrong-certificate'));
  });

  it('a certificate of another policy', async () => {
    const card = await authority.card({ policies: ['2.16.56.12.1.1.4'] });
    expect(await outcomeOf(card)).toEqual(refusedFor('wrong-certificate'));
  });

  it('an authority itself', async () => {
    expect(await outcomeOf(authority.authorities.citizen.authority)).toEqual(refusedFor('unknown-authority'));
  });

  it('a card that was revoked', async () => {
    const card = await authority.card();
    authority.revoke(card);
    expect(await outcomeOf(card)).toEqual(refusedFor('revoked'));
  });

  it('a card that its authority does not know', async () => {
    authority.bendOcsp({ status: { kind: 'unknown' } });
    expect(await outcomeOf(await authority.card())).toEqual(refusedFor('unknown-card'));
  });

  it('LE-7 every card while nobody can say whether it was revoked', async () => {
    authority.bendOcsp({ instead: down });
    authority.bendCrl({ instead: down });
    expect(await outcomeOf(await authority.card())).toEqual(refusedFor('responder-down'));
  });

  it.each([
    ['whose check digits are wrong', '90021499802'],
    ['that is too short', '9002149980'],
    ['that is empty', ''],
  ])('a card with a national number %s', async (_what, number) => {
    expect(await outcomeOf(await authority.card({ holder: named(number) }))).toEqual(
      refusedFor('unreadable'),
    );
  });

  it('a card with two numbers', async () => {
    const subject = [...cardSubject(LOTTE, 'Authentication'), { '2.5.4.5': ['71113099759'] }];
    const card = await issue({
      subject,
      issuer: authority.authorities.citizen.authority,
      notBefore: from(-1),
      notAfter: from(1),
      keyUsages: KeyUsageFlags.digitalSignature,
      policies: EID_RULES.policies,
    });
    expect(await outcomeOf(card)).toEqual(refusedFor('unreadable'));
  });

  it('the number of specimen cards, where it is not allowed', async () => {
    const card = await authority.card({ holder: named('71715100070') });
    expect(await outcomeOf(card)).toEqual(refusedFor('unreadable'));
    expect(await outcomeOf(card, [], { allowSpecimen: true })).toMatchObject({ kind: 'valid' });
  });

  it('nobody is asked about a card that is refused anyway', async () => {
    await outcomeOf(await authority.card({ authority: 'stranger' }));
    await outcomeOf(await authority.card({ use: 'signature' }));
    await outcomeOf(await authority.card({ from: -300, until: -1 }));
    expect(authority.askedNow()).toEqual([]);
  });

  it('a certificate with a critical extension that nobody knows', async () => {
    const card = await issue({
      subject: cardSubject(LOTTE, 'Authentication'),
      issuer: authority.authorities.citizen.authority,
      notBefore: from(-1),
      notAfter: from(1),
      keyUsages: KeyUsageFlags.digitalSignature,
      policies: EID_RULES.policies,
      extensions: [new Extension('1.3.6.1.4.1.99999.1', true, new Uint8Array([5, 0]))],
    });
    expect(certificateOf(card).unknownCritical).toBe(true);
    expect(await outcomeOf(card)).toEqual(refusedFor('unknown-authority'));
  });
});
