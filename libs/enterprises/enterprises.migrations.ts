import { column, grant, migration, schema, table } from '#libs/database';

const EXTRACT = column('int not null', 'internal', 'Number of the extract that last held the row');

const enterprise = table('enterprises.enterprise', 'Enterprises of the KBO, from its open data', {
  number: column('text primary key', 'public', 'Enterprise number, ten digits'),
  active: column('boolean not null', 'public', 'Whether the KBO has it as active'),
  type: column('text not null', 'public', '1 natural person, 2 legal person'),
  juridical_form: column('text', 'public', 'Code of the legal form'),
  started_on: column('date', 'public', 'When it began'),
  extract: EXTRACT,
});

const establishment = table('enterprises.establishment', 'Establishment units of enterprises', {
  number: column('text primary key', 'public', 'Number of the unit, ten digits'),
  enterprise: column('text not null', 'public', 'Enterprise to which it belongs'),
  started_on: column('date', 'public', 'When it began'),
  extract: EXTRACT,
});

const denomination = table(
  'enterprises.denomination',
  'Names of enterprises and establishment units',
  {
    entity: column('text not null', 'public', 'Number of the enterprise or unit'),
    kind: column('text not null', 'public', '001 legal name, 002 abbreviation, 003 commercial name'),
    language: column('text not null', 'public', 'nl, fr, de or en; xx when the KBO does not say'),
    name: column('text not null', 'public', 'The name'),
    extract: EXTRACT,
  },
  { constraints: ['primary key (entity, kind, language)'] },
);

const address = table(
  'enterprises.address',
  'Where enterprises and establishment units are: the place, not the street',
  {
    entity: column('text not null', 'public', 'Number of the enterprise or unit'),
    kind: column('text not null', 'public', 'REGO seat, BAET establishment'),
    postcode: column('text', 'public', 'Postcode'),
    municipality_nl: column('text', 'public', 'Municipality in Dutch'),
    municipality_fr: column('text', 'public', 'Municipality in French'),
    extract: EXTRACT,
  },
  { constraints: ['primary key (entity, kind)'] },
);

const kboImport = table('enterprises.kbo_import', 'Extracts of KBO Open Data that were read, and how far', {
  extract: column('int primary key', 'internal', 'Number of the extract'),
  kind: column('text not null', 'internal', 'full or update'),
  snapshot_on: column('date not null', 'public', 'Day of the data'),
  progress: column("jsonb not null default '{}'", 'internal', 'Rows that were read, per file'),
  skipped: column('int not null default 0', 'internal', 'Rows that could not be understood'),
  started_at: column('timestamptz not null default now()', 'internal', 'When the import began'),
  finished_at: column('timestamptz', 'internal', 'When it was complete; none while it is under way'),
});

export const enterprisesMigrations = [
  migration('Enterprises', 3210, {
    up: [
      ...schema('enterprises', 'csam_aps', 'csam_admin'),
      ...enterprise,
      ...establishment,
      'create index establishment_enterprise on enterprises.establishment (enterprise)',
      ...denomination,
      ...address,
      ...kboImport,
      ...['enterprise', 'establishment', 'denomination', 'address', 'kbo_import'].map((name) =>
        grant(['csam_aps', 'csam_admin'], 'select', `enterprises.${name}`),
      ),
    ],
    down: ['drop schema enterprises cascade'],
  }),
];
