import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FedId } from '#libs/kernel';
import { hasRedis, testRedis, type TestRedis } from '#libs/testing';
import {
  SpecBrowser,
  codeIn,
  redeem,
  specProvider,
  type SpecProvider,
} from './test-support/spec-provider.js';

/** Everything holds wherever codes and tokens live. */
describe.each(['PostgreSQL', ...(hasRedis ? ['Redis'] : [])])('with codes and tokens in %s', (store) => {
  let fas: SpecProvider;
  let redis: TestRedis | undefined;
  beforeAll(async () => {
    redis = store === 'Redis' ? await testRedis() : undefined;
    fas = await specProvider(redis?.url);
  });
  afterAll(async () => {
    await fas.close();
    await redis?.stop();
  });

  const completed = async (fedId: FedId) =>
    (await fas.recorded({ name: 'SignInCompleted', subject: fedId })).length;
  const answers = async (fedId: string) => {
    const [row] = await fas.database.query<{ count: number }>(
      'select count(*)::int as count from fas.oidc_answer where fed_id = $1',
      [fedId],
    );
    return row?.count;
  };

  describe('a sign-in that the session answers', () => {
    it('is recorded once, with its code', async () => {
      const [client, person] = [await fas.client(), await fas.signedIn()];
      const browser = new SpecBrowser(fas, person.cookie);
      const first = codeIn((await browser.authorize(client)).location);
      expect(await completed(person.fedId)).toBe(1);
      expect(await answers(person.fedId)).toBe(1);
      expect((await redeem(fas, client, { code: first })).status).toBe(200);
      await browser.authorize(client);
      expect(await completed(person.fedId)).toBe(2);
    });

    it('XS-27 gives no code when it cannot be recorded', async () => {
      const [client, person] = [await fas.client(), await fas.signedIn()];
      const browser = new SpecBrowser(fas, person.cookie);
      await fas.database.query('revoke insert on audit.event from csam_fas');
      try {
        expect((await browser.authorize(client)).location).not.toContain('code=');
        expect(await answers(person.fedId)).toBe(0);
      } finally {
        await fas.database.query('grant insert on audit.event to csam_fas');
      }
      expect(codeIn((await browser.authorize(client)).location)).not.toBe('');
    });
  });
});
