import { Database } from '#libs/database';
import type { Clock, FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey, PasswordHasher, Throttle } from '#libs/security';
import { testDatabase } from '#libs/testing';
import { DigitalKeysStore } from '../digital-keys.store.js';
import { PasswordService } from '../password/password.service.js';
import { PasswordStore } from '../password/password.store.js';
import { TotpService } from '../totp/totp.service.js';
import { TotpStore } from '../totp/totp.store.js';

/** Cheap, so that a hundred guesses take no time; what they cost in earnest is the hasher's own spec. */
export const LIGHT_COST = { memoryCost: 256, timeCost: 1, parallelism: 1 };

const START = new Date('2026-03-02T08:15:10Z');

/** The services of the keys as one server runs them. */
function servicesOn(database: Database, clock: Clock) {
  const master = MasterKey.fromSecret(Buffer.alloc(32, 9));
  const cipher = new FieldCipher(master);
  const index = new BlindIndex(master);
  const hasher = new PasswordHasher({ masterKey: master, cost: LIGHT_COST });
  const throttle = new Throttle(database, index, clock);
  const passwordStore = new PasswordStore(database, cipher, index);
  const totpStore = new TotpStore(database, cipher);
  return {
    master,
    database,
    hasher,
    throttle,
    passwordStore,
    totpStore,
    passwords: new PasswordService(passwordStore, hasher, throttle, clock),
    totp: new TotpService(totpStore, throttle),
    keys: new DigitalKeysStore(database),
    people: new PeopleStore(database, cipher, index),
  };
}

/** A database of its own with the rights of FAS, a clock that stands still, and two servers on them. */
export async function keyWorld() {
  const owner = await testDatabase();
  const options = { url: owner.url, role: 'csam_fas', maxConnections: 8 };
  const [one, two] = await Promise.all([Database.open(options), Database.open(options)]);
  let now = START;
  const clock: Clock = { now: () => now };
  const here = servicesOn(one, clock);
  let guests = 0;

  return {
    ...here,
    clock,
    owner: owner.database,
    /** A second server on the same database. */
    elsewhere: servicesOn(two, clock),

    later(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds);
    },

    person: async (enrolment: Enrolment = 'eid'): Promise<FedId> =>
      (await here.people.create({ enrolment, language: 'nl' })).fedId,

    async password(username: string, password: string, fedId?: FedId) {
      const holder = fedId ?? (await this.person());
      const keyId = await here.keys.add({ fedId: holder, kind: 'password', enrolment: 'eid' });
      await here.passwordStore.add(keyId, username, await here.hasher.hash(password));
      return { fedId: holder, keyId };
    },

    async app(secret: string, fedId?: FedId) {
      const holder = fedId ?? (await this.person());
      const keyId = await here.keys.add({ fedId: holder, kind: 'totp', enrolment: 'eid' });
      await here.totpStore.add(keyId, secret);
      return { fedId: holder, keyId };
    },

    /** A network address that nobody guessed from before. */
    address(): string {
      guests += 1;
      return `198.51.${Math.floor(guests / 250)}.${guests % 250}`;
    },

    async close() {
      await Promise.all([one.close(), two.close()]);
      await owner.drop();
    },
  };
}

export type KeyWorld = Awaited<ReturnType<typeof keyWorld>>;
