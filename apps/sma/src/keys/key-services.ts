import type { AuditWriter } from '#libs/audit';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import {
  AccountNotices,
  DisownStore,
  KeyLife,
  KeyLifeStore,
  KeySetup,
  KeySetupStore,
  manageableKeys,
  type DigitalKeysStore,
  type SessionEnder,
} from '#libs/digital-keys';
import { defaultLoaPolicy } from '#libs/loa';
import { Outbox } from '#libs/messaging';
import type { PeopleStore } from '#libs/people';
import { PasswordHasher, Throttle, type BlindIndex, type FieldCipher, type MasterKey } from '#libs/security';

export interface KeyServicesParts {
  readonly config: Config;
  readonly database: Database;
  readonly masterKey: MasterKey;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly people: PeopleStore;
  readonly keys: DigitalKeysStore;
  readonly sessions: SessionEnder;
  readonly audit: AuditWriter;
}

/** What changes keys: their life, their setup, and who is told. */
export function keyServices(parts: KeyServicesParts) {
  const { config, database, masterKey, cipher, index, people, keys, sessions, audit } = parts;
  const throttle = new Throttle(database, index);
  const hasher = new PasswordHasher({ masterKey });
  const kinds = manageableKeys({ database, cipher, index, hasher, throttle });
  const disown = new DisownStore(database);
  const outbox = new Outbox({ cipher, index });
  const notices = new AccountNotices({ people, outbox, disown, baseUrl: config.baseUrl.sma });
  const life = new KeyLifeStore(database);
  const shared = { database, keys, life, kinds, notices, sessions, audit, policy: defaultLoaPolicy };
  return {
    disown,
    notices,
    outbox,
    life: new KeyLife({ ...shared, disown }),
    setup: new KeySetup({ ...shared, setups: new KeySetupStore(database, cipher) }),
  };
}

export type KeyServices = ReturnType<typeof keyServices>;
