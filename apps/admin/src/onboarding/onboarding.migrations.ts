import { addColumn, column, grant, migration, schema, table } from '#libs/database';

const details = table('onboarding.agency_details', 'What an agency told about itself when it joined', {
  agency: column('text primary key references agencies.agency', 'public', 'Which agency'),
  audience: column('text not null', 'internal', 'Category of the service sheet that it belongs to'),
  task: column('text not null', 'internal', 'The public task for which it may use the service'),
});

const signature = table(
  'onboarding.agreement_signature',
  'A signature under the user agreement; never changed',
  {
    id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier of the signature'),
    agency: column('text not null references agencies.agency', 'public', 'For which agency'),
    version: column('text not null', 'internal', 'Version of the text'),
    language: column('text not null', 'internal', 'Language of the text that was read'),
    articles: column('jsonb not null', 'internal', 'The words that were read, article by article'),
    text_hash: column('text not null', 'internal', 'SHA-256 of the text, hex'),
    signed_by: column('text not null', 'personal', 'FedID of who signed'),
    signer_name: column('text not null', 'personal', 'Name as the signatory gave it'),
    signer_function: column('text not null', 'internal', 'Function in the agency'),
    class_reference: column('text not null', 'internal', 'With what kind of key the signatory had signed in'),
    proven_at: column('timestamptz not null', 'internal', 'When the key was proven'),
    signed_at: column('timestamptz not null', 'internal', 'When it was signed'),
  },
);

const dossier = table(
  'onboarding.dossier',
  'An online service of an agency, from the first idea until it ends',
  {
    id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier of the service'),
    agency: column('text not null references agencies.agency', 'public', 'Whose service it is'),
    state: column('text not null', 'internal', 'How far it is'),
    held_state: column('text', 'internal', 'How far it was when it was suspended'),
    details: column('jsonb not null', 'personal', 'What it wants to be; holds mail addresses of contacts'),
    environments: column(
      'jsonb not null',
      'internal',
      'Settings by environment, and the registered applications',
    ),
    created_by: column('text not null', 'personal', 'FedID of who began it'),
    created_at: column('timestamptz not null default now()', 'internal', 'When it was begun'),
    updated_at: column('timestamptz not null default now()', 'internal', 'When it was last changed'),
    self_test_passed_at: column('timestamptz', 'internal', 'When the test in INT was passed'),
  },
);

const basisDocument = table(
  'onboarding.basis_document',
  'The text of an authorisation, as its agency handed it in',
  {
    id: column('uuid primary key', 'internal', 'Identifier of the document'),
    agency: column('text not null references agencies.agency', 'public', 'Whose authorisation it is'),
    kind: column('text not null', 'public', 'Kind of the authorisation'),
    reference: column('text not null', 'public', 'Reference of the authorisation'),
    content: column('text not null', 'sensitive', 'The PDF, encrypted'),
    hash: column('text not null', 'internal', 'SHA-256 of the file, hex'),
    size: column('integer not null', 'internal', 'Bytes of the file'),
    uploaded_by: column('text not null', 'personal', 'FedID of who handed it in'),
    uploaded_at: column('timestamptz not null default now()', 'internal', 'When it was handed in'),
  },
);

export const onboardingMigrations = [
  migration('Onboarding', 820, {
    up: [
      ...schema('onboarding', 'csam_admin', 'csam_worker'),
      ...details,
      ...signature,
      ...dossier,
      'create index dossier_agency on onboarding.dossier (agency)',
      'create index agreement_signature_agency on onboarding.agreement_signature (agency, signed_at desc)',
      'create index event_application on audit.event (application, occurred_at) where application is not null',
      grant('csam_admin', 'select, insert, update', 'onboarding.agency_details'),
      grant('csam_admin', 'select, insert', 'onboarding.agreement_signature'),
      grant('csam_admin', 'select, insert, update', 'onboarding.dossier'),
    ],
    down: ['drop index audit.event_application', 'drop schema onboarding cascade'],
  }),
  migration('DossierSuspension', 3251, {
    up: [
      ...addColumn(
        'onboarding.dossier',
        'suspended_at',
        column('timestamptz', 'internal', 'Since when the service is suspended'),
      ),
      ...addColumn(
        'onboarding.dossier',
        'suspension_reason',
        column('text', 'internal', 'Why it is suspended, as its managers read it'),
      ),
    ],
    down: [
      'alter table onboarding.dossier drop column suspension_reason',
      'alter table onboarding.dossier drop column suspended_at',
    ],
  }),
  migration('BasisDocuments', 3252, {
    up: [...basisDocument, grant('csam_admin', 'select, insert', 'onboarding.basis_document')],
    down: ['drop table onboarding.basis_document'],
  }),
  migration('DossierEnd', 3290, {
    up: addColumn(
      'onboarding.dossier',
      'ended_at',
      column('timestamptz', 'internal', 'When the service ended; for a while it can come back'),
    ),
    down: ['alter table onboarding.dossier drop column ended_at'],
  }),
];
