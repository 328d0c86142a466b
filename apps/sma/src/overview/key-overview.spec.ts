import { describe, expect, it } from 'vitest';
import type { DigitalKey } from '#libs/digital-keys';
import type { FedId } from '#libs/kernel';
import { defaultLoaPolicy as policy } from '#libs/loa';
import { adviceOn, ownKeys } from './key-overview.js';

const key = (kind: DigitalKey['kind'], changes: Partial<DigitalKey> = {}): DigitalKey => ({
  id: kind,
  fedId: '0'.repeat(40) as FedId,
  kind,
  state: 'active',
  enrolment: 'eid',
  createdAt: new Date('2026-01-01'),
  ...changes,
});

const overview = (...keys: DigitalKey[]) => ownKeys(keys, policy);

describe('the keys of a person', () => {
  it('stand strongest first, and in the order of the page of choice among equals', () => {
    const kinds = overview(key('password'), key('sms'), key('eid'), key('totp')).map(({ kind }) => kind);
    expect(kinds).toEqual(['eid', 'totp', 'sms', 'password']);
  });

  it('show no more than they were issued for', () => {
    expect(overview(key('totp', { enrolment: 'self' }))[0]?.level).toBe(100);
  });

  it('tell when they end by themselves, if they do', () => {
    const expiresAt = new Date('2027-05-01');
    const keys = overview(key('certificate', { expiresAt }), key('totp'));
    expect(keys.map((one) => one.expiresAt)).toEqual([undefined, expiresAt]);
  });

  it('leave out what was revoked, and keep what is suspended', () => {
    const keys = overview(key('sms', { state: 'revoked' }), key('totp', { state: 'suspended' }));
    expect(keys).toMatchObject([{ kind: 'totp', state: 'suspended' }]);
  });
});

describe('the advice', () => {
  it.each([
    ['none-active', [key('totp', { state: 'suspended' })]],
    ['only-weak', [key('password')]],
    ['only-one', [key('password'), key('totp')]],
    ['only-one', [key('password'), key('eid')]],
    [undefined, [key('password'), key('totp'), key('sms')]],
    [undefined, [key('password'), key('totp'), key('eid')]],
  ])('is %s', (advice, keys) => {
    expect(adviceOn(overview(...keys), policy)).toBe(advice);
  });
});
