import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FedId } from '#libs/kernel';
import { FieldCipher, MasterKey, randomToken } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import type { Authenticated } from '../../../journey/authentication-result.js';
import { AnswerStore } from './answer.store.js';
import { GrantAdapter } from './grant.adapter.js';
import { PostgresRecords } from './postgres-records.js';

let db: TestDatabase;
let answers: AnswerStore;
beforeAll(async () => {
  db = await testDatabase({ role: 'csam_fas' });
  answers = new AnswerStore(db.database, new FieldCipher(MasterKey.fromSecret(randomBytes(32))), {
    hours: 8,
    offlineDays: 30,
  });
});
afterAll(() => db.drop());

const attribute = (name: string, value: string) => ({
  name,
  status: 'given' as const,
  value,
  source: 'national-register',
  trust: 'authentic-source' as const,
  retrievedAt: '2026-06-15T10:00:00.000Z',
});

const result = (change: Partial<Authenticated> = {}): Authenticated => ({
  kind: 'authenticated',
  fedId: randomBytes(20).toString('hex') as FedId,
  sessionUid: randomToken(16),
  context: 'citizen',
  key: 'totp',
  level: 400,
  classReference: 'urn:be:fedict:iam:fas:Level400',
  amr: ['totp', 'urn:be:fedict:iam:fas:Level400'],
  authenticatedAt: '2026-06-15T10:00:00.000Z',
  attributes: [attribute('egovNRN', '90021499801'), attribute('surname', 'Appelmoes')],
  unavailable: [],
  ...change,
});

const client = (clientId = randomUUID()) => ({
  applicationId: randomUUID(),
  clientId,
  scope: 'openid profile',
});

describe('an answer', () => {
  it('comes back as it was given', async () => {
    const [to, given] = [client(), result()];
    const id = await answers.save(to, given);
    expect(await answers.find(id)).toMatchObject({
      id,
      ...to,
      fedId: given.fedId,
      classReference: given.classReference,
      amr: given.amr,
      authenticatedAt: new Date(given.authenticatedAt),
      attributes: given.attributes,
    });
  });

  it('is the grant of the OpenID provider, which cannot make one itself', async () => {
    const [to, given] = [client(), result()];
    const id = await answers.save(to, given);
    const grants = new GrantAdapter(answers, new PostgresRecords(db.database));
    expect(await grants.find(id)).toMatchObject({
      jti: id,
      accountId: given.fedId,
      clientId: to.clientId,
      openid: { scope: 'openid profile' },
    });
    await expect(grants.upsert()).rejects.toThrow();
    await grants.destroy(id);
    expect(await answers.find(id)).toBeUndefined();
  });

  it('is renewed by the next sign-in of the same session to the same client, and by no other', async () => {
    const [to, first] = [client(), result()];
    const id = await answers.save(to, first);
    const stronger = {
      ...first,
      level: 500,
      key: 'eid',
      classReference: 'urn:be:fedict:iam:fas:Level500',
    } as const;
    expect(await answers.save({ ...to, scope: 'openid' }, stronger)).toBe(id);
    expect(await answers.find(id)).toMatchObject({
      scope: 'openid',
      classReference: stronger.classReference,
    });
    expect(await answers.save(client(), first)).not.toBe(id);
    expect(await answers.save(to, result())).not.toBe(id);
  });

  it('is forgotten in time', async () => {
    const id = await answers.save(client(), result());
    await db.database.query(
      `update fas.oidc_answer set expires_at = now() - interval '1 second' where id = $1`,
      [id],
    );
    expect(await answers.find(id)).toBeUndefined();
  });
});

describe('at rest', () => {
  it('no name and no value of an attribute stands in any column in clear', async () => {
    const id = await answers.save(client(), result());
    const [row] = await db.database.query<{ row: string }>(
      'select a::text as row from fas.oidc_answer a where id = $1',
      [id],
    );
    for (const clear of ['90021499801', 'egovNRN', 'Appelmoes', 'surname'])
      expect(row?.row).not.toContain(clear);
  });

  it('values that are copied to another answer cannot be read there', async () => {
    const [mine, yours] = [await answers.save(client(), result()), await answers.save(client(), result())];
    await db.database.query(
      `update fas.oidc_answer set attributes = (select attributes from fas.oidc_answer where id = $1) where id = $2`,
      [yours, mine],
    );
    await expect(answers.find(mine)).rejects.toThrow('does not belong to this place');
  });
});
