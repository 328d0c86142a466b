import { column, grant, migration, table } from '#libs/database';

const queue = table('operations.queue', 'Queues that workers work on', {
  name: column('text primary key', 'internal', 'name of the queue'),
  seen_at: column('timestamptz not null default now()', 'internal', 'when a worker last took it up'),
});

export const queuesMigrations = [
  migration('Queues', 605, {
    up: [
      ...queue,
      grant('csam_worker', 'select, insert, update', 'operations.queue'),
      grant('csam_admin', 'select', 'operations.queue'),
      // An operator lets a parked mail be tried again; to whom it goes and what it says stays unreadable.
      grant('csam_admin', 'update (state, attempts, dispatch_at, forget_at)', 'messaging.outbox'),
    ],
    down: [
      'revoke update (state, attempts, dispatch_at, forget_at) on messaging.outbox from csam_admin',
      'drop table operations.queue',
    ],
  }),
];
