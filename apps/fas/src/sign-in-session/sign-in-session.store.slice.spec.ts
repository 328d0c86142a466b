import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { DigitalKeysStore } from '#libs/digital-keys';
import type { FedId } from '#libs/kernel';
import type { KeyKind, Level } from '#libs/loa';
import { randomToken } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { SignInSessionStore } from './sign-in-session.store.js';
import type { Participant, ProvenKey } from './sign-in-session.js';

const LIMITS = { idleMinutes: 30, absoluteHours: 8 };

let db: TestDatabase;
let asFas: Database;
let sessions: SignInSessionStore;
/** The same, on another server. */
let elsewhere: SignInSessionStore;
let keys: DigitalKeysStore;

beforeAll(async () => {
  db = await testDatabase();
  const options = { url: db.url, role: 'csam_fas', maxConnections: 5, durable: false };
  asFas = await Database.open(options);
  sessions = new SignInSessionStore(asFas, LIMITS);
  elsewhere = new SignInSessionStore(db.database, LIMITS);
  keys = new DigitalKeysStore(db.database);
});
afterAll(async () => {
  await asFas.close();
  await db.drop();
});

async function person(): Promise<FedId> {
  const fedId = Buffer.from(randomToken(20), 'base64url').toString('hex') as FedId;
  await db.database.query(
    `insert into people.person (fed_id, enrolment, language) values ($1, 'eid', 'nl')`,
    [fedId],
  );
  return fedId;
}

const STRENGTH: Partial<Record<KeyKind, Level>> = { password: 200, totp: 400 };

async function proof(fedId: FedId, key: KeyKind, at = new Date()): Promise<ProvenKey> {
  const known = (await keys.ofPerson(fedId)).find(({ kind, state }) => kind === key && state === 'active');
  const keyId = known?.id ?? (await keys.add({ fedId, kind: key, enrolment: 'eid' }));
  return { key, level: STRENGTH[key] ?? 100, at: at.toISOString(), keyId };
}

async function signedIn() {
  const fedId = await person();
  const event = await proof(fedId, 'password');
  return { fedId, event, ...(await sessions.begin(fedId, event)) };
}

const age = (uid: string, column: string, interval: string) =>
  db.database.query(`update fas.sign_in_session set ${column} = now() - $2::interval where uid = $1`, [
    uid,
    interval,
  ]);

describe('a session', () => {
  it('begins with its first proof and is found by its cookie, on every server', async () => {
    const { fedId, event, uid, cookie } = await signedIn();
    for (const store of [sessions, elsewhere])
      expect(await store.findByCookie(cookie)).toMatchObject({
        uid,
        fedId,
        events: [event],
        participants: [],
      });
    expect(await sessions.findByCookie(randomToken())).toBeUndefined();
  });

  it('keeps no cookie in clear', async () => {
    const { cookie } = await signedIn();
    const rows = await db.database.query<{ row: string }>('select s::text as row from fas.sign_in_session s');
    expect(rows.map(({ row }) => row).join()).not.toContain(cookie);
  });

  it('7.2.4 takes a new cookie at every proof, and the old one is dead', async () => {
    const { fedId, event, uid, cookie } = await signedIn();
    const cookies = [cookie];
    const events = [event];
    for (const key of ['totp', 'password', 'totp'] as const) {
      const further = await proof(fedId, key, new Date(Date.now() + events.length));
      const next = await sessions.addProof(uid, further);
      expect(next?.uid).toBe(uid);
      cookies.push(next?.cookie ?? '');
      events.push(further);
    }
    expect(new Set(cookies).size).toBe(4);
    for (const dead of cookies.slice(0, -1)) expect(await sessions.findByCookie(dead)).toBeUndefined();
    expect((await sessions.findByCookie(cookies.at(-1) ?? ''))?.events).toEqual(events.toReversed());
  });

  it('keeps the ten newest proofs', async () => {
    const { fedId, uid } = await signedIn();
    for (let minute = 1; minute <= 12; minute += 1)
      await sessions.addProof(uid, await proof(fedId, 'totp', new Date(Date.now() + minute * 60_000)));
    const events = (await sessions.findByUid(uid))?.events ?? [];
    expect(events).toHaveLength(10);
    expect(events.every(({ key }) => key === 'totp')).toBe(true);
  });

  it('keeps both of two proofs that are added at the same moment', async () => {
    const { fedId, uid } = await signedIn();
    const [one, two] = [await proof(fedId, 'totp'), await proof(fedId, 'email')];
    await Promise.all([sessions.addProof(uid, one), elsewhere.addProof(uid, two)]);
    const kinds = (await sessions.findByUid(uid))?.events.map(({ key }) => key);
    expect(kinds?.toSorted()).toEqual(['email', 'password', 'totp']);
  });
});

