import { column, grant, migration, table } from '#libs/database';

const registration = table('admin.registration', 'A person whom an officer identified face to face', {
  id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier'),
  office: column('text not null references staff.registration_office', 'internal', 'Where it was done'),
  officer: column('text not null', 'personal', 'FedID of the officer'),
  fed_id: column('text not null references people.person', 'personal', 'Who was identified'),
  activation_id: column(
    'uuid references digital_keys.activation on delete set null',
    'internal',
    'The activation now',
  ),
  document_type: column('text not null', 'personal', 'Kind of identity document'),
  document_country: column('text not null', 'personal', 'Country that issued it, ISO 3166-1 alpha-2'),
  document_number_encrypted: column('text not null', 'sensitive', 'Its number, encrypted'),
  document_expiry: column('date not null', 'personal', 'Until when it is valid'),
  mail_index: column('text not null', 'internal', 'Keyed hash of the address; one address serves one person'),
  replaced_keys: column('integer not null', 'internal', 'How many lost keys ended by it'),
  created_at: column('timestamptz not null', 'internal', 'When'),
});

const draft = table('admin.registration_draft', 'Somebody who stands at the counter and was looked up', {
  id: column(
    'uuid primary key default gen_random_uuid()',
    'internal',
    'Identifier; it stands in the address',
  ),
  office: column('text not null references staff.registration_office', 'internal', 'Where'),
  officer: column('text not null', 'personal', 'FedID of the officer'),
  fed_id: column('text not null references people.person', 'personal', 'Whose number was given'),
  data_encrypted: column('text not null', 'sensitive', 'Document and what the register said, encrypted'),
  expires_at: column('timestamptz not null', 'internal', 'When it is forgotten'),
});

export const registrationMigrations = [
  migration('Registrations', 970, {
    up: [
      ...registration,
      'create index registration_office_time on admin.registration (office, created_at desc)',
      'create index registration_person on admin.registration (fed_id)',
      'create index registration_mail on admin.registration (mail_index)',
      ...draft,
      grant('csam_admin', 'select, insert, update', 'admin.registration'),
      grant('csam_admin', 'select, insert, delete', 'admin.registration_draft'),
    ],
    down: ['drop table admin.registration_draft', 'drop table admin.registration'],
  }),
];
