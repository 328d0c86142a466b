import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { minutes, seconds } from '#libs/kernel';
import { FieldCipher, MasterKey } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { CardGateAddress } from './card-gate-address.js';
import { CardReadingsStore, type CardReading } from './card-readings.store.js';

const reading: CardReading = {
  kind: 'certificate',
  presented: { certificate: Buffer.from('certificate'), others: [Buffer.from('authority')] },
};
const cipher = new FieldCipher(MasterKey.fromSecret(randomBytes(32)));

let db: TestDatabase;
let readings: CardReadingsStore;
beforeAll(async () => {
  db = await testDatabase({ role: 'csam_fas' });
  readings = new CardReadingsStore(db.database, cipher);
});
afterAll(() => db.drop());

describe('XS-32 a reading of a card', () => {
  it('is fetched once', async () => {
    const handle = await readings.keep(reading, { binding: 'journey.nonce', test: false });
    expect(await readings.take(handle, 'journey.nonce')).toEqual(reading);
    expect(await readings.take(handle, 'journey.nonce')).toBeUndefined();
  });

  it('goes to one of fifty who ask for it at once', async () => {
    const handle = await readings.keep(reading, { binding: 'journey.nonce', test: false });
    const taken = await Promise.all(Array.from({ length: 50 }, () => readings.take(handle, 'journey.nonce')));
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('is not for another login or another browser, and stays for the right one', async () => {
    const handle = await readings.keep(reading, { binding: 'journey.nonce', test: false });
    expect(await readings.take(handle, 'journey.other')).toBeUndefined();
    expect(await readings.take(handle, 'other.nonce')).toBeUndefined();
    expect(await readings.look(handle, 'journey.other')).toBeUndefined();
    expect(await readings.take(handle, 'journey.nonce')).toEqual(reading);
  });

  it('is worth nothing after two minutes', async () => {
    const handle = await readings.keep(reading, { binding: 'journey.nonce', test: false });
    const [row] = await db.database.query<{ left: number }>(
      `select extract(epoch from max(expires_at) - now())::float as left from digital_keys.card_reading`,
    );
    expect(row?.left).toBeLessThanOrEqual(120);
    const admin = await Database.open({ url: db.url, maxConnections: 1 });
    await admin.query(`update digital_keys.card_reading set expires_at = now() - interval '1 second'`);
    await admin.close();
    expect(await readings.take(handle, 'journey.nonce')).toBeUndefined();
  });

  it('may be that there was no card', async () => {
    const handle = await readings.keep({ kind: 'none' }, { binding: 'b', test: true });
    expect(await readings.look(handle, 'b')).toEqual({ kind: 'none' });
    expect(await readings.look(handle, 'b')).toEqual({ kind: 'none' });
  });

  it('lies in the database encrypted, under a hash of its handle', async () => {
    const handle = await readings.keep(reading, { binding: 'journey.nonce', test: false });
    const rows = await db.database.query('select * from digital_keys.card_reading');
    const stored = JSON.stringify(rows);
    for (const clear of [handle, 'journey.nonce', Buffer.from('certificate').toString('base64')])
      expect(stored).not.toContain(clear);
  });
});

describe('the address of the certificate listener', () => {
  const gate = new CardGateAddress('https://card.example', cipher);
  const now = new Date('2026-06-01T12:00:00Z');
  const visit = {
    app: 'fas' as const,
    returnTo: '/fas/sign-in/7/eid/return',
    binding: 'journey.nonce',
    test: false,
  };
  const sealedOf = (address: string) => new URL(address).searchParams.get('visit') ?? '';
  const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);

  it('opens to the visit for ten minutes', () => {
    const sealed = sealedOf(gate.for(visit, now));
    expect(gate.open(sealed, after(minutes(10)))).toEqual(visit);
    expect(gate.open(sealed, after(minutes(10) + seconds(1)))).toBeUndefined();
  });

  it('tells nothing, and cannot be made by others', () => {
    const address = gate.for(visit, now);
    expect(address).not.toContain('journey');
    expect(address).not.toContain('return');
    const sealed = sealedOf(address);
    expect(gate.open(`${sealed.slice(0, -2)}AA`, now)).toBeUndefined();
    expect(gate.open(JSON.stringify({ ...visit, at: now.getTime() }), now)).toBeUndefined();
    expect(gate.open(cipher.encrypt(JSON.stringify({ ...visit, at: 0 }), 'field'), now)).toBeUndefined();
    expect(gate.open('', now)).toBeUndefined();
  });
});
