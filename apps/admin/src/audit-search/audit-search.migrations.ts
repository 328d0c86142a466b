import { column, grant, migration, schema, table } from '#libs/database';

const search = table(
  'admin.audit_search',
  'Who searched the audit record for what, why, and until when they may look at what they found',
  {
    id: column(
      'uuid primary key default gen_random_uuid()',
      'internal',
      'Identifier; it stands in the address',
    ),
    staff: column('text not null', 'personal', 'FedID of who searched'),
    criteria: column('jsonb not null', 'personal', 'What was searched; may hold the FedID of a person'),
    ground: column('text not null', 'internal', 'agency, court-order or supervision'),
    reason: column('text not null', 'internal', 'Why'),
    expires_at: column('timestamptz not null', 'internal', 'After this it has to be searched again'),
  },
);

export const auditSearchMigrations = [
  migration('AuditSearches', 960, {
    up: [
      ...search,
      'create index audit_search_expires on admin.audit_search (expires_at)',
      grant('csam_admin', 'select, insert', 'admin.audit_search'),
      'grant select (expires_at), delete on admin.audit_search to csam_worker',
    ],
    down: ['drop table admin.audit_search'],
  }),
  // The rows to delete are chosen by their place, which takes the right to read the whole row.
  migration('AuditSearchesAreForgotten', 3240, {
    up: [...schema('admin', 'csam_worker'), grant('csam_worker', 'select, delete', 'admin.audit_search')],
    down: ['revoke usage on schema admin from csam_worker'],
  }),
];
