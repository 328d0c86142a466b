import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import type { PeopleStore } from '#libs/people';
import type { BlindIndex, Throttle } from '#libs/security';
import type { PasswordService } from '../password/password.service.js';
import type { CodeChannel } from './code-channel.js';
import { CodeHolders } from './code-holders.js';
import type { WordsOf } from './code-words.js';
import { OneTimeCodeKey } from './one-time-code.prove.js';
import { OneTimeCodeService } from './one-time-code.service.js';
import { OneTimeCodeStore } from './one-time-code.store.js';

export interface CodeKeyServices {
  /** Must commit durably: it remembers which codes were used. */
  readonly database: Database;
  readonly people: PeopleStore;
  readonly index: BlindIndex;
  readonly throttle: Throttle;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly passwords: PasswordService;
}

/** The key of a way by which codes are sent. */
export function codeKey(services: CodeKeyServices, channel: CodeChannel, words: WordsOf): OneTimeCodeKey {
  const { database, people, index, throttle, audit, passwords } = services;
  const store = new OneTimeCodeStore(database, index);
  const holders = new CodeHolders(database, people, index);
  const codes = new OneTimeCodeService({ channel, store, holders, throttle });
  return new OneTimeCodeKey({ kind: channel.name, words, passwords, codes, audit });
}
