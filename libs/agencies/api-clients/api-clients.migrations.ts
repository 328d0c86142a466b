import { column, grant, migration, table } from '#libs/database';

const apiClient = table('agencies.api_client', 'A program with which an agency uses the administration', {
  id: column('text primary key', 'internal', 'Client id: api- and a UUID'),
  agency: column('text not null references agencies.agency', 'public', 'For which agency it works'),
  name: column('text not null', 'internal', 'What its manager calls it'),
  rights: column('text[] not null', 'internal', 'read, write, audit'),
  secret_hash: column('text', 'secret', 'SHA-256 of its secret, hex; none when it signs'),
  jwk: column('jsonb', 'internal', 'Public key with which it signs; none when it has a secret'),
  created_by: column('text not null', 'personal', 'FedID of who made it, and answers for what it asks'),
  created_at: column('timestamptz not null', 'internal', 'When it was made'),
  ends_at: column('timestamptz not null', 'internal', 'From when on it is refused'),
  withdrawn_by: column('text', 'personal', 'FedID of who withdrew it'),
  withdrawn_at: column('timestamptz', 'internal', 'When it was withdrawn'),
  used_at: column('timestamptz', 'internal', 'When it was last used, within the hour'),
});

export const apiClientsMigrations = [
  migration('ApiClients', 3250, {
    up: [
      ...apiClient,
      'alter table agencies.api_client add constraint one_proof check (num_nonnulls(secret_hash, jwk) = 1)',
      'create index api_client_agency on agencies.api_client (agency, created_at)',
      grant('csam_fas', 'select', 'agencies.api_client'),
      grant('csam_admin', 'select, insert, update', 'agencies.api_client'),
    ],
    down: ['drop table agencies.api_client'],
  }),
];
