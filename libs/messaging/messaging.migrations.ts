import { column, grant, migration, schema, table } from '#libs/database';

export const OUTBOX_STATES = ['waiting', 'queued', 'sent', 'failed', 'expired'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export const messagingMigrations = [
  migration('Messaging', 60, {
    up: [
      ...schema('messaging', 'csam_fas', 'csam_sma', 'csam_admin', 'csam_worker'),
      ...table(
        'messaging.outbox',
        'Messages to people, written in the transaction that causes them and sent by the worker',
        {
          id: column(
            'uuid primary key',
            'internal',
            'identifier; the Message-ID of a mail is derived from it',
          ),
          kind: column("text not null check (kind in ('mail', 'sms'))", 'internal', 'way the message goes'),
          template: column('text not null', 'internal', 'name of the template'),
          language: column('text not null', 'internal', 'language of the message'),
          recipient: column('text not null', 'sensitive', 'address or number, encrypted'),
          recipient_index: column('text not null', 'sensitive', 'blind index of the address or number'),
          data: column(
            'text',
            'sensitive',
            'what the template fills in, encrypted; emptied once sent or expired',
          ),
          person: column('text', 'personal', 'FedID of the person that the message is about'),
          deduplication_key: column('text not null unique', 'internal', 'one message per key, ever'),
          state: column(
            `text not null default 'waiting' check (state in (${OUTBOX_STATES.map((state) => `'${state}'`).join(', ')}))`,
            'internal',
            'where the message stands',
          ),
          attempts: column(
            'integer not null default 0',
            'internal',
            'number of times that sending was begun',
          ),
          last_error: column(
            'text',
            'internal',
            'code of the last failure, without any detail of the person',
          ),
          created_at: column('timestamptz not null default now()', 'internal', 'moment of writing'),
          dispatch_at: column(
            'timestamptz default now()',
            'internal',
            'moment from which a dispatcher hands it to the queue, again if need be; empty when finished',
          ),
          sending_until: column(
            'timestamptz',
            'internal',
            'a worker is sending it and holds it until this moment',
          ),
          expires_at: column('timestamptz', 'internal', 'moment after which it is no longer worth sending'),
          sent_at: column('timestamptz', 'internal', 'moment at which the relay took it over'),
          forget_at: column('timestamptz', 'internal', 'moment at which the row is deleted'),
        },
      ),
      'create index outbox_dispatch on messaging.outbox (dispatch_at) where dispatch_at is not null',
      "create index outbox_failed on messaging.outbox (created_at) where state = 'failed'",
      'create index outbox_forget on messaging.outbox (forget_at) where forget_at is not null',
      'create index outbox_person on messaging.outbox (person) where person is not null',
      'create index outbox_recipient on messaging.outbox (recipient_index)',
      grant(
        ['csam_fas', 'csam_sma', 'csam_admin'],
        'insert, select (id, deduplication_key)',
        'messaging.outbox',
      ),
      grant('csam_worker', 'select, insert, update, delete', 'messaging.outbox'),
    ],
    down: ['drop schema messaging cascade'],
  }),
];
