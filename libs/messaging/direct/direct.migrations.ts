import { column, grant, migration, table } from '#libs/database';

export const directMessagesMigrations = [
  migration('DirectMessages', 61, {
    up: [
      ...table('messaging.channel_state', 'Whether the ways of messages that must arrive at once work', {
        channel: column('text primary key', 'internal', 'sms or code-mail'),
        closed_until: column(
          'timestamptz',
          'internal',
          'nothing is sent until this moment; empty when it works',
        ),
        reason: column('text', 'internal', 'code of the failure that closed it'),
        changed_at: column('timestamptz not null', 'internal', 'since when it works, or does not'),
      }),
      grant(['csam_fas', 'csam_sma', 'csam_admin'], 'select', 'messaging.channel_state'),
      grant('csam_worker', 'select, insert, update', 'messaging.channel_state'),
    ],
    down: ['drop table messaging.channel_state'],
  }),
];
