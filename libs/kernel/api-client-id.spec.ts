import { expect, it } from 'vitest';
import { apiClientIdFrom, parseApiClientId } from './api-client-id.js';

const UUID = '0b9d2a52-7c11-4f0e-9c3a-1d6a0d1f2e3b';

it('an id of an API client is its prefix and a UUID, and nothing else', () => {
  expect(parseApiClientId(apiClientIdFrom(UUID))).toEqual({ kind: 'valid', id: `api-${UUID}` });
  for (const text of ['', UUID, `API-${UUID}`, `api-${UUID} `, `api-${UUID}\n`, 'api-1', 'a'.repeat(40)]) {
    expect([text, parseApiClientId(text).kind]).toEqual([text, 'invalid']);
  }
});
