import { addColumn, column, grant, migration } from '#libs/database';

export const authorisationEndMigrations = [
  migration('AuthorisationEnd', 822, {
    up: [
      ...addColumn(
        'agencies.authorisation',
        'reminded_days',
        column('integer', 'internal', 'The nearest threshold before its end that was told, in days'),
      ),
      grant('csam_worker', 'update (reminded_days)', 'agencies.authorisation'),
    ],
    down: [
      'revoke update (reminded_days) on agencies.authorisation from csam_worker',
      'alter table agencies.authorisation drop column reminded_days',
    ],
  }),
];
