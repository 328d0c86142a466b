import { column, grant, migration, table } from '#libs/database';

const smsPrice = table('operations.sms_price', 'What a part of a text message costs', {
  valid_from: column(
    "text primary key check (valid_from ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')",
    'internal',
    'first month (YYYY-MM) in which it holds, until the next one',
  ),
  cents: column('numeric(8, 4) not null check (cents >= 0)', 'internal', 'price of a part in cents'),
  created_at: column('timestamptz not null default now()', 'internal', 'when it was entered'),
  created_by: column('text not null', 'personal', 'who entered it'),
});

const smsStatement = table(
  'operations.sms_statement',
  'What each agency owes for text messages of a month; final once the month is closed',
  {
    period: column('text not null', 'internal', 'month (YYYY-MM)'),
    agency: column('text not null', 'internal', 'enterprise number of the agency'),
    messages: column('integer not null', 'internal', 'messages delivered'),
    segments: column('integer not null', 'internal', 'parts delivered'),
    price_cents: column('numeric(8, 4) not null', 'internal', 'price of a part in cents'),
    amount_cents: column('bigint not null', 'internal', 'what is owed, in whole cents'),
    closed_at: column('timestamptz not null default now()', 'internal', 'when the month was closed'),
  },
  { constraints: ['primary key (period, agency)'] },
);

const smsCap = table('operations.sms_cap', 'How many text messages of an application are expected, at most', {
  application: column('text primary key', 'internal', 'identifier of the application'),
  agency: column('text not null', 'internal', 'enterprise number of the agency that pays'),
  messages: column('integer not null check (messages > 0)', 'internal', 'messages in a month'),
  address: column('text not null', 'sensitive', 'mail address that is told, encrypted'),
  language: column('text not null', 'internal', 'language of the mails'),
  set_by: column('text not null', 'personal', 'who set it'),
  set_at: column('timestamptz not null default now()', 'internal', 'when it was set'),
});

export const smsCostMigrations = [
  migration('SmsCost', 602, {
    up: [
      ...smsPrice,
      ...smsStatement,
      grant('csam_admin', 'select, insert', 'operations.sms_price'),
      grant('csam_worker', 'select', 'operations.sms_price'),
      grant('csam_admin', 'select', 'operations.sms_statement'),
      grant('csam_worker', 'select, insert', 'operations.sms_statement'),
    ],
    down: ['drop table operations.sms_statement', 'drop table operations.sms_price'],
  }),
  migration('SmsCaps', 831, {
    up: [
      ...smsCap,
      grant('csam_admin', 'select, insert, update', 'operations.sms_cap'),
      grant('csam_worker', 'select', 'operations.sms_cap'),
    ],
    down: ['drop table operations.sms_cap'],
  }),
  migration('SmsCapsOfServices', 3253, {
    up: [
      'alter table operations.sms_cap alter column address drop not null',
      'alter table operations.sms_cap alter column language drop not null',
    ],
    down: [
      'delete from operations.sms_cap where address is null',
      'alter table operations.sms_cap alter column address set not null',
      'alter table operations.sms_cap alter column language set not null',
    ],
  }),
];
