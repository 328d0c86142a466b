import { column, grant, migration, table } from '#libs/database';

export const tokenMigrations = [
  migration('TokenCards', 310, {
    up: [
      ...table('digital_keys.token_card', 'A card with 24 codes', {
        key_id: column('uuid primary key references digital_keys.digital_key', 'internal', 'The key'),
        serial: column('text not null unique', 'personal', 'Number printed on the card'),
        asked_position: column(
          'smallint not null',
          'internal',
          'Position that is asked until it is answered',
        ),
      }),
      ...table(
        'digital_keys.token_code',
        'The codes of a card',
        {
          key_id: column('uuid not null references digital_keys.token_card', 'internal', 'The card'),
          position: column('smallint not null', 'internal', 'Place on the card, 1 to 24'),
          code_hash: column('text not null', 'secret', 'Keyed hash of the code, bound to card and place'),
          round: column('integer not null default 0', 'internal', 'How many times it was answered'),
        },
        { constraints: ['primary key (key_id, position)'] },
      ),
      grant(['csam_fas', 'csam_sma'], 'select, insert, update', 'digital_keys.token_card'),
      grant(['csam_fas', 'csam_sma'], 'select, insert, update', 'digital_keys.token_code'),
    ],
    down: ['drop table digital_keys.token_code', 'drop table digital_keys.token_card'],
  }),
  migration('OneTokenCard', 363, {
    // A new card takes the place of the old one, which is revoked first.
    up: [
      `create unique index digital_key_one_token on digital_keys.digital_key (fed_id)
        where kind = 'token' and state <> 'revoked'`,
    ],
    down: ['drop index digital_keys.digital_key_one_token'],
  }),
];
