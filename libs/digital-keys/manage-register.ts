import type { Database } from '#libs/database';
import { PeopleStore } from '#libs/people';
import type { BlindIndex, FieldCipher, PasswordHasher, Throttle } from '#libs/security';
import type { ManageableKey } from './life/manage.js';
import { ManagedPassword } from './password/password.manage.js';
import { PasswordService } from './password/password.service.js';
import { PasswordStore } from './password/password.store.js';
import { ManagedToken } from './token/token.manage.js';
import { TokenStore } from './token/token.store.js';
import { ManagedTotp } from './totp/totp.manage.js';
import { TotpStore } from './totp/totp.store.js';

/** What setting keys up is made from. */
export interface ManagementServices {
  /** Must commit durably. */
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly hasher: PasswordHasher;
  readonly throttle: Throttle;
}

/** Every digital key that SMA can set up. A further key is a folder and a line here. */
export function manageableKeys(services: ManagementServices): ManageableKey[] {
  const { database, cipher, index, hasher, throttle } = services;
  const people = new PeopleStore(database, cipher, index);
  const store = new PasswordStore(database, cipher, index);
  const passwords = new PasswordService(store, hasher, throttle);
  return [
    new ManagedPassword({ store, passwords, hasher, people }),
    new ManagedTotp(new TotpStore(database, cipher), store),
    new ManagedToken(new TokenStore(database, index)),
  ];
}
