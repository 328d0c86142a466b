import type { Database } from '#libs/database';
import type { BlindIndex, FieldCipher, PasswordHasher, Throttle } from '#libs/security';
import { PasswordKey } from './password/password.prove.js';
import { PasswordService } from './password/password.service.js';
import { PasswordStore } from './password/password.store.js';
import type { ProvableKey } from './prove.js';
import { TokenKey } from './token/token.prove.js';
import { TokenService } from './token/token.service.js';
import { TokenStore } from './token/token.store.js';
import { TotpKey } from './totp/totp.prove.js';
import { TotpService } from './totp/totp.service.js';
import { TotpStore } from './totp/totp.store.js';

/** What the slices of the keys are made from. */
export interface DigitalKeyServices {
  /** Must commit durably: it remembers which codes were used. */
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly hasher: PasswordHasher;
  readonly throttle: Throttle;
}

/** Every digital key that FAS can ask for. A further key is a folder and a line here. */
export function provableKeys(services: DigitalKeyServices): ProvableKey[] {
  const { database, cipher, index, hasher, throttle } = services;
  const passwords = new PasswordService(new PasswordStore(database, cipher, index), hasher, throttle);
  return [
    new PasswordKey(passwords),
    new TotpKey(passwords, new TotpService(new TotpStore(database, cipher), throttle)),
    new TokenKey(passwords, new TokenService(new TokenStore(database, index), throttle)),
  ];
}
