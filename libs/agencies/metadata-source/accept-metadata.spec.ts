import { beforeAll, describe, expect, it } from 'vitest';
import { days, hours, minutes } from '#libs/kernel';
import {
  certifiedKey,
  signedMetadata,
  writtenMetadata,
  type CertifiedKey,
} from '../../../test/support/signed-metadata.js';
import { acceptMetadata, type MetadataDemands } from './accept-metadata.js';
import { certificatesOf, warningFor } from './certificates.js';
import { nextAfterFailure, nextAfterSuccess } from './next-refresh.js';

const NOW = new Date('2026-03-01T10:00:00Z');
const ENTITY = 'https://proef.example/saml';
const inDays = (count: number) => new Date(NOW.getTime() + days(count));
const bare = (pem: string) => pem.replace(/-----[^-]*-----|\s/g, '');

let signer: CertifiedKey;
let stranger: CertifiedKey;
beforeAll(async () => {
  [signer, stranger] = [await certifiedKey(), await certifiedKey()];
});

const good = (more = {}) => ({
  entityId: ENTITY,
  keys: [{ certificate: stranger.certificate }],
  validUntil: inDays(14),
  ...more,
});

const verdict = (text: string, demands: Partial<MetadataDemands> = {}) =>
  acceptMetadata(
    text,
    { metadataSigner: signer.certificate, wantAssertionsEncrypted: false, entityId: ENTITY, ...demands },
    { now: NOW, longestValidity: days(30) },
  );

describe('metadata from an address', () => {
  it('SM-2 SM-6 under the right signature is taken; an ended key without use serves both uses', () => {
    const outcome = verdict(signedMetadata(good(), signer), { wantAssertionsEncrypted: true });
    expect(outcome).toMatchObject({
      kind: 'accepted',
      value: {
        entityId: ENTITY,
        signingCertificates: [bare(stranger.certificate)],
        encryptionCertificates: [bare(stranger.certificate)],
      },
    });
  });

  it('is kept as it was signed, without what a signature does not cover', () => {
    const text = `<!-- before -->${signedMetadata(good(), signer)}`;
    const outcome = verdict(text);
    if (outcome.kind === 'refused') throw new Error(outcome.problem);
    expect(outcome.document).toMatch(/^<md:EntityDescriptor [^]*<\/md:EntityDescriptor>$/);
    expect(outcome.document).not.toContain('Signature');
  });

  it('may be signed by the next signer when that was registered too', () => {
    const metadataSigner = `${signer.certificate}\n${stranger.certificate}\n`;
    expect(verdict(signedMetadata(good(), stranger), { metadataSigner }).kind).toBe('accepted');
  });

  it.each<[string, () => string, Partial<MetadataDemands>, string]>([
    ['unsigned', () => writtenMetadata(good()), {}, 'signature'],
    ['signed by a key that stands in it', () => signedMetadata(good(), stranger), {}, 'signature'],
    ['changed after signing', () => signedMetadata(good(), signer).replace('/acs', '/evil'), {}, 'signature'],
    [
      'without validUntil',
      () => signedMetadata(good({ validUntil: undefined }), signer),
      {},
      'valid-until-missing',
    ],
    ['past', () => signedMetadata(good({ validUntil: inDays(-1) }), signer), {}, 'expired'],
    ['valid too long', () => signedMetadata(good({ validUntil: inDays(31) }), signer), {}, 'valid-too-long'],
    ['of another', () => signedMetadata(good({ entityId: 'https://x.example' }), signer), {}, 'other-entity'],
    [
      'without a key to encrypt for, where that is wanted',
      () => signedMetadata(good({ keys: [{ certificate: stranger.certificate, use: 'signing' }] }), signer),
      { wantAssertionsEncrypted: true },
      'no-encryption-key',
    ],
    ['no XML', () => 'hello', {}, 'xml'],
    ['with a document type', () => `<!DOCTYPE a>${signedMetadata(good(), signer)}`, {}, 'xml'],
    [
      'without a registered signer',
      () => signedMetadata(good(), signer),
      { metadataSigner: '' },
      'no-signer',
    ],
  ])('SM-2 %s is refused', (_, make, demands, reason) => {
    expect(verdict(make(), demands)).toMatchObject({ kind: 'refused', reason });
  });
});

describe('the next fetch', () => {
  const pace = { shortest: minutes(15), usual: hours(1), longest: days(1) };

  it.each([
    [undefined, hours(1)],
    [hours(2), hours(2)],
    [0, minutes(15)],
    [days(400), days(1)],
  ])('after a cacheDuration of %s comes in %s', (said, expected) => {
    expect(nextAfterSuccess(said, pace)).toBe(expected);
  });

  it('after failures comes soon, then ever later, never later than usual', () => {
    expect([1, 2, 3, 99].map((failures) => nextAfterFailure(failures, pace) / minutes(1))).toEqual([
      15, 30, 60, 60,
    ]);
  });
});

describe('a certificate of a service', () => {
  it.each([
    [61, undefined],
    [60, 60],
    [31, 60],
    [30, 30],
    [8, 30],
    [7, 7],
    [0.1, 7],
    [0, undefined],
    [-1, undefined],
  ])('that ends in %s days is warned of at %s', (left, threshold) => {
    expect(warningFor(inDays(left), NOW)).toBe(threshold);
  });

  it('that serves both uses is counted once', () => {
    const both = [bare(stranger.certificate)];
    expect(certificatesOf({ signingCertificates: both, encryptionCertificates: both })).toEqual([
      { fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/), notAfter: new Date('2021-01-01') },
    ]);
  });
});
