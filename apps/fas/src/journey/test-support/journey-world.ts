import { randomBytes } from 'node:crypto';
import { ApplicationsStore, type Application } from '#libs/agencies';
import { ApsClient } from '#libs/attributes';
import { AuditWriter } from '#libs/audit';
import { Database } from '#libs/database';
import { DigitalKeysStore } from '#libs/digital-keys';
import type { Clock, FedId } from '#libs/kernel';
import { defaultLoaPolicy, resolveRequirement, type KeyKind, type Level } from '#libs/loa';
import { Outbox } from '#libs/messaging';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey, randomToken } from '#libs/security';
import { testDatabase, specAuditReader, specRecordKeys } from '#libs/testing';
import { AttributeRelease } from '../../attributes/attribute-release.js';
import { apsStandIn } from '../../attributes/test-support/aps-stand-in.js';
import { Registered } from '../../relying-parties/test-support/registered.js';
import { SignInSessionStore } from '../../sign-in-session/sign-in-session.store.js';
import type { SignInSession } from '../../sign-in-session/sign-in-session.js';
import { KeyStatus } from '../../status/key-status.js';
import type { AuthenticationRequest } from '../authentication-request.js';
import { CompanyStore } from '../choose-company/company.store.js';
import { ReleaseDecisionsStore } from '../confirm-release/release-decisions.store.js';
import { Evaluator } from '../evaluation.js';
import { JourneyRecord } from '../journey-record.js';
import { JourneyService } from '../journey.service.js';
import { JourneyStore } from '../journey.store.js';
import type { Journey } from '../journey.js';
import { ProofService } from '../prove-key/proof.service.js';
import { SignInNotice } from '../sign-in-notice.js';

const PROVABLE: readonly KeyKind[] = ['eid', 'totp', 'password'];
const LEVELS: Partial<Record<KeyKind, Level>> = { eid: 500, totp: 400, password: 200 };

/** The road of a login on a database of its own, with the rights of FAS and a stand-in for APS. */
export async function journeyWorld() {
  const [owner, aps] = await Promise.all([testDatabase(), apsStandIn()]);
  const options = { url: owner.url, role: 'csam_fas', maxConnections: 6 };
  const [database, state] = await Promise.all([
    Database.open(options),
    Database.open({ ...options, durable: false }),
  ]);
  const master = MasterKey.fromSecret(randomBytes(32));
  const [cipher, index] = [new FieldCipher(master), new BlindIndex(master)];
  let offset = 0;
  const clock: Clock = { now: () => new Date(Date.now() + offset) };

  const registered = new Registered(owner.database);
  await registered.prepare();
  const applications = new ApplicationsStore(database);
  const people = new PeopleStore(database, cipher, index);
  const keys = new DigitalKeysStore(database);
  const journeys = new JourneyStore(state, cipher);
  const sessions = new SignInSessionStore(state, { idleMinutes: 30, absoluteHours: 8 });
  const decisions = new ReleaseDecisionsStore(state);
  const audit = new AuditWriter({ database, keys: specRecordKeys(database), clock });
  const client = new ApsClient({
    baseUrl: aps.url,
    token: async ({ subject }) => subject,
    breaker: { failures: 1_000, window: 1_000 },
  });
  const companies = new CompanyStore(state, cipher);
  const evaluator = new Evaluator(
    defaultLoaPolicy,
    new AttributeRelease(client),
    decisions,
    new KeyStatus(clock).provide(PROVABLE),
  );
  const service = new JourneyService({
    journeys,
    evaluator,
    decisions,
    companies,
    audit,
    record: new JourneyRecord(audit),
    clock,
    journeyMinutes: 30,
  });
  const proofs = new ProofService({
    journeys,
    sessions,
    keys,
    audit,
    notice: new SignInNotice(database, people, new Outbox({ cipher, index }), 'https://sma.example/'),
    policy: defaultLoaPolicy,
    clock,
  });

  return {
    owner: owner.database,
    database,
    writer: audit,
    aps,
    registered,
    applications,
    people,
    keys,
    journeys,
    sessions,
    decisions,
    companies,
    client,
    service,
    proofs,
    clock,
    audit: specAuditReader(owner.database),

    later(milliseconds: number) {
      offset += milliseconds;
    },

    /** Somebody with a key of each of these kinds. */
    async person(...kinds: KeyKind[]): Promise<Person> {
      const { fedId } = await people.create({ enrolment: 'eid', language: 'nl' });
      const ids = await Promise.all(kinds.map((kind) => keys.add({ fedId, kind, enrolment: 'eid' })));
      return { fedId, keyIds: Object.fromEntries(kinds.map((kind, at) => [kind, ids[at] ?? ''])) };
    },

    /** The person signed in with this key so many milliseconds ago. */
    async session({ fedId, keyIds }: Person, key: KeyKind, ago = 0): Promise<SignInSession> {
      const at = new Date(clock.now().getTime() - ago).toISOString();
      const event = { key, level: LEVELS[key] ?? 100, at, keyId: keyIds[key] ?? '' };
      const { uid } = await sessions.begin(fedId, event);
      return this.reread(uid);
    },

    async reread(uid: string): Promise<SignInSession> {
      const session = await sessions.findByUid(uid);
      if (session?.fedId === undefined) throw new Error('the session is gone');
      return { ...session, fedId: session.fedId };
    },

    request(application: Application, change: Partial<AuthenticationRequest> & { level?: Level } = {}) {
      const { level, ...rest } = change;
      const resolved = resolveRequirement({
        classReferences: level === undefined ? [] : [`urn:be:fedict:iam:fas:Level${level}`],
        comparison: 'minimum',
        applicationMinimum: application.minimumLevel,
        applicationContexts: application.contexts,
      });
      if (resolved.kind !== 'resolved') throw new Error(resolved.kind);
      const { requirement } = resolved;
      return {
        protocol: 'oidc',
        applicationId: application.id,
        requirement,
        force: false,
        passive: false,
        attributes: [],
        ...rest,
      } as AuthenticationRequest;
    },

    /** Opens a journey in a browser of its own. */
    async open(application: Application, request: AuthenticationRequest): Promise<Journey> {
      const id = randomToken(16);
      await service.open(id, request, application, { protocolState: {}, visitor: visitor() });
      return this.journey(id);
    },

    async journey(id: string): Promise<Journey> {
      const journey = await journeys.read(id);
      if (journey === undefined) throw new Error('the journey is gone');
      return journey;
    },

    async close() {
      await Promise.all([database.close(), state.close(), aps.close()]);
      await owner.drop();
    },
  };
}

export type JourneyWorld = Awaited<ReturnType<typeof journeyWorld>>;

export interface Person {
  readonly fedId: FedId;
  /** By kind. */
  readonly keyIds: Readonly<Record<string, string>>;
}

/** A browser of its own, with a reference to find its records by. */
export const visitor = () => ({
  reference: randomToken(6),
  address: '192.0.2.17',
  language: 'nl' as const,
  browser: randomToken(24),
  device: randomToken(24),
});
