import { errors, Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { randomToken } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { RecordAdapter } from './record.adapter.js';

let db: TestDatabase;
let asFas: Database;
let codes: RecordAdapter;
/** The same, on another server. */
let codesElsewhere: RecordAdapter;
beforeAll(async () => {
  db = await testDatabase();
  asFas = await Database.open({ url: db.url, role: 'csam_fas', maxConnections: 10, durable: false });
  codes = new RecordAdapter('AuthorizationCode', asFas);
  codesElsewhere = new RecordAdapter('AuthorizationCode', db.database);
});
afterAll(async () => {
  await asFas.close();
  await db.drop();
});

const payload = (grantId = randomToken(8)) => ({ accountId: 'person-1', grantId, scope: 'openid' });

async function saved(grantId?: string) {
  const code = randomToken();
  await codes.upsert(code, { jti: code, ...payload(grantId) }, 60);
  return code;
}

async function everyColumn(): Promise<string> {
  const rows = await db.database.query<{ row: string }>('select r::text as row from fas.oidc_record r');
  return rows.map(({ row }) => row).join('\n');
}

describe('a record of the OpenID provider', () => {
  it('comes back as it was given, on every server', async () => {
    const code = await saved('grant-1');
    for (const adapter of [codes, codesElsewhere])
      expect(await adapter.find(code)).toEqual({ jti: code, ...payload('grant-1') });
    expect(await codes.find(randomToken())).toBeUndefined();
  });

  it('of one kind is none of another', async () => {
    const code = await saved();
    const tokens = new RecordAdapter('AccessToken', asFas);
    expect(await tokens.find(code)).toBeUndefined();
    await tokens.destroy(code);
    expect(await codes.find(code)).toBeDefined();
  });

  it('is gone when it is destroyed, alone or with all that hangs on one answer', async () => {
    const [alone, first, second, other] = [
      await saved('g1'),
      await saved('g2'),
      await saved('g2'),
      await saved('g3'),
    ];
    await codes.destroy(alone);
    await codes.revokeByGrantId('g2');
    const found = await Promise.all([alone, first, second, other].map((code) => codes.find(code)));
    expect(found.map((record) => record !== undefined)).toEqual([false, false, false, true]);
  });

  it('says since when it is used up', async () => {
    const code = await saved();
    await codes.consume(code);
    const { consumed } = (await codes.find(code)) ?? {};
    expect(Math.abs(Number(consumed) - Date.now() / 1_000)).toBeLessThan(5);
  });
});

describe('a code', () => {
  it('OS-9 RF-21 of fifty who redeem it at the same moment on two servers exactly one gets it, round after round', async () => {
    for (let round = 0; round < 10; round += 1) {
      const code = await saved();
      const redeemed = await Promise.allSettled(
        Array.from({ length: 50 }, (_, n) => (n % 2 === 0 ? codes : codesElsewhere).consume(code)),
      );
      expect(redeemed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of redeemed)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(errors.InvalidGrant);
    }
  });

  it('that is not there, or was revoked meanwhile, is nobody’s', async () => {
    await expect(codes.consume(randomToken())).rejects.toBeInstanceOf(errors.InvalidGrant);
    const code = await saved('revoked');
    await codes.revokeByGrantId('revoked');
    await expect(codes.consume(code)).rejects.toBeInstanceOf(errors.InvalidGrant);
  });
});

describe('at rest', () => {
  it('no code and no token of any kind stands in any column in clear', async () => {
    const provider = new Provider('https://fas.example', {
      adapter: (model) => new RecordAdapter(model, asFas),
      clients: [
        { client_id: 'permits', client_secret: randomToken(), redirect_uris: ['https://service.example/'] },
      ],
      features: { devInteractions: { enabled: false } },
      ttl: { AuthorizationCode: 60, AccessToken: 60, RefreshToken: 60 },
    });
    const client = await provider.Client.find('permits');
    if (client === undefined) throw new Error('no client');
    const common = {
      accountId: 'person-1',
      client,
      grantId: 'grant-9',
      scope: 'openid',
      gty: 'authorization_code',
    };
    const values = await Promise.all([
      new provider.AuthorizationCode({ ...common, redirectUri: 'https://service.example/' }).save(),
      new provider.AccessToken({ ...common, expiresWithSession: true } as never).save(),
      new provider.RefreshToken({ ...common } as never).save(),
    ]);
    expect(values.map((value) => value.length > 40)).toEqual([true, true, true]);
    const text = await everyColumn();
    expect(text).toContain('grant-9');
    for (const value of values) expect(text).not.toContain(value);
    const [code = ''] = values;
    expect((await provider.AuthorizationCode.find(code))?.accountId).toBe('person-1');
  });
});