describe('a session ends', () => {
  it('when it lay idle, and lives while it serves', async () => {
    const { uid, cookie } = await signedIn();
    await age(uid, 'last_used_at', '29 minutes 50 seconds');
    expect(await sessions.findByCookie(cookie)).toBeDefined();
    await age(uid, 'last_used_at', '30 minutes 1 second');
    expect(await sessions.findByCookie(cookie)).toBeUndefined();
    expect(await sessions.findByUid(uid)).toBeUndefined();
  });

  it('after its longest time, however much it serves', async () => {
    const { fedId, uid } = await signedIn();
    const [row] = await db.database.query<{ hours: string }>(
      'select extract(epoch from expires_at - created_at) / 3600 as hours from fas.sign_in_session where uid = $1',
      [uid],
    );
    expect(Number(row?.hours)).toBe(8);
    await age(uid, 'expires_at', '1 second');
    const added = await sessions.addProof(uid, await proof(fedId, 'totp'));
    expect(await sessions.findByCookie(added?.cookie ?? '')).toBeUndefined();
  });

  it('at once when the person is blocked', async () => {
    const { fedId, uid, cookie } = await signedIn();
    await db.database.query(`update people.person set state = 'blocked' where fed_id = $1`, [fedId]);
    for (const store of [sessions, elsewhere]) {
      expect(await store.findByCookie(cookie)).toBeUndefined();
      expect(await store.findByUid(uid)).toBeUndefined();
    }
  });

  it.each(['end', 'endByCookie'] as const)('by %s, and stays ended whatever comes later', async (end) => {
    const { fedId, uid, cookie } = await signedIn();
    await sessions[end](end === 'end' ? uid : cookie);
    expect(await sessions.findByCookie(cookie)).toBeUndefined();
    await sessions.addParticipant(uid, participant('11111111-1111-4111-8111-111111111111'));
    expect(await sessions.addProof(uid, await proof(fedId, 'totp'))).toBeUndefined();
    await sessions.saveOidc({ uid, cookie, ttlSeconds: 3_600 }, {});
    expect(await sessions.findByCookie(cookie)).toBeUndefined();
    expect(await sessions.findByUid(uid)).toBeUndefined();
  });
});

describe('LE-3 a key that is', () => {
  it.each(['suspended', 'revoked'] as const)(
    '%s takes its proof along at once, on every server',
    async (state) => {
      const { fedId, event, uid } = await signedIn();
      const strong = await proof(fedId, 'totp');
      const { cookie = '' } = (await sessions.addProof(uid, strong)) ?? {};
      expect((await sessions.findByCookie(cookie))?.events).toHaveLength(2);
      await keys.setState(strong.keyId, state);
      for (const store of [sessions, elsewhere])
        expect((await store.findByCookie(cookie))?.events).toEqual([event]);
      await keys.setState(event.keyId, state);
      expect(await sessions.findByCookie(cookie)).toMatchObject({ fedId, events: [] });
    },
  );

  it('somebody else’s proves nothing here', async () => {
    const { fedId } = await signedIn();
    const { cookie } = await sessions.begin(fedId, await proof(await person(), 'totp'));
    expect((await sessions.findByCookie(cookie))?.events).toEqual([]);
  });
});

const participant = (applicationId: string, change: Partial<Participant> = {}): Participant => ({
  applicationId,
  protocol: 'saml',
  index: randomToken(8),
  nameId: randomToken(8),
  at: new Date().toISOString(),
  ...change,
});

describe('those who were told', () => {
  const [permits, library] = [
    '11111111-1111-4111-8111-111111111111',
    '22222222-2222-4222-8222-222222222222',
  ] as const;

  it('are kept once per application and protocol, the newest', async () => {
    const { uid } = await signedIn();
    const [first, second, oidc, other] = [
      participant(permits),
      participant(permits),
      participant(permits, { protocol: 'oidc' }),
      participant(library),
    ];
    for (const one of [first, oidc, other, second]) await sessions.addParticipant(uid, one);
    expect((await sessions.findByUid(uid))?.participants).toEqual([oidc, other, second]);
  });

  it('are all kept when many are told at the same moment', async () => {
    const { uid } = await signedIn();
    const many = Array.from({ length: 20 }, (_, n) =>
      participant(`33333333-3333-4333-8333-3333333333${String(n).padStart(2, '0')}`),
    );
    await Promise.all(many.map((one, n) => (n % 2 === 0 ? sessions : elsewhere).addParticipant(uid, one)));
    expect((await sessions.findByUid(uid))?.participants).toHaveLength(20);
  });
});
