import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { AvailabilityRecorder, availabilityOf, AvailabilityStore, ceilingOf } from './index.js';

let db: TestDatabase;
let store: AvailabilityStore;
beforeAll(async () => {
  db = await testDatabase({ role: 'csam_aps' });
  store = new AvailabilityStore(db.database);
});
afterAll(() => db.drop());

const at = (minute: string) => new Date(`2026-06-15T${minute}:30Z`);

describe('the availability of a party', () => {
  it('is the share of calls that were answered, and unknown without calls', () => {
    expect(availabilityOf({ answered: 999, failed: 1 })).toBe(0.999);
    expect(availabilityOf({ answered: 0, failed: 3 })).toBe(0);
    expect(availabilityOf({ answered: 0, failed: 0 })).toBeUndefined();
  });

  it('bounds the whole: the ceiling is that of the weakest that was asked', () => {
    const parties = [
      { party: 'kbo', answered: 97, failed: 3 },
      { party: 'national-register', answered: 999, failed: 1 },
      { party: 'bis', answered: 0, failed: 0 },
    ];
    expect(ceilingOf(parties)).toEqual({ party: 'kbo', availability: 0.97 });
    expect(ceilingOf([])).toBeUndefined();
  });

  it('is counted per minute, by several processes together', async () => {
    await store.add('register', at('10:00'), { answered: 5, failed: 1 });
    await store.add('register', at('10:00'), { answered: 2, failed: 0 });
    await store.add('register', at('10:01'), { answered: 1, failed: 1 });
    expect(await store.between(at('10:00'), at('10:01'))).toEqual([
      { party: 'register', answered: 1, failed: 1 },
    ]);
    expect(await store.between(new Date('2026-06-15T10:00Z'), at('10:01'))).toEqual([
      { party: 'register', answered: 8, failed: 2 },
    ]);
    expect(await store.minutesOf('register', new Date('2026-06-15T10:00Z'), at('10:05'))).toMatchObject([
      { answered: 7, failed: 1 },
      { answered: 1, failed: 1 },
    ]);
  });
});

describe('the recorder', () => {
  it('writes what it gathered, and keeps what could not be written', async () => {
    const problems: unknown[] = [];
    let works = false;
    const recorder = new AvailabilityRecorder({
      store: {
        add: async (...call) => (works ? store.add(...call) : Promise.reject(new Error('database away'))),
      },
      clock: { now: () => at('11:00') },
      failed: (error) => void problems.push(error),
      every: 1_000_000,
    });
    recorder.note('bis', true);
    recorder.note('bis', false);
    await recorder.flush();
    expect(problems).toHaveLength(1);
    works = true;
    recorder.note('bis', true);
    await recorder.close();
    expect(await store.between(new Date('2026-06-15T11:00Z'), at('11:01'))).toEqual([
      { party: 'bis', answered: 2, failed: 1 },
    ]);
  });
});
