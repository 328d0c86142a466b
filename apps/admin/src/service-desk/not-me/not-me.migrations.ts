import { column, grant, migration, table } from '#libs/database';

const handling = table('admin.not_me_handling', 'Reports "this was not me" that somebody took care of', {
  record: column('uuid primary key', 'internal', 'Identifier of the record of the report'),
  staff: column('text not null', 'personal', 'FedID of who took care of it'),
  handled_at: column('timestamptz not null', 'internal', 'When'),
});

export const notMeMigrations = [
  migration('NotMeReports', 3261, {
    up: [...handling, grant('csam_admin', 'select, insert', 'admin.not_me_handling')],
    down: ['drop table admin.not_me_handling'],
  }),
];
