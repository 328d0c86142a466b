import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { days, hours, minutes } from '#libs/kernel';
import { makeResponder, OCSP_ERRORS, ocspError, type Issued } from '#libs/testing';
import { OCSP_NONCE, ocspRequest } from './ocsp-request.js';
import { RevocationService, type RevocationOptions } from './revocation.js';
import {
  certificateOf,
  down,
  NOW,
  specAuthority,
  type SpecAuthority,
} from './test-support/spec-authority.js';

let authority: SpecAuthority;
let card: Issued;
beforeAll(async () => {
  authority = await specAuthority();
  card = await authority.card();
});
afterEach(() => authority.reset());

const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

function service(options: RevocationOptions = {}, clock = { now: () => NOW }): RevocationService {
  return new RevocationService({ fetch: authority.fetch, clock, ...options });
}

const chainOf = (leaf: Issued) => [
  certificateOf(leaf),
  certificateOf(authority.authorities.citizen.authority),
  certificateOf(authority.authorities.root.authority),
];

describe('the responder of an authority (OCSP)', () => {
  it('says that a card is good', async () => {
    expect(await service().checkChain(chainOf(card))).toEqual({ kind: 'good', source: 'ocsp', asOf: NOW });
    expect(authority.askedNow().toSorted()).toEqual(['ocsp/citizen', 'ocsp/root']);
  });

  it('says when a card was revoked', async () => {
    authority.revoke(card);
    expect(await service().checkChain(chainOf(card))).toEqual({
      kind: 'revoked',
      source: 'ocsp',
      at: later(-hours(2)),
    });
  });

  it('may be the authority itself', async () => {
    authority.bendOcsp({ signer: authority.authorities.citizen.authority, withCertificate: false });
    expect(await service().checkChain(chainOf(card))).toMatchObject({ kind: 'good', source: 'ocsp' });
  });

  it('does not know a card: nobody looks further', async () => {
    authority.bendOcsp({ status: { kind: 'unknown' } });
    expect(await service().checkChain(chainOf(card))).toEqual({ kind: 'unknown' });
    expect(authority.askedNow()).not.toContain('crl/citizen.crl');
  });

  it('an authority that was revoked takes its cards with it', async () => {
    authority.revoke(authority.authorities.citizen.authority);
    expect(await service().checkChain(chainOf(card))).toMatchObject({ kind: 'revoked' });
  });
});

describe('KY-1 an answer of a responder counts for nothing', () => {
  const cases: readonly [string, () => unknown, string][] = [
    ['without our nonce', () => authority.bendOcsp({ nonce: 'none' }), 'nonce'],
    ['with the nonce of another question', () => authority.bendOcsp({ nonce: otherNonce() }), 'nonce'],
    [
      'that has ended',
      () => authority.bendOcsp({ thisUpdate: later(-hours(2)), nextUpdate: later(-hours(1)) }),
      'too-old',
    ],
    [
      'that is eleven minutes old and names no end',
      () => authority.bendOcsp({ thisUpdate: later(-minutes(11)), nextUpdate: undefined }),
      'too-old',
    ],
    ['from the future', () => authority.bendOcsp({ thisUpdate: later(hours(1)) }), 'too-early'],
    [
      'signed by a stranger',
      () => authority.bendOcsp({ signer: authority.authorities.stranger.authority }),
      'signer',
    ],
    [
      'signed by the responder of another authority',
      () => authority.bendOcsp({ signer: authority.authorities.foreigner.responder }),
      'signer',
    ],
    ['signed by a card of the authority', () => authority.bendOcsp({ signer: card }), 'signer'],
    ['without the responder’s certificate', () => authority.bendOcsp({ withCertificate: false }), 'signer'],
    ['that is an error', () => authority.bendOcsp({ instead: error }), 'no-answer'],
    ['that is garbage', () => authority.bendOcsp({ instead: garbage }), 'malformed'],
    ['that never comes', () => authority.bendOcsp({ instead: down }), 'no answer in time'],
  ];
  const error = () => Promise.resolve(ocspError(OCSP_ERRORS.tryLater));
  const garbage = () => Promise.resolve(Buffer.from('no such thing'));

  const otherNonce = () =>
    new pkijs.Extension({
      extnID: OCSP_NONCE,
      extnValue: new asn1js.OctetString({ valueHex: new Uint8Array(32).fill(7).buffer }).toBER(false),
    });

  it.each(cases)('%s: the list decides', async (_name, bend, _reason) => {
    bend();
    expect(await service().checkChain(chainOf(card))).toMatchObject({ kind: 'good', source: 'crl' });
    authority.revoke(card);
    bend();
    expect(await service().checkChain(chainOf(card))).toMatchObject({ kind: 'revoked', source: 'crl' });
  });

  it.each(cases)('LE-7 %s and no list: nothing is assumed', async (_name, bend, reason) => {
    bend();
    authority.bendCrl({ instead: down });
    const outcome = await service().checkChain(chainOf(card));
    expect(outcome).toMatchObject({ kind: 'unavailable' });
    expect(JSON.stringify(outcome)).toContain(reason);
  });

  it('of a responder whose task has ended', async () => {
    const old = await makeResponder(authority.authorities.citizen.authority, 'old', later(-days(6 * 365)));
    authority.bendOcsp({ signer: old });
    expect(await service().checkChain(chainOf(card))).toMatchObject({ source: 'crl' });
  });

  it('about another card', async () => {
    const other = await authority.card();
    const [leaf, issuer] = chainOf(other);
    if (leaf === undefined || issuer === undefined) throw new Error('no chain');
    authority.bendOcsp({
      instead: async () => {
        const asked = await ocspRequest({ certificate: leaf, issuer, nonce: Buffer.alloc(32) });
        authority.bendOcsp({});
        return authority.fetch({
          address: 'http://status.example/pki/ocsp/citizen',
          body: asked,
          timeout: 1,
          largest: 1,
        });
      },
    });
    expect(await service().checkChain(chainOf(card))).toMatchObject({ source: 'crl' });
  });

  it('without a nonce is taken where the authority cannot do it, as long as it is fresh', async () => {
    authority.bendOcsp({ nonce: 'none' });
    expect(await service({ nonceRequired: false }).checkChain(chainOf(card))).toMatchObject({
      source: 'ocsp',
    });
    authority.bendOcsp({ nonce: otherNonce() });
    expect(await service({ nonceRequired: false }).checkChain(chainOf(card))).toMatchObject({
      source: 'crl',
    });
  });
});

