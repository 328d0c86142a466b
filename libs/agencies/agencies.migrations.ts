import { column, grant, migration, schema, table } from '#libs/database';

const agency = table('agencies.agency', 'A public body that uses the service', {
  number: column('text primary key', 'public', 'Enterprise number (KBO), 10 digits'),
  name: column('jsonb not null', 'public', 'Name in nl, fr, de, en'),
  state: column("text not null default 'active'", 'internal', 'active or suspended'),
  agreement_version: column('text', 'internal', 'Version of the user agreement that was signed'),
  agreement_signed_at: column('timestamptz', 'internal', 'When it was signed'),
  created_at: column('timestamptz not null default now()', 'internal', 'When the agency was registered'),
});

const authorisation = table('agencies.authorisation', 'A legal basis and the attributes that it covers', {
  id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier of the row'),
  agency: column('text not null references agencies.agency', 'public', 'Whose right it is'),
  kind: column('text not null', 'public', 'RR_OWN, RR_21_2015, LAW or PROTOCOL'),
  reference: column('text not null', 'public', 'Number of the deliberation, law or protocol'),
  attributes: column('text[] not null', 'public', 'Names of the attributes that it covers'),
  valid_from: column('date not null', 'public', 'First day on which it holds'),
  valid_until: column('date', 'public', 'Last day on which it holds; none: until further notice'),
});

const application = table('agencies.application', 'An online service in one environment: a relying party', {
  id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier of the application'),
  agency: column('text not null references agencies.agency', 'public', 'Whose service it is'),
  name: column('jsonb not null', 'public', 'Name in nl, fr, de, en, as people see it while signing in'),
  environment: column('text not null', 'internal', 'INT, ACC or PROD'),
  state: column("text not null default 'active'", 'internal', 'active, suspended or ended'),
  minimum_level: column(
    'integer not null',
    'internal',
    'Lowest level that opens the service, whatever is asked',
  ),
  keys: column('text[] not null', 'internal', 'Digital keys on offer'),
  contexts: column('text[] not null', 'internal', 'citizen, enterprise'),
  attributes: column(
    'jsonb not null',
    'internal',
    'Attributes that the service may ask, and which are mandatory',
  ),
  authorisation_id: column(
    'uuid references agencies.authorisation',
    'internal',
    'Legal basis for the attributes',
  ),
  basis_valid_from: column(
    'date',
    'internal',
    'First day on which the application may lean on its legal basis',
  ),
  basis_valid_until: column('date', 'internal', 'Last day on which it may'),
  oidc: column('jsonb', 'internal', 'OpenID Connect settings; of a client secret only the hash'),
  saml: column('jsonb', 'internal', 'SAML settings and metadata'),
  created_at: column('timestamptz not null default now()', 'internal', 'When it was registered'),
  updated_at: column('timestamptz not null default now()', 'internal', 'When it was last changed'),
});

export const agenciesMigrations = [
  migration('Agencies', 200, {
    up: [
      ...schema('agencies', 'csam_fas', 'csam_sma', 'csam_aps', 'csam_admin', 'csam_worker'),
      ...agency,
      ...authorisation,
      'create unique index authorisation_is_unique on agencies.authorisation (agency, kind, reference)',
      ...application,
      `create unique index application_client_id on agencies.application ((oidc->>'clientId'))`,
      `create unique index application_entity_id on agencies.application ((saml->>'entityId'))`,
      `create function agencies.announce_change() returns trigger language plpgsql as $$
       begin perform pg_notify('application_changed', coalesce(new.id, old.id)::text); return null; end $$`,
      `create trigger application_changed after insert or update or delete on agencies.application
       for each row execute function agencies.announce_change()`,
      `create function agencies.announce_change_of_basis() returns trigger language plpgsql as $$
       begin perform pg_notify('application_changed', ''); return null; end $$`,
      `create trigger authorisation_changed after insert or update or delete on agencies.authorisation
       for each statement execute function agencies.announce_change_of_basis()`,
      `create trigger agency_changed after update or delete on agencies.agency
       for each statement execute function agencies.announce_change_of_basis()`,
      ...['agency', 'authorisation', 'application'].flatMap((name) => [
        grant(['csam_fas', 'csam_sma', 'csam_aps', 'csam_worker'], 'select', `agencies.${name}`),
        grant('csam_admin', 'select, insert, update', `agencies.${name}`),
      ]),
    ],
    down: ['drop schema agencies cascade'],
  }),
];
