import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  SpecBrowser,
  specProvider,
  type SpecProvider,
} from '../../front-door/oidc/test-support/spec-provider.js';
import { FAILED_PROOFS_PER_ADDRESS } from './guess-limits.js';

let fas: SpecProvider;
beforeAll(async () => {
  fas = await specProvider();
});
afterAll(() => fas.close());

const limit = FAILED_PROOFS_PER_ADDRESS;
const counted = async () => {
  const outcome = await fas.services.throttle.check(limit, '127.0.0.1');
  return outcome.kind === 'open' ? limit.freeAttempts - outcome.free : outcome.kind;
};

it('XS-4 a wrong password counts with the failed proofs of every key, and is held back by them', async () => {
  const browser = new SpecBrowser(fas);
  const { location } = await browser.authorize(await fas.client());
  const guess = async (username: string) =>
    (await browser.type(`${location}/password`, { username, password: 'not this one' })).status;
  expect(await guess('nobody-at-all')).toBe(422);
  expect(await counted()).toBe(1);
  for (let other = 0; other < limit.freeAttempts; other += 1)
    await fas.services.throttle.fail(limit, '127.0.0.1');
  expect(await guess('nobody-else')).toBe(429);
});
