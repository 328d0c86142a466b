import { describe, expect, it } from 'vitest';
import type { AuditRecord } from '#libs/audit';
import { explain } from './explained.js';

const record = (name: string, data: Record<string, unknown>): AuditRecord => ({
  id: '1',
  occurredAt: new Date('2026-03-01T10:00:00Z'),
  name,
  reference: '7K3F-9QXM',
  application: 'a',
  data,
});

describe('what happened, for a caller', () => {
  it.each([
    ['SignInCompleted', { key: 'totp', singleSignOn: false }, 'signedIn', false],
    ['SignInCompleted', { singleSignOn: true }, 'wentOn', false],
    ['SignInRefused', { reason: 'cancelled' }, 'refusedCancelled', true],
    ['KeyRefused', { key: 'totp', reason: 'wrong', locked: false }, 'wrongProof', true],
    ['SignInRefused', { reason: 'level-impossible' }, 'refusedLevel', true],
    ['KeyRefused', { key: 'totp', reason: 'no-code', locked: false }, 'noCode', true],
    ['KeyRefused', { key: 'password', reason: 'wrong', locked: true }, 'locked', true],
    ['KeySuspended', { key: 'totp', reason: 'service-desk' }, 'keySuspended', false],
    ['ActivationRefused', { reason: 'wrong' }, 'activationRefused', true],
    ['ActivationResent', {}, 'linkMailed', false],
    ['RegistrationWithdrawn', {}, 'registrationWithdrawn', false],
    ['RecoveryOffered', {}, 'recoveryOffered', false],
  ])('%s %j is told as %s', (name, data, what, failed) => {
    expect(explain(record(name, data))).toMatchObject({ what, failed, reference: '7K3F-9QXM' });
  });

  it('leaves out what helps nobody', () => {
    expect(explain(record('TokensIssued', {}))).toBeUndefined();
  });
});
