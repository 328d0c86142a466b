import { Database } from '#libs/database';
import { DigitalKeysStore } from '#libs/digital-keys';
import type { FedId } from '#libs/kernel';
import type { KeyKind, Level } from '#libs/loa';
import { randomToken } from '#libs/security';
import { testDatabase } from '#libs/testing';
import { SignInSessionStore } from '../sign-in-session.store.js';
import type { Participant, ProvenKey } from '../sign-in-session.js';

const LIMITS = { idleMinutes: 30, absoluteHours: 8 };
const STRENGTH: Partial<Record<KeyKind, Level>> = { password: 200, totp: 400 };

/** Sessions on a database of its own, as two servers see them. */
export async function sessionWorld() {
  const owner = await testDatabase();
  const { database } = owner;
  const asFas = await Database.open({ url: owner.url, role: 'csam_fas', maxConnections: 5, durable: false });
  const sessions = new SignInSessionStore(asFas, LIMITS);
  const keys = new DigitalKeysStore(database);

  async function person(): Promise<FedId> {
    const fedId = Buffer.from(randomToken(20), 'base64url').toString('hex') as FedId;
    await database.query(`insert into people.person (fed_id, enrolment, language) values ($1, 'eid', 'nl')`, [
      fedId,
    ]);
    return fedId;
  }

  /** A proof by the person's key of this kind, which is made when there is none. */
  async function proof(fedId: FedId, key: KeyKind, at = new Date()): Promise<ProvenKey> {
    const known = (await keys.ofPerson(fedId)).find(({ kind, state }) => kind === key && state === 'active');
    const keyId = known?.id ?? (await keys.add({ fedId, kind: key, enrolment: 'eid' }));
    return { key, level: STRENGTH[key] ?? 100, at: at.toISOString(), keyId };
  }

  return {
    database,
    sessions,
    elsewhere: new SignInSessionStore(database, LIMITS),
    keys,
    person,
    proof,

    /** Somebody who just proved a password. */
    async signedIn() {
      const fedId = await person();
      const event = await proof(fedId, 'password');
      return { fedId, event, ...(await sessions.begin(fedId, event)) };
    },

    age: (uid: string, column: 'last_used_at' | 'expires_at', interval: string) =>
      database.query(`update fas.sign_in_session set ${column} = now() - $2::interval where uid = $1`, [
        uid,
        interval,
      ]),

    async close() {
      await asFas.close();
      await owner.drop();
    },
  };
}

export type SessionWorld = Awaited<ReturnType<typeof sessionWorld>>;

export const participant = (applicationId: string, change: Partial<Participant> = {}): Participant => ({
  applicationId,
  protocol: 'saml',
  index: randomToken(8),
  nameId: randomToken(8),
  at: new Date().toISOString(),
  ...change,
});
