import { expect, it } from 'vitest';
import { secretHashesAt } from './oidc-settings.js';

const until = '2026-03-09T08:40:00.000Z';
const both = { clientSecretHash: 'new', formerSecret: { hash: 'old', until } };

it.each([
  ['a moment before its end', both, '2026-03-09T08:39:59Z', ['new', 'old']],
  ['at its end', both, until, ['new']],
  ['when there was none', { clientSecretHash: 'new' }, until, ['new']],
  ['when nothing is registered', {}, until, []],
])('the secret from before counts no longer than it was given: %s', (_when, settings, now, counting) => {
  expect(secretHashesAt(settings, new Date(now))).toEqual(counting);
});
