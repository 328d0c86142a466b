import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { BlindIndex, FieldCipher } from '#libs/security';
import type { PasswordRecord } from '../password/password.store.js';
import { AGREEMENT } from './registration.js';

/** The names as the person gave them; nobody checked them. */
export interface DeclaredName {
  readonly given: string;
  readonly family: string;
}

const NAME = 'selfreg-name';

/** Two spellings of one mail address are one: providers do not tell case apart, and most people neither. */
export const mailIndex = (index: BlindIndex, mail: string): string =>
  index.of(mail.normalize('NFKC').trim().toLowerCase(), 'selfreg-mail');

/** Table of self-registered profiles. */
export class SelfregStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  within(tx: Queryable): SelfregStore {
    return new SelfregStore(tx, this.cipher, this.index);
  }

  /** By mail address, which is what these profiles have for a user name. */
  async findByUsername(mail: string): Promise<PasswordRecord | undefined> {
    const [row] = await this.database.prepared<{
      key_id: string;
      fed_id: string;
      password_hash: string;
      enrolment: Enrolment;
      usable: boolean;
    }>(
      'selfreg-by-mail',
      `select s.key_id, k.fed_id, s.password_hash, k.enrolment,
              k.state = 'active' and person.state = 'active' as usable
         from digital_keys.selfreg s
         join digital_keys.digital_key k on k.id = s.key_id
         join people.person person on person.fed_id = k.fed_id
        where s.mail_index = $1`,
      [mailIndex(this.index, mail)],
    );
    if (row === undefined) return undefined;
    const { key_id: keyId, fed_id: fedId, password_hash: passwordHash, enrolment, usable } = row;
    return { keyId, fedId: fedId as FedId, passwordHash, enrolment, usable };
  }

  async add(
    keyId: string,
    profile: { readonly mail: string; readonly name: DeclaredName; readonly passwordHash: string },
  ): Promise<void> {
    await this.database.query(
      `insert into digital_keys.selfreg (key_id, mail_index, name_encrypted, password_hash, agreement)
       values ($1, $2, $3, $4, $5)`,
      [
        keyId,
        mailIndex(this.index, profile.mail),
        this.cipher.encrypt(JSON.stringify(profile.name), NAME),
        profile.passwordHash,
        AGREEMENT,
      ],
    );
  }

  async setHash(keyId: string, passwordHash: string): Promise<void> {
    await this.database.query(
      'update digital_keys.selfreg set password_hash = $2, set_at = now() where key_id = $1',
      [keyId, passwordHash],
    );
  }
}
