import { column, grant, migration, table } from '#libs/database';

export const identityServiceMigrations = [
  migration('IdentityServices', 340, {
    up: [
      // Whatever the person does at the service, the key here stays one.
      `create unique index digital_key_one_of_service on digital_keys.digital_key (fed_id, kind)
        where kind = 'itsme' or kind like 'service-%'`,
      ...table('digital_keys.service_reference', 'What a recognised identity service calls a person', {
        key_id: column('uuid primary key references digital_keys.digital_key', 'internal', 'The key'),
        reference_encrypted: column(
          'text not null',
          'personal',
          'The sub of the last sign-in, encrypted: for questions to the service, nobody is found by it',
        ),
        noted_at: column('timestamptz not null default now()', 'internal', 'When it was last seen'),
      }),
      grant('csam_fas', 'select, insert, update', 'digital_keys.service_reference'),
      ...table('digital_keys.service_suspension', 'Recognised identity services that an operator stopped', {
        service: column('text primary key', 'internal', 'Name of the service, which is its key'),
        reason: column('text not null', 'internal', 'Why, in the words of the operator'),
        suspended_at: column('timestamptz not null default now()', 'internal', 'From when it takes nothing'),
      }),
      grant('csam_fas', 'select', 'digital_keys.service_suspension'),
      grant('csam_admin', 'select, insert, delete', 'digital_keys.service_suspension'),
    ],
    down: [
      'drop table digital_keys.service_suspension',
      'drop table digital_keys.service_reference',
      'drop index digital_keys.digital_key_one_of_service',
    ],
  }),
  migration('OneForeignMeans', 341, {
    up: [
      `create unique index digital_key_one_of_eidas on digital_keys.digital_key (fed_id) where kind = 'eidas'`,
    ],
    down: ['drop index digital_keys.digital_key_one_of_eidas'],
  }),
  migration('ServiceMetadata', 342, {
    up: [
      ...table(
        'digital_keys.service_metadata',
        'Metadata of recognised services that gave an address for it',
        {
          service: column('text primary key', 'internal', 'Name of the service, which is its key'),
          url: column('text not null', 'internal', 'Where it is fetched'),
          document: column('text', 'public', 'The last good one, as it was signed; none yet when absent'),
          due_at: column('timestamptz not null default now()', 'internal', 'When it is fetched next'),
          refreshed_at: column('timestamptz', 'internal', 'When it was last fetched and found good'),
          failures: column('integer not null default 0', 'internal', 'Failures since then'),
          failure: column('text', 'internal', 'Why the last attempt failed; none when it did not'),
        },
      ),
      grant('csam_worker', 'select, insert, update, delete', 'digital_keys.service_metadata'),
      grant('csam_fas', 'select', 'digital_keys.service_metadata'),
    ],
    down: ['drop table digital_keys.service_metadata'],
  }),
];
