import { beforeAll, describe, expect, it } from 'vitest';
import { days, type EnterpriseNumber } from '#libs/kernel';
import { PERSONAL_POLICY, type Issued } from '#libs/testing';
import { certificateOf, NOW, specAuthority, type SpecAuthority } from '../pki/test-support/spec-authority.js';
import { checkCertificate, describeCertificate, isTakenBy } from './certificate.js';

let authority: SpecAuthority;
let own: Issued;
beforeAll(async () => {
  authority = await specAuthority();
  own = await authority.personal();
});

const seller = { policies: [PERSONAL_POLICY] };
const check = (issued: Issued, now = NOW) => checkCertificate(certificateOf(issued), seller, now);

describe('KY-5 a certificate on the market', () => {
  it('serves to sign in as long as it lasts, with an elliptic or an RSA key', async () => {
    expect(check(own)).toBeUndefined();
    expect(check(await authority.personal({ key: 'RSA-2048' }))).toBeUndefined();
    const { notAfter, notBefore } = certificateOf(own);
    expect(check(own, notAfter)).toBeUndefined();
    expect(check(own, new Date(notAfter.getTime() + 1_000))).toBe('expired');
    expect(check(own, new Date(notBefore.getTime() - days(1)))).toBe('not-yet-valid');
  });

  it('that names no purpose, or is an authority itself, does not', async () => {
    expect(check(await authority.personal({ extendedKeyUsages: [] }))).toBe('unsuitable');
    expect(check(authority.authorities.commercial.authority)).toBe('unsuitable');
  });

  it('is taken by every agency, or by those that are named', () => {
    const [one, other] = ['0671516647', '0999900150'] as EnterpriseNumber[];
    expect(isTakenBy({}, one)).toBe(true);
    expect(isTakenBy({ agencies: ['0671516647'] }, one)).toBe(true);
    expect(isTakenBy({ agencies: ['0671516647'] }, other)).toBe(false);
    expect(isTakenBy({ agencies: ['0671516647'] }, undefined)).toBe(true);
  });

  it('is shown by the names of its holder and its authority', () => {
    expect(describeCertificate(certificateOf(own))).toEqual({
      holder: 'Lotte Voorbeeldmans',
      issuer: 'Example Trust Personal CA',
    });
  });
});
