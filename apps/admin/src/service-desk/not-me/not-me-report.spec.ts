import { expect, it } from 'vitest';
import { notMeReport } from './not-me-report.js';

const record = (what: string) => ({
  id: 'one',
  occurredAt: new Date('2026-03-02T09:15:00Z'),
  name: 'AccountChangeDisowned',
  reference: '7K3F-9QXM',
  data: { what, suspended: 2 },
});

it.each([
  ['signed-in', 'sign-in'],
  ['new-sign-in', 'sign-in'],
  ['key-activated', 'key'],
  ['mail-added', 'contact'],
  ['phone-removed', 'contact'],
  ['contact-added', 'contact'],
  ['recovery-started', 'password'],
  ['password-recovered', 'password'],
  ['erasure-asked', 'erasure'],
])('%s was about: %s', (what, subject) => {
  expect(notMeReport(record(what), new Map())).toMatchObject({ subject, suspended: 2, handledAt: undefined });
});
