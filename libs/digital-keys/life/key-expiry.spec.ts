import { describe, expect, it } from 'vitest';
import { keyExpiry, reminderDue } from './key-expiry.js';

const MADE = new Date('2026-03-02T09:00:00Z');
const CERTIFICATE = new Date('2028-01-01T00:00:00Z');
const before = (days: number) => new Date(CERTIFICATE.getTime() - days * 86_400_000);

describe('a key', () => {
  it.each([
    ['eid', undefined, undefined],
    ['eid', CERTIFICATE, CERTIFICATE],
    ['lra', undefined, new Date('2036-03-02T09:00:00Z')],
    ['lra', CERTIFICATE, CERTIFICATE],
  ] as const)('given by %s ends with the first of its reasons', (enrolment, proof, end) => {
    expect(keyExpiry(enrolment, MADE, proof)).toEqual(end);
  });

  it.each([
    [31, undefined, undefined],
    [30, undefined, 30],
    [29, 30, undefined],
    [8, 30, undefined],
    [7, 30, 7],
    [5, 7, undefined],
    [3, undefined, 7],
    [0, undefined, undefined],
  ])('%s days before its end, told at %s: reminded of %s', (left, reminded, due) => {
    expect(reminderDue(CERTIFICATE, before(left), reminded)).toBe(due);
  });
});
