import { addColumn, column, migration } from '#libs/database';

export const oidcMigrations = [
  migration('OfflineAccess', 930, {
    up: addColumn(
      'fas.oidc_answer',
      'key_id',
      column(
        'text',
        'internal',
        'With offline access: the digital key that was proven; the answer falls when that key does',
      ),
    ),
    down: ['alter table fas.oidc_answer drop column key_id'],
  }),
];
