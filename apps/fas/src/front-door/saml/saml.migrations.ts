import { column, grant, migration, schema, table } from '#libs/database';

const artifact = table('saml.artifact', 'Answers that wait to be fetched by artifact', {
  id: column('text primary key', 'internal', 'Hash of the handle in the artifact'),
  relying_party: column('text not null', 'internal', 'Entity identifier of who may fetch it'),
  message: column('text not null', 'personal', 'The signed answer, encrypted'),
  expires_at: column('timestamptz not null', 'internal', 'When it can no longer be fetched'),
});

const persistentName = table(
  'saml.persistent_name',
  'Persistent NameIDs that were told, so that a service can ask for none to be made',
  {
    name_id: column('text not null', 'personal', 'The NameID: a keyed hash of person and service'),
    relying_party: column('text not null', 'internal', 'Entity identifier of who was told'),
    created_at: column('timestamptz not null default now()', 'internal', 'When it was first told'),
  },
  { constraints: ['primary key (name_id, relying_party)'] },
);

export const samlMigrations = [
  migration('SamlAnswers', 410, {
    up: [
      ...schema('saml', 'csam_fas', 'csam_worker'),
      ...artifact,
      'create index artifact_expires_at on saml.artifact (expires_at)',
      ...persistentName,
      grant('csam_fas', 'select, insert, delete', 'saml.artifact'),
      grant('csam_worker', 'select, delete', 'saml.artifact'),
      grant('csam_fas', 'select, insert', 'saml.persistent_name'),
    ],
    down: ['drop schema saml cascade'],
  }),
];
