import { describe, expect, it } from 'vitest';
import { parseEnterpriseNumber, parsePersonNumber } from '#libs/kernel';
import { fullName, personas } from './personas.js';

const today = new Date('2026-06-01T12:00:00Z');
const everyNumber = personas.flatMap((person) => [person.nationalNumber, ...person.formerNumbers]);

describe('the personas', () => {
  it.each(everyNumber)('%s passes the checks of its register', (number) => {
    expect(parsePersonNumber(number, { today }).kind).toBe('valid');
  });

  it.each(everyNumber)('%s has a day counter that no real day reaches', (number) => {
    expect(Number(number.slice(6, 9))).toBeGreaterThanOrEqual(990);
  });

  it.each(personas.map((person) => [fullName(person), person] as const))(
    '%s has the birth date and sex that the number tells',
    (_name, person) => {
      const read = parsePersonNumber(person.nationalNumber, { today });
      if (read.kind !== 'valid') throw new Error(read.reason);
      expect([person.birthDate, undefined]).toContain(read.birthDate);
      expect([person.sex, undefined]).toContain(read.sex);
    },
  );

  it('have ids, numbers, usernames, addresses and telephones of their own', () => {
    for (const values of [
      personas.map(({ id }) => id),
      everyNumber,
      personas.flatMap(({ username }) => username ?? []),
      personas.flatMap(({ email }) => email ?? []),
      personas.flatMap(({ phone }) => phone ?? []),
    ]) {
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('act for enterprises whose numbers pass their check', () => {
    const numbers = personas.flatMap(({ enterprises }) => enterprises.map(({ number }) => number));
    expect(numbers.map((number) => parseEnterpriseNumber(number).kind)).toEqual(numbers.map(() => 'valid'));
  });

  it('cover every language, every role and every key that a demo can hand out', () => {
    expect(new Set(personas.map(({ language }) => language))).toEqual(new Set(['nl', 'fr', 'de', 'en']));
    expect(new Set(personas.flatMap(({ roles }) => roles))).toEqual(
      new Set([
        'citizen',
        'agency-manager',
        'service-desk',
        'service-desk-approver',
        'operations',
        'lra-officer',
        'auditor',
      ]),
    );
    expect(new Set(personas.flatMap(({ keys }) => keys))).toEqual(
      new Set(['eid', 'itsme', 'totp', 'sms', 'certificate', 'token', 'email', 'password']),
    );
  });
});
