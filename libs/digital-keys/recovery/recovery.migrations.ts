import { column, grant, migration, table } from '#libs/database';

export const recoveryMigrations = [
  migration('Recovery', 521, {
    up: [
      ...table('digital_keys.recovery', 'Forgotten passwords on their way to a new one', {
        id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier'),
        fed_id: column('text not null references people.person', 'internal', 'Whose password'),
        link: column('text not null unique', 'secret', 'Hash of the token in the mail'),
        ripe_at: column('timestamptz', 'internal', 'From when a new password may be chosen; none: not begun'),
        pass: column('text unique', 'secret', 'Hash of the cookie of the browser that proved a key'),
        pass_until: column('timestamptz', 'internal', 'How long that browser may go on'),
        finished_at: column(
          'timestamptz',
          'internal',
          'When it was done, stopped, or followed by a newer one',
        ),
        created_at: column('timestamptz not null default now()', 'internal', 'When it was asked'),
        expires_at: column('timestamptz not null', 'internal', 'Moment after which it must be asked anew'),
      }),
      `create unique index recovery_open on digital_keys.recovery (fed_id) where finished_at is null`,
      'create index recovery_expires_at on digital_keys.recovery (expires_at)',
      grant('csam_sma', 'select, insert, update, delete', 'digital_keys.recovery'),
      grant('csam_worker', 'select, delete', 'digital_keys.recovery'),
    ],
    down: ['drop table digital_keys.recovery'],
  }),
];
