import { column, grant, migration, table } from '#libs/database';

export const officesMigrations = [
  migration('RegistrationOffices', 965, {
    up: [
      ...table('staff.registration_office', 'A municipality that registers people face to face', {
        code: column('text primary key', 'public', 'Code of the municipality (NIS), five digits'),
        agency: column('text not null', 'public', 'Enterprise number of the municipality'),
        name: column('jsonb not null', 'public', 'Name in nl, fr, de, en'),
        created_at: column('timestamptz not null default now()', 'internal', 'Since when'),
      }),
      grant('csam_admin', 'select, insert, update', 'staff.registration_office'),
    ],
    down: ['drop table staff.registration_office'],
  }),
];
