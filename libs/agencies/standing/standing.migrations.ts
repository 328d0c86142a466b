import { addColumn, column, migration } from '#libs/database';

export const standingMigrations = [
  migration('AgencyStanding', 3250, {
    up: [
      ...addColumn(
        'agencies.agency',
        'suspended_at',
        column('timestamptz', 'internal', 'Since when it is suspended'),
      ),
      ...addColumn(
        'agencies.agency',
        'suspension_reason',
        column('text', 'internal', 'Why it is suspended, as its managers read it'),
      ),
    ],
    down: [
      'alter table agencies.agency drop column suspension_reason',
      'alter table agencies.agency drop column suspended_at',
    ],
  }),
];
