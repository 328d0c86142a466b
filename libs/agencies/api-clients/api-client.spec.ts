import { expect, it } from 'vitest';
import { administrationAudience, apiClientState } from './api-client.js';

const now = new Date('2026-06-01T12:00:00Z');
const later = new Date('2026-06-01T12:00:01Z');

it.each([
  ['usable', { endsAt: later }, 'active'],
  ['ended', { endsAt: now }, 'active'],
  ['withdrawn', { endsAt: later, withdrawnAt: now }, 'active'],
  ['withdrawn', { endsAt: now, withdrawnAt: now }, 'suspended'],
  ['agency-suspended', { endsAt: later }, 'suspended'],
] as const)('an API client is %s', (state, client, agency) => {
  expect(apiClientState(client, agency, now)).toBe(state);
});

it('tokens are for the API of one administration', () => {
  expect(administrationAudience('https://admin.example/')).toBe('https://admin.example/api');
});
