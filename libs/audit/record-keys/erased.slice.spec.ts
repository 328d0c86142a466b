import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#libs/database';
import { tablesWith } from '#libs/testing';
import { checkExport, type AuditExport } from '../index.js';
import {
  ADDRESS,
  data,
  keysOf,
  NETWORK,
  publicKeys,
  recordWorld,
  Seen,
  somebody,
  writerOf,
} from './record-keys.fixtures.js';

let world: Awaited<ReturnType<typeof recordWorld>>;
let fas: Database;
beforeAll(async () => {
  world = await recordWorld();
  fas = world.fas;
});
afterAll(() => world.close());

describe('once a person is erased', () => {
  it('neither the database nor a reader nor an export leads to them, and everything is as whole as before', async () => {
    const [subject, staff] = [somebody(), somebody()];
    const elsewhere = writerOf(fas);
    await elsewhere.record(Seen, { reference: 'GONE', subject, address: ADDRESS, data });
    await elsewhere.record(Seen, {
      reference: 'DESK',
      subject,
      actor: staff,
      data: { ...data, other: subject },
    });
    expect(await world.seal()).toBeGreaterThan(0);
    const before = await world.exported('GONE');
    expect(checkExport(before, publicKeys)).toMatchObject({ kind: 'good', proven: 1 });
    expect(JSON.stringify(before)).toContain(subject);
    const counted = () =>
      world.owner.query(
        'select name, data->>$1 as key, count(*)::int from audit.event group by 1, 2 order by 1, 2',
        ['key'],
      );
    const counts = await counted();

    await world.erase(subject);

    expect(await tablesWith(world.owner, subject)).toEqual([]);
    expect(await tablesWith(world.owner, '198.51.100')).toEqual([]);
    expect(await world.reader().bySubject(subject)).toEqual([]);
    const [gone] = await world.reader().byReference('GONE');
    expect(gone).toMatchObject({ subject: undefined, address: undefined, data, erased: ['subject'] });
    const [desk] = await world.reader().byReference('DESK');
    expect(desk).toMatchObject({ actor: staff, data });
    expect(desk?.erased?.toSorted()).toEqual(['other', 'subject']);
    const after = await world.exported('GONE');
    expect(checkExport(after, publicKeys)).toMatchObject({ kind: 'good', proven: 1 });
    expect(JSON.stringify(after)).not.toContain(subject);
    expect(JSON.stringify(after)).toContain('"erased"');
    expect(await world.flaws()).toEqual([]);
    expect(await counted()).toEqual(counts);

    // A process that still has the key, and one that has not: what they write opens to nobody, and makes no key anew.
    for (const writer of [elsewhere, writerOf(fas)])
      await writer.record(Seen, { reference: 'LATE', subject, address: ADDRESS, data });
    expect(await world.reader().byReference('LATE')).toMatchObject([
      { erased: ['subject'] },
      { erased: ['subject'] },
    ]);
    expect(await tablesWith(world.owner, subject)).toEqual([]);
  });

  it('nobody who made a key at the same moment keeps one', async () => {
    const subject = somebody();
    await Promise.all([
      world.erase(subject),
      ...Array.from({ length: 6 }, () => keysOf(fas).of([subject])),
      world.erase(subject),
    ]);
    expect(await keysOf(fas).aliasOf(subject)).toBeUndefined();
  });

  it('only the app in which people erase themselves may destroy a key', async () => {
    const refused = fas.transaction((tx) => keysOf(fas).erase(tx, somebody()));
    await expect(refused).rejects.toThrow('permission denied');
    for (const database of [fas, world.sma, world.worker])
      await expect(database.query('delete from audit.record_key')).rejects.toThrow('permission denied');
  });
});

describe('an export', () => {
  it('is bad when what it says of somebody was changed, left out, or put in the place of what was erased', async () => {
    const subject = somebody();
    await writerOf(fas).record(Seen, { reference: 'FORGED', subject, address: ADDRESS, data });
    await world.seal();
    const made = await world.exported('FORGED');
    const text = JSON.stringify(made);
    const of = (forged: string) => checkExport(JSON.parse(forged) as AuditExport, publicKeys).kind;
    expect(of(text)).toBe('good');
    expect(of(text.replace(subject, somebody()))).toBe('bad');
    expect(of(text.replace(NETWORK, '203.0.113.0/24'))).toBe('bad');
    expect(of(text.replace(/"key":"[\w-]{43}"/, `"key":"${randomBytes(32).toString('base64url')}"`))).toBe(
      'bad',
    );
    expect(of(text.replace(/"opened":\{.*?\}\}\}/, '"opened":{}'))).toBe('bad');
  });

  it('and the record itself tell of one changed byte in what is closed', async () => {
    const subject = somebody();
    await writerOf(fas).record(Seen, { reference: 'BYTE', subject, address: ADDRESS, data });
    await world.seal();
    const [id] = await world.idsOf('BYTE');
    await world.owner.query(
      `update audit.event set data = jsonb_set(data, '{_closed,subject}',
         to_jsonb(overlay(data->'_closed'->>'subject' placing
           (case when substr(data->'_closed'->>'subject', 40, 1) = 'A' then 'B' else 'A' end) from 40 for 1)))
        where id = $1`,
      [id],
    );
    expect(await world.flaws()).toMatchObject([{ kind: 'record-altered', record: id }]);
    await expect(world.exported('BYTE')).rejects.toThrow('was altered');
    const [shown] = await world.reader().byReference('BYTE');
    expect(shown?.subject).not.toBe(subject);
    expect(shown?.erased).toBeUndefined();
  });
});
