import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { days, minutes, type FedId } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { Activations } from './activations.js';
import { IssuedActivations } from './issued-activations.js';

const START = new Date('2026-03-02T09:00:00Z');
const master = MasterKey.fromSecret(Buffer.alloc(32, 6));
const cipher = new FieldCipher(master);
const index = new BlindIndex(master);

let db: TestDatabase;
let asSma: Database;
let now = START;
let sent: string[] = [];
let activations: Activations;
let issued: IssuedActivations;
let people: PeopleStore;

beforeAll(async () => {
  db = await testDatabase();
  asSma = await Database.open({ url: db.url, role: 'csam_sma', maxConnections: 8 });
  people = new PeopleStore(asSma, cipher, index);
  const outbox = new Outbox({ cipher, index });
  const watching = Object.assign(Object.create(outbox) as Outbox, {
    add: (tx: Parameters<Outbox['add']>[0], mail: Parameters<Outbox['add']>[1]) => {
      sent.push((mail.data as { url: string }).url);
      return outbox.add(tx, mail);
    },
  });
  const clock = { now: () => now };
  const parts = { database: asSma, cipher, index, outbox: watching, baseUrl: 'http://x', clock };
  activations = new Activations(parts);
  issued = new IssuedActivations(parts);
});
afterAll(async () => {
  await asSma.close();
  await db.drop();
});
beforeEach(() => {
  now = START;
  sent = [];
});

async function issue(fedId?: FedId) {
  const person = fedId ?? (await people.create({ enrolment: 'lra', language: 'de' })).fedId;
  const mail = 'olga@people.example';
  const { code } = await activations.create({ fedId: person, mail, language: 'de', officer: 'officer' });
  return { fedId: person, code, token: sent.at(-1)?.split('/').at(-1) ?? '' };
}

describe('KY-9 LE-2 an activation', () => {
  it('opens with link and code together, for one browser and an hour', async () => {
    const { token, code, fedId } = await issue();
    expect(await activations.isAlive(token)).toBe(true);
    const opened = await activations.open(token, code.toLowerCase());
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    expect(opened.activation).toMatchObject({ fedId, mail: 'olga@people.example' });
    expect(await activations.visitor(opened.pass)).toMatchObject({ fedId });
    expect(await activations.visitor('another')).toBeUndefined();
    now = new Date(START.getTime() + minutes(61));
    expect(await activations.visitor(opened.pass)).toBeUndefined();
  });

  it('ends after five wrong codes, also when fifty come at once', async () => {
    const { token, code } = await issue();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => activations.open(token, 'AAAA-AAAA-AAAA')),
    );
    expect(outcomes.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
    expect(await activations.open(token, code)).toEqual({ kind: 'over' });
  });

  it('ends after fourteen days, and once it is finished', async () => {
    const first = await issue();
    now = new Date(START.getTime() + days(14) + 1);
    expect((await activations.open(first.token, first.code)).kind).toBe('over');
    now = START;
    const opened = await activations.open(first.token, first.code);
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    await activations.finish(opened.activation.id);
    expect(await activations.visitor(opened.pass)).toBeUndefined();
    expect((await activations.open(first.token, first.code)).kind).toBe('over');
  });

  it('XS-18 ends when a newer one is issued, and takes no code of another', async () => {
    const first = await issue();
    const second = await issue(first.fedId);
    expect((await activations.open(first.token, first.code)).kind).toBe('over');
    expect((await activations.open(second.token, first.code)).kind).toBe('wrong');
    expect((await activations.open(second.token, second.code)).kind).toBe('opened');
  });

  it('KY-12 mailed again keeps the code on paper, wins no time and no tries, and the first link leads nowhere', async () => {
    const first = await issue();
    await activations.open(first.token, 'AAAA-AAAA-AAAA');
    const open = await issued.openOf(first.fedId);
    if (open === undefined) throw new Error('none is open');
    now = new Date(START.getTime() + days(1));
    expect(await issued.resend(open.id)).toBe(true);
    expect(await issued.openOf(first.fedId)).toEqual(open);
    const token = sent.at(-1)?.split('/').at(-1) ?? '';
    expect((await activations.open(first.token, first.code)).kind).toBe('over');
    expect((await activations.open(token, first.code)).kind).toBe('opened');
    expect(await issued.resend(open.id)).toBe(true);
    expect((await activations.open(sent.at(-1)?.split('/').at(-1) ?? '', first.code)).kind).toBe('opened');
  });

  it('withdrawn is over', async () => {
    const { token, code, fedId } = await issue();
    const open = await issued.openOf(fedId);
    expect(await issued.withdraw(open?.id ?? '')).toBe(true);
    expect((await activations.open(token, code)).kind).toBe('over');
    expect(await issued.resend(open?.id ?? '')).toBe(false);
    expect(await issued.openOf(fedId)).toBeUndefined();
  });
});
