import { column, grant, migration, schema, table } from '#libs/database';

export const peopleMigrations = [
  migration('People', 100, {
    up: [
      ...schema('people', 'csam_fas', 'csam_sma', 'csam_aps', 'csam_admin', 'csam_worker'),
      ...table('people.person', 'Somebody who holds or held digital keys; never keyed by a national number', {
        fed_id: column('text primary key', 'internal', 'FedID: stable opaque identifier, 40 hex digits'),
        state: column("text not null default 'active'", 'internal', 'active, blocked, deceased or erased'),
        enrolment: column(
          'text not null',
          'internal',
          'How the identity was proven: eid, itsme, lra or self',
        ),
        language: column('text not null', 'personal', 'Language of letters and mails: nl, fr, de or en'),
        created_at: column('timestamptz not null default now()', 'internal', 'When the record was made'),
      }),
      ...table('people.identifier', 'National and BIS numbers of a person, with their history', {
        id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier of the row'),
        fed_id: column(
          'text not null references people.person',
          'internal',
          'The person; the number may change, the person stays',
        ),
        register: column('text not null', 'internal', 'national or bis'),
        number_encrypted: column('text not null', 'sensitive', 'The number, encrypted'),
        number_index: column('text not null unique', 'internal', 'Keyed hash of the number, for look-up'),
        valid_from: column(
          'timestamptz not null default now()',
          'internal',
          'Since when it is this person’s number',
        ),
        replaced_at: column('timestamptz', 'internal', 'When another number took its place'),
      }),
      'create index identifier_fed_id on people.identifier (fed_id)',
      ...table('people.contact', 'Mail addresses and telephone numbers of a person', {
        id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier of the row'),
        fed_id: column('text not null references people.person', 'internal', 'The person'),
        kind: column('text not null', 'internal', 'mail or phone'),
        value_encrypted: column('text not null', 'personal', 'The address or number, encrypted'),
        value_index: column(
          'text not null',
          'internal',
          'Keyed hash of the value, for uniqueness and look-up',
        ),
        is_primary: column('boolean not null default false', 'internal', 'The one that is used first'),
        verified_at: column(
          'timestamptz',
          'internal',
          'When the person proved to receive what is sent there',
        ),
        created_at: column('timestamptz not null default now()', 'internal', 'When it was given'),
      }),
      'create index contact_fed_id on people.contact (fed_id)',
      "create unique index contact_mail_is_unique on people.contact (value_index) where kind = 'mail'",
      grant(['csam_fas', 'csam_sma', 'csam_admin'], 'select, insert, update', 'people.person'),
      grant(['csam_fas', 'csam_sma', 'csam_admin'], 'select, insert, update', 'people.identifier'),
      grant(['csam_fas', 'csam_sma', 'csam_admin'], 'select, insert, update, delete', 'people.contact'),
      grant(['csam_aps', 'csam_worker'], 'select', 'people.person'),
      grant(['csam_aps'], 'select', 'people.identifier'),
      grant(['csam_aps', 'csam_worker'], 'select', 'people.contact'),
    ],
    down: ['drop schema people cascade'],
  }),
  migration('OneCurrentNumber', 360, {
    up: [
      'create unique index identifier_one_current on people.identifier (fed_id) where replaced_at is null',
    ],
    down: ['drop index people.identifier_one_current'],
  }),
];
