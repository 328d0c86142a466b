import { describe, expect, it } from 'vitest';
import type { DigitalKey } from '#libs/digital-keys';
import type { FedId } from '#libs/kernel';
import { defaultLoaPolicy as policy, type KeyKind } from '#libs/loa';
import { usedKeys } from './used-keys.js';

const own = (id: string, kind: KeyKind): DigitalKey => ({
  id,
  kind,
  fedId: 'a'.repeat(40) as FedId,
  state: 'active',
  enrolment: 'eid',
  createdAt: new Date('2026-01-01T00:00:00Z'),
});
const keys = [own('p', 'password'), own('t1', 'totp'), own('t2', 'totp'), own('k', 'passkey')];
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute));
const record = (minute: number, data: Record<string, unknown>) => ({ occurredAt: at(minute), data });
const used = (data: Record<string, unknown>, proofs: ReturnType<typeof record>[] = []) =>
  usedKeys({ name: 'SignInCompleted', ...record(30, data) }, proofs, keys, policy).map(({ id }) => id);

describe('the keys that somebody used', () => {
  it('are the one that was proven last before the sign-in, and the password that it is built on', () => {
    const proofs = [
      record(10, { key: 'totp', keyId: 't1' }),
      record(20, { key: 'totp', keyId: 't2' }),
      record(25, { key: 'passkey', keyId: 'k' }),
      record(40, { key: 'totp', keyId: 't1' }),
    ];
    expect(used({ key: 'totp' }, proofs)).toEqual(['p', 't2']);
    expect(used({ key: 'passkey' }, proofs)).toEqual(['k']);
  });

  it('are all of that kind where no proof is known', () => {
    expect(used({ key: 'totp' })).toEqual(['p', 't1', 't2']);
  });

  it('is the key that was changed, and nothing beside it', () => {
    expect(used({ key: 'totp', keyId: 't1' })).toEqual(['t1']);
  });

  it.each([
    ['ContactAdded', ['s']],
    ['RecoveryStarted', []],
  ])('after %s are those at risk: %j', (name, ids) => {
    const all = [...keys, own('s', 'sms')];
    expect(usedKeys({ name, ...record(30, {}) }, [], all, policy).map(({ id }) => id)).toEqual(ids);
  });

  it('are none where no key of ours was in it', () => {
    expect(used({ key: 'eid' })).toEqual([]);
    expect(used({ key: 'nonsense' })).toEqual([]);
    expect(used({})).toEqual([]);
  });
});
