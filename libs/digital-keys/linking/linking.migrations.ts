import { column, grant, migration, table } from '#libs/database';

export const linkingMigrations = [
  migration('FormerProfiles', 362, {
    up: [
      ...table(
        'people.former_profile',
        'Profiles that turned out to be another person’s, and went up in that one',
        {
          former_fed_id: column(
            'text primary key references people.person',
            'internal',
            'The profile of before',
          ),
          fed_id: column('text not null references people.person', 'internal', 'The person whose it is'),
          key: column('text not null', 'internal', 'With which kind of key the person proved it'),
          linked_at: column('timestamptz not null default now()', 'internal', 'When it was linked'),
        },
      ),
      'create index former_profile_fed_id on people.former_profile (fed_id)',
      grant('csam_fas', 'select, insert', 'people.former_profile'),
      grant(['csam_sma', 'csam_admin'], 'select', 'people.former_profile'),
    ],
    down: ['drop table people.former_profile'],
  }),
];
