import { createHash, randomBytes } from 'node:crypto';
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

const verifier = randomBytes(32).toString('base64url');
const PKCE = {
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};

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

  describe('an answer that stands', () => {
    /** A service that was answered twice in this session: from then on it knows the session. */
    async function answered() {
      const [client, person] = [await fas.clientWith({}), await fas.signedIn()];
      const browser = new SpecBrowser(fas, person.cookie);
      const ask = async (change: Readonly<Record<string, string>> = {}) => {
        const { location } = await browser.authorize(client, { ...PKCE, ...change });
        return redeem(fas, client, { code: codeIn(location), code_verifier: verifier });
      };
      await ask();
      await ask();
      return { ...person, ask };
    }
    /** Where the row stands, which any writing changes. */
    const written = async (fedId: string) => {
      const rows = await fas.database.query<{ at: string; scope: string; class_reference: string }>(
        'select ctid::text as at, scope, class_reference from fas.oidc_answer where fed_id = $1',
        [fedId],
      );
      expect(rows).toHaveLength(1);
      return rows[0];
    };

    it('is not written again when it says the same; the sign-in is on record', async () => {
      const { fedId, ask } = await answered();
      const [before, times] = [await written(fedId), await completed(fedId)];
      expect((await ask()).status).toBe(200);
      expect(await written(fedId)).toEqual(before);
      expect(await completed(fedId)).toBe(times + 1);
    });

    it.each([
      ['scope', { scope: 'openid profile' }, { scope: 'openid profile' }],
      [
        'level',
        { acr_values: 'urn:be:fedict:iam:fas:citizen:Level400' },
        { class_reference: 'urn:be:fedict:iam:fas:citizen:Level400' },
      ],
    ])('is written again with another %s', async (_what, asked, told) => {
      const { fedId, ask } = await answered();
      expect(await written(fedId)).not.toMatchObject(told);
      expect((await ask(asked)).status).toBe(200);
      expect(await written(fedId)).toMatchObject(told);
    });

    it.each([
      ['would end before the session', `update fas.oidc_answer set expires_at = now() + interval '1 minute'`],
      ['was taken back', 'delete from fas.oidc_answer'],
    ])('is written again when it %s', async (_what, change) => {
      const { fedId, ask } = await answered();
      const before = await written(fedId);
      await fas.database.query(`${change} where fed_id = $1`, [fedId]);
      expect((await ask()).status).toBe(200);
      expect(await written(fedId)).not.toEqual(before);
    });
  });
});
