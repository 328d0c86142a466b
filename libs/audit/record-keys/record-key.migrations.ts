import { APP_ROLES, column, grant, migration, table } from '#libs/database';

export const recordKeyMigrations = [
  migration('RecordKeys', 3400, {
    up: [
      ...table(
        'audit.record_key',
        'Keys under which the audit record says who people are; without one, their records lead to nobody',
        {
          mark: column('text primary key', 'internal', 'Keyed hash of the FedID'),
          alias: column('text unique', 'internal', 'Name of the person in the record; none: erased'),
          wrapped: column('text', 'secret', 'The key, encrypted; none: erased'),
          created_at: column('timestamptz not null default now()', 'internal', 'When it was made'),
          erased_at: column('timestamptz', 'internal', 'When the person was erased, and the key with them'),
        },
      ),
      grant(APP_ROLES, 'select, insert', 'audit.record_key'),
      'grant update (alias, wrapped, erased_at) on audit.record_key to csam_sma',
    ],
    down: ['drop table audit.record_key'],
  }),
];
