import { describe, expect, it } from 'vitest';
import type { AuditRecord } from '#libs/audit';
import { happeningOf as told } from './happening.js';

const happeningOf = (record: AuditRecord) => told(record, () => undefined);

const record = (name: string, data: Record<string, unknown>): AuditRecord => ({
  id: '1',
  occurredAt: new Date('2026-03-01T10:00:00Z'),
  name,
  reference: '7K3F-9QXM',
  application: 'a',
  address: '192.0.2.0/24',
  data,
});

describe('a record of the audit', () => {
  it('of a sign-in names the key and what the service received', () => {
    const data = { key: 'totp', singleSignOn: false, attributes: ['givenName', 'nobody-knows'] };
    expect(happeningOf(record('SignInCompleted', data))).toMatchObject({
      kind: 'signed-in',
      key: 'totp',
      network: '192.0.2.…',
      released: ['givenName'],
    });
  });

  it('says how the address began, and no more', () => {
    const networkOf = (address: string) => happeningOf({ ...record('SignInRefused', {}), address })?.network;
    expect(networkOf('10.1.0.0/24')).toBe('10.1.0.…');
    expect(networkOf('2001:db8:1::/48')).toBe('2001:db8:1:…');
  });

  it('says where the network is registered and which browser it was, where that is known', () => {
    const data = { key: 'totp', browser: 'firefox/windows' };
    const countryOf = (network: string) => (network === '192.0.2.0/24' ? 'BE' : undefined);
    expect(told(record('SignInCompleted', data), countryOf)).toMatchObject({
      country: 'BE',
      browser: 'firefox/windows',
    });
    const elsewhere = { ...record('SignInCompleted', {}), address: '198.51.100.0/24' };
    expect(told(elsewhere, countryOf)).toMatchObject({ country: undefined, browser: undefined });
  });

  it.each([
    ['SignInCompleted', { singleSignOn: true }, 'went-on'],
    ['SignInRefused', {}, 'refused'],
    ['KeyRefused', { locked: false }, 'wrong-proof'],
    ['KeyRefused', { locked: true }, 'locked'],
  ])('%s %j is told as %s', (name, data, kind) => {
    expect(happeningOf(record(name, data))?.kind).toBe(kind);
  });

  it('XS-29 of the service desk says why, and not from where', () => {
    const told = happeningOf(record('PersonLookedUp', { by: 'number', reason: 'Called about a lost phone' }));
    expect(told).toMatchObject({
      kind: 'looked-up',
      reason: 'Called about a lost phone',
      network: undefined,
    });
  });

  it('that is for the administration is not told', () => {
    expect(happeningOf(record('ApplicationRegistered', {}))).toBeUndefined();
  });
});
