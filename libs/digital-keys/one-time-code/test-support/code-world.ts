import { AuditWriter } from '#libs/audit';
import { Database } from '#libs/database';
import type { Clock, EnterpriseNumber, FedId } from '#libs/kernel';
import type {
  Availability,
  CodeMailContent,
  DirectContent,
  DirectMessage,
  PostOutcome,
  SmsContent,
} from '#libs/messaging';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey, PasswordHasher, Throttle } from '#libs/security';
import { testDatabase, specRecordKeys } from '#libs/testing';
import { renderPage } from '#libs/ui';
import { DigitalKeysStore } from '../../digital-keys.store.js';
import { emailKey } from '../../email/email.prove.js';
import { PasswordService } from '../../password/password.service.js';
import { PasswordStore } from '../../password/password.store.js';
import { exampleAddresses } from '../../prove.examples.js';
import type { FirstFactor, NextPage, ProvableKey, ProveOutcome, ProveSituation } from '../../prove.js';
import { smsKey } from '../../sms/sms.prove.js';

const START = new Date('2026-03-02T08:15:10Z');
export const PASSWORD = 'meadow-lantern-kettle-17';
const text = (words: string) => ({ nl: words, fr: words, de: words, en: words });
export const APPLICATION = {
  id: '3f8e1d52-0000-4000-8000-000000000001',
  agency: '0671516647' as EnterpriseNumber,
  name: text('Mijn Proefdossier'),
};

/** The end of the road to the worker: keeps what is handed over, and says what the test wants it to say. */
export class Post<C extends DirectContent> {
  readonly posted: DirectMessage<C>[] = [];
  state: Availability = 'open';
  outcome: PostOutcome = { kind: 'accepted' };

  async availability(): Promise<Availability> {
    return this.state;
  }

  async post(message: DirectMessage<C>): Promise<PostOutcome> {
    this.posted.push(message);
    return this.outcome;
  }
}

/** Two servers with the keys by text message and mail, a clock that stands still and people of every sort. */
export async function codeWorld() {
  const owner = await testDatabase();
  const options = { url: owner.url, role: 'csam_fas', maxConnections: 8 };
  const [one, two] = await Promise.all([Database.open(options), Database.open(options)]);
  const master = MasterKey.fromSecret(Buffer.alloc(32, 9));
  const cipher = new FieldCipher(master);
  const index = new BlindIndex(master);
  const hasher = new PasswordHasher({
    masterKey: master,
    cost: { memoryCost: 256, timeCost: 1, parallelism: 1 },
  });
  let now = START;
  let guests = 0;
  const clock: Clock = { now: () => now };
  const [sms, mail] = [new Post<SmsContent>(), new Post<CodeMailContent>()];

  const serverOn = (database: Database) => {
    const throttle = new Throttle(database, index, clock);
    const people = new PeopleStore(database, cipher, index);
    const passwordStore = new PasswordStore(database, cipher, index);
    const passwords = new PasswordService(passwordStore, hasher, throttle, clock);
    const audit = new AuditWriter({ database, keys: specRecordKeys(database) });
    const services = { database, people, index, throttle, audit, passwords };
    const host = 'fas.example';
    return {
      people,
      passwordStore,
      keys: new DigitalKeysStore(database),
      sms: smsKey(services, { post: sms, host, otherPrefixes: ['+316'], hourlyPerPrefix: 40 }),
      email: emailKey(services, { post: mail, host }),
    };
  };
  const here = serverOn(one);

  return {
    sms: here.sms,
    email: here.email,
    keys: here.keys,
    people: here.people,
    /** A second server on the same database. */
    elsewhere: serverOn(two),
    posts: { sms, mail },
    owner: owner.database,

    later(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds);
    },

    /** Somebody with a password, and what else is asked for. */
    async person(has: { phone?: string; mail?: string; keys?: readonly ('sms' | 'email')[] } = {}) {
      guests += 1;
      const { fedId } = await here.people.create({ enrolment: 'eid', language: 'fr' });
      const keyId = await here.keys.add({ fedId, kind: 'password', enrolment: 'eid' });
      const username = `guest-${guests}`;
      await here.passwordStore.add(keyId, username, await hasher.hash(PASSWORD));
      for (const kind of has.keys ?? []) await here.keys.add({ fedId, kind, enrolment: 'eid' });
      const contact = { primary: true, verified: true };
      if (has.phone) await here.people.addContact(fedId, { kind: 'phone', value: has.phone, ...contact });
      if (has.mail) await here.people.addContact(fedId, { kind: 'mail', value: has.mail, ...contact });
      return { fedId, username, firstFactor: { fedId, keyId } };
    },

    withPhone(phone = `+3247${String(1_000_000 + guests)}`) {
      return this.person({ phone, keys: ['sms'] });
    },

    /** A network address that nobody came from before. */
    address(): string {
      guests += 1;
      return `198.51.${Math.floor(guests / 250)}.${guests % 250}`;
    },

    situation(journeyId: string, more: Partial<ProveSituation> = {}): ProveSituation {
      return {
        journeyId,
        address: '203.0.113.7',
        now: clock.now(),
        alreadySignedIn: false,
        form: {},
        language: 'en',
        application: APPLICATION,
        ...more,
      };
    },

    /** The code that went out last. */
    lastCode(): string {
      const message = [...sms.posted.map(({ content }) => content.text), ''].at(-2) ?? '';
      return /^\d{6}/.exec(message)?.[0] ?? '';
    },

    pageOf(outcome: ProveOutcome | NextPage): string {
      if (!('page' in outcome) || outcome.page === undefined) throw new Error(`${outcome.kind} has no page`);
      return renderPage(outcome.page(exampleAddresses('en', 'sms')));
    },

    async shown(key: ProvableKey, journeyId: string, firstFactor?: FirstFactor): Promise<string> {
      const situation = this.situation(journeyId, firstFactor ? { firstFactor } : {});
      return renderPage(await key.page(exampleAddresses('en', key.kind), situation));
    },

    async close() {
      await Promise.all([one.close(), two.close()]);
      await owner.drop();
    },
  };
}

export type CodeWorld = Awaited<ReturnType<typeof codeWorld>>;
export type Guest = { readonly fedId: FedId; readonly username: string; readonly firstFactor: FirstFactor };
