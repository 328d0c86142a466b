import { column, grant, migration, table } from '#libs/database';

export const selfregMigrations = [
  migration('SelfRegistered', 361, {
    up: [
      ...table('digital_keys.selfreg', 'A profile that a person made, known by its mail address', {
        key_id: column('uuid primary key references digital_keys.digital_key', 'internal', 'The key'),
        mail_index: column('text not null unique', 'internal', 'Keyed hash of the mail address, for look-up'),
        name_encrypted: column('text not null', 'personal', 'The names as the person gave them, encrypted'),
        password_hash: column('text not null', 'secret', 'argon2id hash with its cost and key id'),
        agreement: column('text not null', 'internal', 'Version of the user agreement that was accepted'),
        agreed_at: column('timestamptz not null default now()', 'internal', 'When it was accepted'),
        set_at: column('timestamptz not null default now()', 'internal', 'When this password was chosen'),
      }),
      grant(['csam_fas', 'csam_sma'], 'select, insert, update', 'digital_keys.selfreg'),
      ...table('digital_keys.registration', 'A registration under way: proves who receives the mail', {
        id: column('text primary key', 'internal', 'Random identifier, part of the address of its pages'),
        browser: column('text not null', 'internal', 'Hash of the cookie of the browser that began it'),
        journey: column('text', 'internal', 'The login from which the person came'),
        mail_encrypted: column('text not null', 'personal', 'The mail address, encrypted'),
        link_hash: column('text not null', 'secret', 'Hash of what the link in the newest mail carries'),
        code_hash: column('text not null', 'secret', 'Keyed hash of the code in the newest mail'),
        sends: column('smallint not null default 1', 'internal', 'Mails that were asked'),
        failures: column('smallint not null default 0', 'internal', 'Wrong guesses at the code'),
        sent_at: column('timestamptz not null', 'internal', 'When the newest mail was asked'),
        expires_at: column('timestamptz not null', 'internal', 'When it is given up'),
        verified_at: column(
          'timestamptz',
          'internal',
          'When the mail address was proven; link and code serve once',
        ),
        completed_at: column('timestamptz', 'internal', 'When the profile was made'),
      }),
      'create index registration_expires_at on digital_keys.registration (expires_at)',
      grant('csam_fas', 'select, insert, update', 'digital_keys.registration'),
      grant('csam_worker', 'select, delete', 'digital_keys.registration'),
    ],
    down: ['drop table digital_keys.registration', 'drop table digital_keys.selfreg'],
  }),
];
