import type { AuditWriter } from '#libs/audit';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import {
  KeyLifeStore,
  PasswordService,
  PasswordStore,
  RecoveriesStore,
  setupCodes,
  smsChannel,
  TokenService,
  TokenStore,
  TotpService,
  TotpStore,
  usableDestination,
  type SessionEnder,
} from '#libs/digital-keys';
import type { PeopleStore } from '#libs/people';
import type { BlindIndex, FieldCipher } from '#libs/security';
import type { ContactServices } from '../contact-data/contact-services.js';
import type { KeyServices } from '../keys/key-services.js';
import { RecoveryProofs } from './recovery-proofs.js';
import { RecoveryRequests } from './recovery-requests.js';
import { RecoveryService } from './recovery.service.js';

export interface RecoveryServicesParts {
  readonly config: Config;
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly people: PeopleStore;
  readonly audit: AuditWriter;
  readonly keyServices: KeyServices;
  readonly contacts: ContactServices['contacts'];
  readonly ender: SessionEnder;
}

/** What leads from a forgotten password to a new one. */
export function recoveryServices(parts: RecoveryServicesParts) {
  const { config, database, cipher, index, people, keyServices } = parts;
  const { throttle, codes, sender } = keyServices;
  const passwords = new PasswordStore(database, cipher, index);
  const shared = {
    ...keyServices,
    ...parts,
    lock: new KeyLifeStore(database),
    recoveries: new RecoveriesStore(database),
    passwords,
    guesses: new PasswordService(passwords, keyServices.hasher, throttle),
    baseUrl: config.baseUrl.sma,
  };
  const channel = smsChannel(codes.channels.sms);
  const destination = usableDestination(people, channel.contact);
  return {
    requests: new RecoveryRequests(shared),
    recovery: new RecoveryService(shared),
    proofs: new RecoveryProofs({
      totp: new TotpService(new TotpStore(database, cipher), throttle),
      token: new TokenService(new TokenStore(database, index), throttle),
      sms: setupCodes({ database, index, throttle, channel, destination }),
      sender,
    }),
  };
}

export type RecoveryServices = ReturnType<typeof recoveryServices>;
