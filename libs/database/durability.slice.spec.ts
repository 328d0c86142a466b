import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { Database } from './index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  // The server of the tests waits for no disk by itself.
  await db.database.query(`alter database ${new URL(db.url).pathname.slice(1)} set synchronous_commit = on`);
});
afterAll(() => db.drop());

describe.each([true, false])('a database that is durable: %s', (durable) => {
  it.each([
    [true, 'on'],
    [false, 'off'],
  ])('keeps a transaction as durable as it asks to be: %s', async (wanted, setting) => {
    const database = await Database.open({ url: db.url, maxConnections: 1, durable });
    const [shown] = await database.transaction(
      (tx) => tx.query<{ synchronous_commit: string }>('show synchronous_commit'),
      { durable: wanted },
    );
    const [after] = await database.query<{ synchronous_commit: string }>('show synchronous_commit');
    await database.close();
    expect(shown?.synchronous_commit).toBe(setting);
    expect(after?.synchronous_commit === 'off').toBe(!durable);
  });
});
