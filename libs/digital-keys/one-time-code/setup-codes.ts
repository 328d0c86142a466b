import type { Database } from '#libs/database';
import type { FedId, Language } from '#libs/kernel';
import type { BlindIndex, Throttle } from '#libs/security';
import type { CodeChannel } from './code-channel.js';
import type { Reachable } from './code-holders.js';
import { OneTimeCodeService } from './one-time-code.service.js';
import { OneTimeCodeStore } from './one-time-code.store.js';

/** Where a code goes before there is a key for it. */
export type Destination = (fedId: FedId) => Promise<{ destination: string; language: Language } | undefined>;

export interface SetupCodesParts {
  readonly database: Database;
  readonly index: BlindIndex;
  readonly throttle: Throttle;
  readonly channel: CodeChannel;
  readonly destination: Destination;
}

/** Codes that prove a number or mailbox, under the same rules as those with which people sign in. */
export function setupCodes({ database, index, throttle, channel, destination }: SetupCodesParts) {
  const nobody = { keyId: '', enrolment: 'self' } as const;
  const holders = {
    holder: () => Promise.resolve(nobody),
    async reach(fedId: FedId): Promise<Reachable | undefined> {
      const found = await destination(fedId);
      return found && { ...nobody, ...found };
    },
    shadeOf: () => 0,
  };
  return new OneTimeCodeService({ channel, store: new OneTimeCodeStore(database, index), holders, throttle });
}
