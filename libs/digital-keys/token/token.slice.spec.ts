import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FedId } from '#libs/kernel';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey, Throttle } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { DigitalKeysStore } from '../digital-keys.store.js';
import { TokenService } from './token.service.js';
import { TokenStore } from './token.store.js';
import { TOKEN_POSITIONS } from './token.js';

const master = MasterKey.fromSecret(Buffer.alloc(32, 7));
const index = new BlindIndex(master);
const codes = Array.from({ length: TOKEN_POSITIONS }, (_code, at) => `CODE${String.fromCharCode(65 + at)}X`);

let db: TestDatabase;
let store: TokenStore;
let tokens: TokenService;
let fedId: FedId;
let keyId: string;

beforeAll(async () => {
  db = await testDatabase();
  store = new TokenStore(db.database, index);
  tokens = new TokenService(store, new Throttle(db.database, index));
});
afterAll(() => db.drop());

beforeEach(async () => {
  const person = await new PeopleStore(db.database, new FieldCipher(master), index).create({
    enrolment: 'lra',
    language: 'nl',
  });
  fedId = person.fedId;
  keyId = await new DigitalKeysStore(db.database).add({ fedId, kind: 'token', enrolment: 'lra' });
  await store.add(keyId, { serial: `T${keyId}`, codes });
});

const codeAt = (position: number) => codes[position - 1] ?? '';
const now = () => new Date();

describe('a code card (KY-6)', () => {
  it('opens with the code at the asked position and then asks another', async () => {
    const position = await tokens.askedPosition(fedId);
    const outcome = await tokens.verify(fedId, codeAt(position).toLowerCase(), now());
    expect(outcome).toEqual({ kind: 'right', keyId, enrolment: 'lra' });
    expect(await tokens.askedPosition(fedId)).not.toBe(position);
  });

  it('asks the same position again after a wrong code (LN-11)', async () => {
    const position = await tokens.askedPosition(fedId);
    expect((await tokens.verify(fedId, codeAt((position % TOKEN_POSITIONS) + 1), now())).kind).toBe('wrong');
    expect(await tokens.askedPosition(fedId)).toBe(position);
  });

  it('counts one answer once when it comes from two places at the same moment', async () => {
    const code = codeAt(await tokens.askedPosition(fedId));
    const outcomes = await Promise.all([1, 2, 3].map(() => tokens.verify(fedId, code, now())));
    expect(outcomes.filter(({ kind }) => kind === 'right')).toHaveLength(1);
  });

  it('makes guessing wait after five wrong codes, also with the right one (XS-4)', async () => {
    for (let guess = 0; guess < 5; guess += 1) await tokens.verify(fedId, 'WRONGX', now());
    const code = codeAt(await tokens.askedPosition(fedId));
    expect((await tokens.verify(fedId, code, now())).kind).toBe('locked');
  });

  it('asks a position of whoever has no card, and always the same', async () => {
    const nobody = 'f'.repeat(40) as FedId;
    const position = await tokens.askedPosition(nobody);
    expect(await tokens.askedPosition(nobody)).toBe(position);
    expect((await tokens.verify(nobody, 'ANYTHX', now())).kind).toBe('wrong');
  });

  it('is the only one of its person (KY-6): a second one, even at the same moment, is not kept', async () => {
    const keys = new DigitalKeysStore(db.database);
    const add = () => keys.add({ fedId, kind: 'token', enrolment: 'lra' });
    await expect(add()).rejects.toThrow('digital_key_one_token');
    await keys.setState(keyId, 'suspended');
    await expect(add()).rejects.toThrow('digital_key_one_token');
    await keys.setState(keyId, 'revoked');
    const both = await Promise.allSettled([add(), add()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('no longer opens once it is revoked', async () => {
    await new DigitalKeysStore(db.database).setState(keyId, 'revoked');
    expect((await tokens.verify(fedId, codeAt(1), now())).kind).toBe('wrong');
  });

  it('leaves no code in clear in the database', async () => {
    const rows = await db.database.query<{ code_hash: string }>(
      'select code_hash from digital_keys.token_code',
    );
    expect(rows.every(({ code_hash }) => /^[0-9a-f]{64}$/.test(code_hash))).toBe(true);
  });
});
