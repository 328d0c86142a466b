import { column, grant, migration, table } from '#libs/database';

export const cardReadingsMigrations = [
  migration('CardReadings', 350, {
    up: [
      ...table(
        'digital_keys.card_reading',
        'A certificate read at the certificate listener, on its way to who asked',
        {
          handle: column('text primary key', 'internal', 'Hash of the value with which it is fetched'),
          binding: column('text not null', 'internal', 'Hash of what only the asking login or browser knows'),
          certificate: column(
            'text',
            'sensitive',
            'The certificate and its chain, encrypted; none when none was shown',
          ),
          expires_at: column('timestamptz not null', 'internal', 'When it is given up'),
        },
      ),
      'create index card_reading_expires_at on digital_keys.card_reading (expires_at)',
      grant('csam_fas', 'select, insert, delete', 'digital_keys.card_reading'),
      grant('csam_worker', 'select, delete', 'digital_keys.card_reading'),
    ],
    down: ['drop table digital_keys.card_reading'],
  }),
];
