import { expect, it } from 'vitest';
import { auditLine } from './audit-line.js';

const record = {
  id: '0198a1b2-0000-7000-8000-000000000000',
  occurredAt: new Date('2026-03-02T08:15:00Z'),
  name: 'SignInCompleted',
  reference: '7K3F-9QXM',
  data: {},
};

it('a record is one line: when, what, and what was recorded with it', () => {
  const data = { level: 400, keys: ['password', 'totp'], forced: false, note: 'two words' };
  expect(auditLine({ ...record, subject: 'a'.repeat(40) as never, address: '192.0.2.0/24', data })).toBe(
    `2026-03-02T08:15:00.000Z  SignInCompleted  subject=${'a'.repeat(40)}  address=192.0.2.0/24  level=400  ` +
      'keys=["password","totp"]  forced=false  note="two words"',
  );
});

it('a record without more is when and what', () => {
  expect(auditLine(record)).toBe('2026-03-02T08:15:00.000Z  SignInCompleted');
});

it('of whom it was stays away once they are erased, and that is said', () => {
  expect(auditLine({ ...record, erased: ['subject'], data: { level: 400 } })).toBe(
    '2026-03-02T08:15:00.000Z  SignInCompleted  level=400  erased=["subject"]',
  );
});

it('what the outside sent neither breaks the line nor commands the terminal', () => {
  const client = 'a\nb\u001b[2Jc\u009b2Jd\u202ee';
  expect(auditLine({ ...record, data: { client } })).toContain(
    String.raw`client="a\nb\u001b[2Jc\u009b2Jd\u202ee"`,
  );
});
