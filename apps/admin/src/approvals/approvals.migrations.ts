import { addColumn, column, grant, migration, schema, table } from '#libs/database';

const changeRequest = table(
  'admin.change_request',
  'Changes that take two people: asked by one, decided by another',
  {
    id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier of the request'),
    kind: column('text not null', 'internal', 'Kind of change'),
    subject: column('text not null', 'internal', 'Identifier of what is changed'),
    agency: column('text', 'public', 'Enterprise number of the agency whose it is'),
    aspects: column('text[] not null', 'internal', 'What of it takes two people'),
    before: column('jsonb not null', 'internal', 'How it was when it was asked; null: it is new'),
    after: column('jsonb not null', 'internal', 'How it is to be; null: it ends'),
    reason: column('text not null', 'internal', 'Why it is asked'),
    requested_by: column('text not null', 'personal', 'FedID of who asked'),
    requested_at: column('timestamptz not null', 'internal', 'When it was asked'),
    expires_at: column('timestamptz not null', 'internal', 'When it is too old to be decided'),
    state: column(
      "text not null default 'open'",
      'internal',
      'open, approved, refused, withdrawn or expired',
    ),
    decided_by: column('text', 'personal', 'FedID of who decided'),
    decided_at: column('timestamptz', 'internal', 'When it was decided'),
    decision_reason: column('text', 'internal', 'Why it was decided so'),
    undoes: column('uuid references admin.change_request', 'internal', 'The request that it takes back'),
  },
  {
    constraints: [
      // Whatever a program does: nobody approves what they asked for.
      `constraint four_eyes check (state not in ('approved', 'refused') or (decided_by is not null and decided_by <> requested_by))`,
    ],
  },
);

export const approvalsMigrations = [
  migration('ChangeRequests', 740, {
    up: [
      ...schema('admin', 'csam_admin'),
      ...changeRequest,
      "create unique index change_request_one_waits on admin.change_request (kind, subject) where state = 'open'",
      'create index change_request_queue on admin.change_request (state, requested_at desc)',
      'create index change_request_agency on admin.change_request (agency, requested_at desc)',
      grant('csam_admin', 'select, insert, update', 'admin.change_request'),
    ],
    down: ['drop table admin.change_request'],
  }),
  migration('RequestsOfPrograms', 3251, {
    up: [
      ...addColumn(
        'admin.change_request',
        'responsible',
        column('text', 'personal', 'FedID of who made the program that asked; none when a person asked'),
      ),
      // Whatever a program does: none decides, and nobody approves what their program asked for.
      `alter table admin.change_request add constraint programs_have_no_eyes check
         (state not in ('approved', 'refused') or
          (decided_by not like 'api-%' and decided_by is distinct from responsible))`,
    ],
    down: ['alter table admin.change_request drop column responsible'],
  }),
];
