import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FedId } from '#libs/kernel';
import { Outbox, recipientIndexOf, type AccountChangeKind } from '#libs/messaging';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { AccountNotices, type AccountChange } from './account-notices.js';
import { DisownStore } from './disown.store.js';

const OLD = '+32460000071';
const AT = new Date('2026-03-02T08:15:00Z');

let db: TestDatabase;
let people: PeopleStore;
let notices: AccountNotices;
const master = MasterKey.fromSecret(Buffer.alloc(32, 7));
const index = new BlindIndex(master);

beforeAll(async () => {
  db = await testDatabase();
  const cipher = new FieldCipher(master);
  people = new PeopleStore(db.database, cipher, index);
  notices = new AccountNotices({
    people,
    outbox: new Outbox({ cipher, index }),
    disown: new DisownStore(db.database),
    baseUrl: 'https://sma.example',
  });
});
afterAll(() => db.drop());

async function somebody(mail: string | undefined, phone: string): Promise<FedId> {
  const { fedId } = await people.create({ enrolment: 'eid', language: 'nl' });
  if (mail !== undefined)
    await people.addContact(fedId, { kind: 'mail', value: mail, primary: true, verified: true });
  await people.addContact(fedId, { kind: 'phone', value: phone, primary: true, verified: true });
  return fedId;
}

const tell = (fedId: FedId, what: AccountChangeKind, more: Partial<AccountChange> = {}) =>
  db.database.transaction((tx) => notices.tell(tx, { fedId, what, address: '192.0.2.1', at: AT, ...more }));

/** How many messages of this kind wait for that address. */
async function waiting(kind: 'mail' | 'sms', to: string): Promise<number> {
  const rows = await db.database.query(
    'select 1 from messaging.outbox where kind = $1 and recipient_index = $2',
    [kind, recipientIndexOf(index, to)],
  );
  return rows.length;
}

describe('a change of keys or contact data', () => {
  it('XS-7 LN-25 that may take an account over is told to the telephone of before, too', async () => {
    const fedId = await somebody('a@example.be', OLD);
    await tell(fedId, 'phone-added');
    expect([await waiting('mail', 'a@example.be'), await waiting('sms', OLD)]).toEqual([1, 1]);
    await tell(fedId, 'key-activated', { key: 'totp' });
    expect([await waiting('mail', 'a@example.be'), await waiting('sms', OLD)]).toEqual([2, 1]);
  });

  it('XS-7 LN-13 is told to a number that was just taken away', async () => {
    const fedId = await somebody('b@example.be', '+32460000072');
    const gone = '+32460000073';
    await tell(fedId, 'phone-removed', { also: [gone] });
    expect([await waiting('sms', gone), await waiting('sms', '+32460000072')]).toEqual([1, 1]);
    expect(await waiting('mail', gone)).toBe(0);
  });

  it('is told by text message whatever it is to whoever has no mailbox', async () => {
    const fedId = await somebody(undefined, '+32460000074');
    await tell(fedId, 'key-revoked', { key: 'passkey' });
    expect(await waiting('sms', '+32460000074')).toBe(1);
  });

  it('XS-6 sends one text message of a kind a day, however often it happens', async () => {
    const fedId = await somebody('c@example.be', '+32460000075');
    for (let time = 0; time < 5; time += 1) await tell(fedId, 'phone-added');
    expect([await waiting('mail', 'c@example.be'), await waiting('sms', '+32460000075')]).toEqual([5, 1]);
  });
});
