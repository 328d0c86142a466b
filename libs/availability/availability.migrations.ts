import { column, grant, migration, schema, table } from '#libs/database';

export const availabilityMigrations = [
  migration('Availability', 3200, {
    up: [
      ...schema('availability', 'csam_fas', 'csam_sma', 'csam_aps', 'csam_admin', 'csam_worker'),
      ...table(
        'availability.measurement',
        'How often parties on which a sign-in depends answered, per minute',
        {
          party: column('text not null', 'public', 'The party, for example national-register'),
          minute: column('timestamptz not null', 'public', 'Beginning of the minute'),
          answered: column('int not null', 'public', 'Calls that were answered'),
          failed: column('int not null', 'public', 'Calls without an answer in time, or with a wrong one'),
        },
        { constraints: ['primary key (party, minute)'] },
      ),
      'create index measurement_minute on availability.measurement (minute)',
      grant(['csam_fas', 'csam_aps', 'csam_worker'], 'select, insert, update', 'availability.measurement'),
      grant(['csam_sma', 'csam_admin'], 'select', 'availability.measurement'),
      grant('csam_worker', 'delete', 'availability.measurement'),
    ],
    down: ['drop schema availability cascade'],
  }),
];
