import { column, grant, migration, schema, table, type AppRole } from '#libs/database';

const USERS: AppRole[] = ['csam_fas', 'csam_sma', 'csam_admin'];

/** Those where a person proves or sets a key. The administration sees that a key is there, never what proves it. */
const PROVERS: AppRole[] = ['csam_fas', 'csam_sma'];

export const digitalKeysMigrations = [
  migration('DigitalKeys', 300, {
    up: [
      ...schema('digital_keys', ...USERS, 'csam_worker'),
      ...table('digital_keys.digital_key', 'A digital key of a person, whatever its kind', {
        id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier of the key'),
        fed_id: column('text not null references people.person', 'internal', 'Whose key it is'),
        kind: column('text not null', 'internal', 'password, totp, …'),
        state: column("text not null default 'active'", 'internal', 'active, suspended or revoked'),
        enrolment: column('text not null', 'internal', 'How the identity was proven; it caps the level'),
        label: column('text', 'personal', 'Name that the person gave it'),
        created_at: column('timestamptz not null default now()', 'internal', 'When it was activated'),
        last_used_at: column('timestamptz', 'personal', 'When it last proved who the person is'),
        changed_at: column('timestamptz not null default now()', 'internal', 'When its state last changed'),
      }),
      'create index digital_key_fed_id on digital_keys.digital_key (fed_id)',
      `create unique index digital_key_one_password on digital_keys.digital_key (fed_id)
        where kind = 'password' and state <> 'revoked'`,
      grant(USERS, 'select, insert, update', 'digital_keys.digital_key'),
      grant('csam_worker', 'select', 'digital_keys.digital_key'),
      ...table('digital_keys.password', 'Username and password', {
        key_id: column('uuid primary key references digital_keys.digital_key', 'internal', 'The key'),
        username_encrypted: column('text not null', 'personal', 'The username as it was chosen, encrypted'),
        username_index: column('text not null unique', 'internal', 'Keyed hash of the username, for look-up'),
        password_hash: column('text not null', 'secret', 'argon2id hash with its cost and key id'),
        set_at: column('timestamptz not null default now()', 'internal', 'When this password was chosen'),
      }),
      grant(PROVERS, 'select, insert, update', 'digital_keys.password'),
      grant(
        'csam_admin',
        'select (key_id, username_encrypted, username_index, set_at)',
        'digital_keys.password',
      ),
      ...table('digital_keys.totp', 'An authenticator app', {
        key_id: column('uuid primary key references digital_keys.digital_key', 'internal', 'The key'),
        secret_encrypted: column('text not null', 'secret', 'The shared secret, encrypted'),
        last_time_step: column(
          'bigint not null default 0',
          'internal',
          'Step of the last code taken (no reuse)',
        ),
      }),
      grant(PROVERS, 'select, insert, update', 'digital_keys.totp'),
    ],
    down: ['drop schema digital_keys cascade'],
  }),
];
