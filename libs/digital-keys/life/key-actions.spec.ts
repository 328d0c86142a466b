import { describe, expect, it } from 'vitest';
import {
  defaultLoaPolicy as policy,
  keyLevel,
  LEVELS,
  type Enrolment,
  type KeyKind,
  type Level,
} from '#libs/loa';
import type { DigitalKeyState } from '../digital-key.js';
import {
  dependants,
  judgeKeyAction,
  KEY_ACTIONS,
  leavesNothing,
  managedKinds,
  type KeyAction,
  type Standing,
  type TargetKey,
} from './key-actions.js';
import { newKeyEnrolment } from './new-key-enrolment.js';

const EVERYTHING = { agreement: true, mail: true, phone: true };
const held = (kind: KeyKind, state: DigitalKeyState = 'active', enrolment: Enrolment = 'eid') => ({
  kind,
  state,
  enrolment,
});
const standing = (session: Level, keys: Standing['keys'] = [], has = EVERYTHING): Standing => ({
  session,
  keys,
  has,
});
const judge = (action: KeyAction, target: TargetKey, of: Standing) =>
  judgeKeyAction(action, target, of, policy);
const fresh = (kind: KeyKind, enrolment: Enrolment = 'eid'): TargetKey => ({ kind, enrolment });

describe('XS-17, LN-22: a session never touches a key that is stronger than itself', () => {
  const cases = managedKinds(policy).flatMap((kind) =>
    LEVELS.flatMap((session) =>
      KEY_ACTIONS.filter((action) => action !== 'suspend').map((action) => ({ kind, session, action })),
    ),
  );

  it.each(cases)('$action $kind at $session', ({ kind, session, action }) => {
    const state = action === 'resume' ? 'suspended' : 'active';
    const others = [held('password')].filter((key) => key.kind !== kind);
    const target = action === 'activate' ? fresh(kind) : { ...fresh(kind), state: state as DigitalKeyState };
    const verdict = judge(action, target, standing(session, others));
    const own = keyLevel(policy, kind, 'eid');
    if (verdict.kind === 'impossible') expect(verdict.reason).toBe('not-managed');
    else expect(verdict.kind).toBe(session < own ? 'step-up' : 'allowed');
  });

  it('nor half of one: a password counts as much as the strongest key that is built on it', () => {
    const keys = [held('password'), held('totp'), held('token')];
    for (const action of ['replace', 'revoke'] as const) {
      expect(judge(action, held('password'), standing(200, keys))).toEqual({ kind: 'step-up', level: 400 });
      expect(judge(action, held('password'), standing(400, keys))).toEqual({ kind: 'allowed' });
    }
    expect(judge('replace', held('password'), standing(200, [held('password')])).kind).toBe('allowed');
  });
});

describe('LN-26: a loss is reported with one factor, and undone with all that the key is worth', () => {
  it.each(managedKinds(policy))('%s', (kind) => {
    expect(judge('suspend', held(kind), standing(200, [held(kind)])).kind).toBe('allowed');
    expect(judge('suspend', held(kind), standing(100, [held(kind)])).kind).toBe('step-up');
    const resumed = judge('resume', held(kind, 'suspended'), standing(100, [held(kind, 'suspended')]));
    expect(resumed).toEqual({ kind: 'step-up', level: keyLevel(policy, kind, 'eid') });
  });
});

describe('LE-6: a key that is replaced', () => {
  it.each(managedKinds(policy))('asks a session as strong as itself: %s', (kind) => {
    const level = keyLevel(policy, kind, 'eid');
    const below = LEVELS.filter((session) => session < level);
    for (const session of below) {
      expect(judge('replace', held(kind), standing(session, [held(kind)])).kind).not.toBe('allowed');
    }
  });

  it('is never one of level high: those are renewed by who issued them', () => {
    for (const kind of managedKinds(policy)) {
      expect([kind, policy.eidas[keyLevel(policy, kind, 'eid')]]).not.toEqual([kind, 'high']);
    }
  });
});