describe('the list of an authority (CRL)', () => {
  const cases: readonly [string, () => Promise<Buffer>, string][] = [
    ['that has ended', () => authority.list('citizen', { until: -minutes(1) }), 'too-old'],
    ['from the future', () => authority.list('citizen', { from: hours(1) }), 'too-early'],
    ['of another authority', () => authority.list('foreigner'), 'other-issuer'],
    ['of somebody of the same name', () => authority.list('stranger'), 'other-issuer'],
    [
      'signed by somebody else',
      () => authority.list('citizen', { signer: withKeyOf('citizen', 'stranger') }),
      'signer',
    ],
    ['that is garbage', () => Promise.resolve(Buffer.from('no such thing')), 'malformed'],
  ];
  const withKeyOf = (name: 'citizen', key: 'stranger'): Issued => ({
    certificate: authority.authorities[name].authority.certificate,
    privateKey: authority.authorities[key].authority.privateKey,
  });

  it.each(cases)('%s counts for nothing', async (_name, list, reason) => {
    authority.bendOcsp({ instead: down });
    authority.bendCrl({ instead: list });
    const outcome = await service().checkChain(chainOf(card));
    expect(outcome).toMatchObject({ kind: 'unavailable' });
    expect(JSON.stringify(outcome)).toContain(`crl: ${reason}`);
  });

  it('is kept until it ends, and fetched once for many', async () => {
    let now = NOW;
    const revocation = service({}, { now: () => now });
    authority.bendOcsp({ instead: down });
    await Promise.all([1, 2, 3].map(() => revocation.checkChain(chainOf(card))));
    await revocation.checkChain(chainOf(card));
    const lists = () => authority.askedNow().filter((address) => address === 'crl/citizen.crl').length;
    expect(lists()).toBe(1);
    now = later(days(2));
    await revocation.checkChain(chainOf(card));
    expect(lists()).toBe(1);
  });
});

describe('an answer that is used again', () => {
  it('serves for the time that was said, ten minutes at most', async () => {
    let now = NOW;
    const revocation = service({ reuse: hours(5) }, { now: () => now });
    await revocation.checkChain(chainOf(card));
    authority.revoke(card);
    now = later(minutes(9));
    expect(await revocation.checkChain(chainOf(card))).toMatchObject({ kind: 'good' });
    now = later(minutes(10));
    expect(await revocation.checkChain(chainOf(card))).toMatchObject({ kind: 'revoked' });
  });

  it('is none by default: each card is asked for each time', async () => {
    const revocation = service();
    await revocation.checkChain(chainOf(card));
    authority.revoke(card);
    expect(await revocation.checkChain(chainOf(card))).toMatchObject({ kind: 'revoked' });
  });
});
