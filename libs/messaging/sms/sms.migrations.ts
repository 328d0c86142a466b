import { column, grant, migration, table } from '#libs/database';

export const SMS_STATES = [
  'sending',
  'accepted',
  'delivered',
  'undelivered',
  'refused',
  'expired',
  'failed',
] as const;
export type SmsState = (typeof SMS_STATES)[number];

const STATES = SMS_STATES.map((state) => `'${state}'`).join(', ');

export const smsMigrations = [
  migration('SmsAccounts', 62, {
    up: [
      ...table(
        'messaging.sms',
        'Text messages: what became of each and which agency pays it; never to whom or what it said',
        {
          id: column('uuid primary key', 'internal', 'key of the message, the same for every attempt'),
          agency: column('text not null', 'internal', 'agency that pays'),
          application: column('uuid not null', 'internal', 'service for which the person signed in'),
          encoding: column('text not null', 'internal', 'gsm-7 or ucs-2'),
          segments: column('smallint not null', 'internal', 'number of parts, which is what it costs'),
          state: column(
            `text not null default 'sending' check (state in (${STATES}))`,
            'internal',
            'where the message stands',
          ),
          attempts: column(
            'smallint not null default 1',
            'internal',
            'number of times that sending was begun',
          ),
          last_error: column('text', 'internal', 'code of the last failure'),
          created_at: column('timestamptz not null default now()', 'internal', 'first attempt'),
          accepted_at: column('timestamptz', 'internal', 'moment at which the SMS centre took it over'),
          concluded_at: column('timestamptz', 'internal', 'moment at which its fate was known'),
          cost_period: column(
            'text',
            'internal',
            'month (YYYY-MM, Belgian time) in which it is charged; set once, when the centre confirms delivery',
          ),
          charged_segments: column('smallint', 'internal', 'parts that are charged'),
        },
        { constraints: ['check ((cost_period is null) = (charged_segments is null))'] },
      ),
      'create index sms_cost on messaging.sms (cost_period, agency) where cost_period is not null',
      'create index sms_created on messaging.sms (created_at)',
      ...table(
        'messaging.sms_part',
        'The parts of a text message, as the SMS centre names them',
        {
          sms_id: column(
            'uuid not null references messaging.sms on delete cascade',
            'internal',
            'the message',
          ),
          position: column('smallint not null', 'internal', 'place of the part, from 1'),
          centre_id: column('text not null', 'internal', 'name that the SMS centre gave'),
          state: column("text not null default 'accepted'", 'internal', 'accepted, delivered or undelivered'),
          accepted_at: column(
            'timestamptz not null default now()',
            'internal',
            'when the centre took it over',
          ),
        },
        { constraints: ['primary key (sms_id, position)'] },
      ),
      "create index sms_part_open on messaging.sms_part (centre_id) where state = 'accepted'",
      ...table(
        'messaging.sms_receipt',
        'Delivery receipts whose part is not known yet: they may come before the answer to the submission',
        {
          id: column('bigint generated always as identity primary key', 'internal', 'identifier of the row'),
          centre_id: column('text not null', 'internal', 'name that the SMS centre gave to the part'),
          state: column('text not null', 'internal', 'delivered, expired or undeliverable'),
          received_at: column('timestamptz not null default now()', 'internal', 'when it came in'),
        },
      ),
      'create index sms_receipt_centre_id on messaging.sms_receipt (centre_id)',
      grant('csam_worker', 'select, insert, update, delete', 'messaging.sms'),
      grant('csam_worker', 'select, insert, update, delete', 'messaging.sms_part'),
      grant('csam_worker', 'select, insert, delete', 'messaging.sms_receipt'),
      grant('csam_admin', 'select', 'messaging.sms'),
    ],
    down: ['drop table messaging.sms_receipt', 'drop table messaging.sms_part', 'drop table messaging.sms'],
  }),
];