describe('LE-5: a key that was revoked', () => {
  it.each(managedKinds(policy))('stays revoked: %s', (kind) => {
    for (const action of KEY_ACTIONS.filter((one) => one !== 'activate')) {
      expect(judge(action, held(kind, 'revoked'), standing(500)).kind).toBe('impossible');
    }
  });
});

describe('a key to activate', () => {
  it('asks what it is built on', () => {
    const nothing = { agreement: false, mail: false, phone: false };
    expect(judge('activate', fresh('sms'), standing(500, [], nothing))).toEqual({
      kind: 'missing',
      prerequisites: ['agreement', 'password', 'phone'],
    });
    expect(judge('activate', fresh('password'), standing(500, [], nothing))).toEqual({
      kind: 'missing',
      prerequisites: ['agreement', 'mail'],
    });
  });

  it('does not count a suspended password', () => {
    const of = standing(500, [held('password', 'suspended')]);
    expect(judge('activate', fresh('totp'), of)).toMatchObject({ prerequisites: ['password'] });
  });

  it.each([
    ['KY-5', 'certificate', 3],
    ['KY-6', 'token', 1],
    ['KY-7', 'passkey', 5],
  ] as const)('%s: is refused beyond as many as a person may have: %s, %i', (_row, kind, most) => {
    const have = (count: number) => [held('password'), ...Array.from({ length: count }, () => held(kind))];
    expect(judge('activate', fresh(kind), standing(500, have(most - 1)))).toEqual({ kind: 'allowed' });
    expect(judge('activate', fresh(kind), standing(500, have(most)))).toMatchObject({ reason: 'enough' });
  });

  it('KY-3: is refused beyond two apps, suspended ones counted', () => {
    const keys = [held('password'), held('totp'), held('totp', 'suspended')];
    expect(judge('activate', fresh('totp'), standing(500, keys))).toMatchObject({ reason: 'enough' });
  });

  it('is none that somebody else issues', () => {
    for (const kind of ['eid', 'itsme', 'eidas'] as const) {
      expect(judge('activate', fresh(kind), standing(500))).toMatchObject({ reason: 'not-managed' });
    }
  });

  it('counts as far as identity was proven', () => {
    const lra = [{ enrolment: 'lra' as const }];
    expect(newKeyEnrolment({ session: 500, person: 'lra', keys: lra }, policy)).toBe('eid');
    expect(newKeyEnrolment({ session: 450, person: 'lra', keys: lra }, policy)).toBe('itsme');
    expect(newKeyEnrolment({ session: 400, person: 'eid', keys: lra }, policy)).toBe('lra');
    expect(newKeyEnrolment({ session: 400, person: 'eid', keys: [] }, policy)).toBe('eid');
    expect(newKeyEnrolment({ session: 100, person: 'self', keys: lra }, policy)).toBe('self');
  });
});

describe('KY-7 the last key', () => {
  const own = (id: string, kind: KeyKind, state: DigitalKeyState = 'active') => ({
    id,
    ...held(kind, state),
  });
  const password = own('p', 'password');
  const totp = own('t', 'totp');
  const passkey = own('k', 'passkey');

  it.each([
    ['the only one', passkey, [passkey], true],
    ['the only one that is not suspended', passkey, [passkey, own('c', 'certificate', 'suspended')], true],
    ['a password with all that is built on it', password, [password, totp], true],
    ['what is built on a password that stays', totp, [password, totp], false],
    ['one of two', passkey, [passkey, own('e', 'eid')], false],
    ['one that is suspended and opens nothing as it is', own('k', 'passkey', 'suspended'), [], false],
  ])('is %s: %o', (_what, key, keys, last) => {
    expect(leavesNothing([key], keys, policy)).toBe(last);
  });
});

it('a password takes along what is built on it', () => {
  const keys = [held('password'), held('totp'), held('passkey'), held('sms', 'suspended')];
  expect(dependants(held('password'), keys, policy).map(({ kind }) => kind)).toEqual(['totp', 'sms']);
  expect(dependants(held('totp'), keys, policy)).toEqual([]);
});
