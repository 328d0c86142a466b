import { column, grant, migration, schema, table } from '#libs/database';

export const staffMigrations = [
  migration('StaffAssignments', 800, {
    up: [
      ...schema('staff', 'csam_admin', 'csam_worker'),
      ...table('staff.assignment', 'A role in the administration that a person holds or held', {
        id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier of the assignment'),
        fed_id: column('text not null', 'personal', 'Who holds the role'),
        role: column('text not null', 'internal', 'Which role'),
        agency: column('text', 'public', 'For which agency, with a role that is held for one'),
        office: column('text', 'internal', 'For which registration office, with a role that is held for one'),
        reason: column('text not null', 'internal', 'Why it was given'),
        granted_by: column('text', 'personal', 'FedID of who gave it; none: the operator'),
        granted_at: column('timestamptz not null default now()', 'internal', 'Since when'),
        ended_by: column('text', 'personal', 'FedID of who took it back'),
        ended_at: column('timestamptz', 'internal', 'Until when'),
      }),
      `create unique index assignment_is_held_once on staff.assignment
         (fed_id, role, coalesce(agency, ''), coalesce(office, '')) where ended_at is null`,
      'create index assignment_agency on staff.assignment (agency) where ended_at is null',
      'create index assignment_office on staff.assignment (office) where ended_at is null',
      grant('csam_admin', 'select, insert, update', 'staff.assignment'),
      grant('csam_worker', 'select', 'staff.assignment'),
    ],
    down: ['drop schema staff cascade'],
  }),
];
