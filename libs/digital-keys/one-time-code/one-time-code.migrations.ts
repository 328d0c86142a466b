import { column, grant, migration, table } from '#libs/database';

export const oneTimeCodeMigrations = [
  migration('OneTimeCodes', 320, {
    up: [
      ...table(
        'digital_keys.one_time_code',
        'The newest security code of a login, sent by text message or mail',
        {
          journey: column('text not null', 'internal', 'The login for which it was sent'),
          channel: column('text not null', 'internal', 'sms or email'),
          fed_id: column('text not null', 'internal', 'The person who must type it'),
          id: column('uuid not null', 'internal', 'The code; key of its message'),
          code_hash: column(
            'text not null',
            'secret',
            'Keyed hash, bound to login, person, channel and code',
          ),
          sends: column('smallint not null default 1', 'internal', 'Codes that were asked in this login'),
          failures: column('smallint not null default 0', 'internal', 'Wrong guesses in this login'),
          sent_at: column('timestamptz not null', 'internal', 'When the newest was asked'),
          expires_at: column('timestamptz not null', 'internal', 'Moment after which it opens nothing'),
          used_at: column('timestamptz', 'internal', 'When it was typed rightly; it serves once'),
          slow: column(
            'boolean not null default false',
            'internal',
            'Whether the centre or relay did not confirm it in time',
          ),
        },
        { constraints: ['primary key (journey, channel)'] },
      ),
      'create index one_time_code_expires_at on digital_keys.one_time_code (expires_at)',
      ...table(
        'digital_keys.send_count',
        'How many codes went out, by address, person, destination and prefix',
        {
          purpose: column('text not null', 'internal', 'What is counted, for example sms-person'),
          target: column(
            'text not null',
            'internal',
            'Keyed hash of the address, person, destination or prefix',
          ),
          sent: column('integer not null', 'internal', 'Codes in this stretch of time'),
          ends_at: column('timestamptz not null', 'internal', 'End of the stretch'),
        },
        { constraints: ['primary key (purpose, target)'] },
      ),
      'create index send_count_ends_at on digital_keys.send_count (ends_at)',
      grant(['csam_fas', 'csam_sma'], 'select, insert, update', 'digital_keys.one_time_code'),
      grant(['csam_fas', 'csam_sma'], 'select, insert, update', 'digital_keys.send_count'),
      grant('csam_worker', 'select, delete', 'digital_keys.one_time_code'),
      grant('csam_worker', 'select, delete', 'digital_keys.send_count'),
    ],
    down: ['drop table digital_keys.send_count', 'drop table digital_keys.one_time_code'],
  }),
];
