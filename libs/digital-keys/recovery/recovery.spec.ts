import { describe, expect, it } from 'vitest';
import { defaultLoaPolicy, keyLevel, type Enrolment, type KeyKind } from '#libs/loa';
import type { DigitalKeyState } from '../digital-key.js';
import { days, hours, minutes } from '#libs/kernel';
import { ACTIVATION_LIFE } from '../activation/activation.js';
import { CODE_LIFE } from '../one-time-code/one-time-code.js';
import { LINK_LIFE, RECOVERY_PROOFS, recoveryPhase, recoveryWay } from './recovery.js';

const key = (kind: KeyKind, state: DigitalKeyState = 'active', enrolment: Enrolment = 'eid') => ({
  kind,
  state,
  enrolment,
});
const password = key('password');
const way = (...keys: ReturnType<typeof key>[]) => recoveryWay(keys, defaultLoaPolicy);

describe('LN-23 a forgotten password', () => {
  it('that nothing is built on comes back by the mailed link', () => {
    expect(way(password)).toEqual({ kind: 'link-alone' });
    expect(way(password, key('passkey'))).toEqual({ kind: 'link-alone' });
  });

  it('that a stronger key is built on takes that key as well, or one as strong', () => {
    expect(way(password, key('totp'), key('token'))).toEqual({ kind: 'proof', proofs: ['totp'] });
    expect(way(password, key('sms'), key('totp'))).toEqual({ kind: 'proof', proofs: ['totp', 'sms'] });
    expect(way(password, key('token'))).toEqual({ kind: 'proof', proofs: ['token'] });
  });

  it('never comes back by the mailbox alone where codes by mail are the second proof', () => {
    expect(way(password, key('email'))).toEqual({ kind: 'elsewhere' });
  });

  it('LN-14 a mailbox is worth least: never level 400, never a proof of its own', () => {
    expect(keyLevel(defaultLoaPolicy, 'email', 'eid')).toBe(300);
    expect(RECOVERY_PROOFS).not.toContain('email');
    expect(way(password, key('email'), key('totp'))).toEqual({ kind: 'proof', proofs: ['totp'] });
  });

  it('LN-24 what was sent lives ten minutes as a text message, a day as a mail, two weeks on paper', () => {
    expect([CODE_LIFE, LINK_LIFE, ACTIVATION_LIFE]).toEqual([minutes(10), hours(24), days(14)]);
  });

  it.each([
    ['the strong key is suspended', [password, key('totp', 'suspended'), key('token')]],
    ['it can be proven nowhere but beside the password', [password, key('certificate')]],
    ['the password is suspended', [key('password', 'suspended'), key('totp')]],
    ['there is no password', [key('passkey')]],
  ])('comes back by card, app or office only when %s', (_when, keys) => {
    expect(way(...keys)).toEqual({ kind: 'elsewhere' });
  });

  it('rests a while after the link was used', () => {
    const ripe = new Date('2026-03-03T09:00:00Z');
    const at = (text: string) => recoveryPhase(ripe, new Date(text));
    expect(recoveryPhase(undefined, ripe)).toBe('asked');
    expect([at('2026-03-03T08:59:59Z'), at('2026-03-03T09:00:00Z')]).toEqual(['resting', 'ripe']);
  });
});
