import { column, grant, migration, table } from '#libs/database';

const refresh = table('agencies.metadata_refresh', 'When the metadata of a SAML service is fetched again', {
  application: column(
    'uuid primary key references agencies.application on delete cascade',
    'internal',
    'Whose metadata',
  ),
  due_at: column('timestamptz not null default now()', 'internal', 'When it is fetched next'),
  refreshed_at: column('timestamptz', 'internal', 'When it was last fetched and found good'),
  failures: column('integer not null default 0', 'internal', 'Failures since then'),
  failure: column('text', 'internal', 'Why the last attempt failed; none when it did not'),
});

const certificate = table(
  'agencies.service_certificate',
  'Certificates in the metadata of SAML services',
  {
    application: column(
      'uuid not null references agencies.application on delete cascade',
      'internal',
      'Whose certificate',
    ),
    fingerprint: column('text not null', 'public', 'SHA-256 of the certificate, hexadecimal'),
    not_after: column('timestamptz not null', 'public', 'When it ends'),
    warned_days: column('integer', 'internal', 'The nearest threshold that was warned of, in days'),
  },
  { constraints: ['primary key (application, fingerprint)'] },
);

export const metadataSourceMigrations = [
  migration('MetadataSource', 411, {
    up: [
      ...refresh,
      'create index metadata_refresh_due_at on agencies.metadata_refresh (due_at)',
      ...certificate,
      grant('csam_worker', 'select, insert, update, delete', 'agencies.metadata_refresh'),
      grant('csam_worker', 'select, insert, update, delete', 'agencies.service_certificate'),
      grant('csam_worker', 'update (saml, updated_at)', 'agencies.application'),
    ],
    down: [
      'revoke update (saml, updated_at) on agencies.application from csam_worker',
      'drop table agencies.service_certificate',
      'drop table agencies.metadata_refresh',
    ],
  }),
  // The page of a service tells how fetching goes.
  migration('MetadataStanding', 3272, {
    up: [grant('csam_admin', 'select', 'agencies.metadata_refresh')],
    down: ['revoke select on agencies.metadata_refresh from csam_admin'],
  }),
];
