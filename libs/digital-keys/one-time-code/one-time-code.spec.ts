import { describe, expect, it } from 'vitest';
import { minutes, seconds } from '#libs/kernel';
import { CODE_LIFE, codeState, newCode, readCode, resendOf, type SentCode } from './one-time-code.js';
import { capsOf } from './send-cap.js';

const SENT = new Date('2026-03-02T08:15:00Z');
const sent = (more: Partial<SentCode> = {}): SentCode => ({
  sends: 1,
  failures: 0,
  sentAt: SENT,
  expiresAt: new Date(SENT.getTime() + CODE_LIFE),
  usedAt: undefined,
  ...more,
});
const after = (milliseconds: number) => new Date(SENT.getTime() + milliseconds);

describe('a code that is sent', () => {
  it('LN-9 has six digits, also when the number is small, and any of the million', () => {
    expect(newCode(() => 7)).toBe('000007');
    expect(newCode((below) => below - 1)).toBe('999999');
    const codes = new Set(Array.from({ length: 2_000 }, () => newCode()));
    expect(codes.size).toBeGreaterThan(1_980);
    for (const code of codes) expect(code).toMatch(/^\d{6}$/);
  });

  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['#123456', '123456'],
    ['12-34-56', '123456'],
    ['12345', undefined],
    ['1234567', undefined],
    ['１２３４５６', undefined],
    ['', undefined],
    ['9'.repeat(100_000), undefined],
  ])('typed as %j is read as %s', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it('LN-9 lives ten minutes: 9:59 is right, 10:01 is not', () => {
    expect(codeState(sent(), after(minutes(10) - seconds(1)))).toBe('live');
    expect(codeState(sent(), after(minutes(10)))).toBe('expired');
    expect(codeState(sent(), after(minutes(10) + seconds(1)))).toBe('expired');
  });

  it.each([
    [{ usedAt: SENT }, 'used'],
    [{ failures: 2 }, 'live'],
    [{ failures: 3 }, 'spent'],
    [{ failures: 3, usedAt: SENT }, 'spent'],
  ] as const)('that is %j is %s', (more, state) => {
    expect(codeState(sent(more), after(seconds(5)))).toBe(state);
  });

  it('may be followed by another after half a minute, three times', () => {
    expect(resendOf(sent(), after(seconds(10)))).toEqual({ kind: 'wait', milliseconds: 20_000 });
    expect(resendOf(sent(), after(seconds(30)))).toEqual({ kind: 'open' });
    expect(resendOf(sent({ sends: 3 }), after(seconds(30)))).toEqual({ kind: 'open' });
    expect(resendOf(sent({ sends: 4 }), after(minutes(5)))).toEqual({ kind: 'over' });
  });

  it('LN-8 is not followed by another once the guesses of the login are used up', () => {
    expect(resendOf(sent({ failures: 3 }), after(minutes(1)))).toEqual({ kind: 'over' });
  });

  it('is counted for network, person, destination and prefix, always in the same order', () => {
    const targets = { address: 'a', person: 'p', destination: 'd', prefix: { name: '+32', perHour: 9 } };
    expect(capsOf('sms', targets).map(({ purpose, limit }) => [purpose, limit])).toEqual([
      ['sms-address', 200],
      ['sms-person-burst', 2],
      ['sms-person', 20],
      ['sms-destination-burst', 2],
      ['sms-destination', 20],
      ['sms-prefix', 9],
    ]);
    expect(capsOf('email', { address: 'a', person: 'p' })).toHaveLength(3);
  });
});
