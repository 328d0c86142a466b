import { addColumn, column, grant, migration, table } from '#libs/database';

export const activationMigrations = [
  migration('Activation', 512, {
    up: [
      ...table(
        'digital_keys.activation',
        'First activation by a person whom a registration office identified: a mailed link and a code on paper',
        {
          id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier'),
          fed_id: column('text not null references people.person', 'internal', 'The person'),
          mail_encrypted: column('text not null', 'personal', 'Address that the link went to, encrypted'),
          link: column('text not null unique', 'secret', 'Hash of the token in the mail'),
          code_hash: column('text not null', 'secret', 'Keyed hash of the code on paper'),
          failures: column('smallint not null default 0', 'internal', 'Wrong codes so far; five end it'),
          officer: column('text not null', 'internal', 'Who identified the person'),
          pass: column('text unique', 'secret', 'Hash of the cookie of the browser that showed both'),
          pass_until: column('timestamptz', 'internal', 'How long that browser may go on'),
          finished_at: column('timestamptz', 'internal', 'When it was done, or withdrawn'),
          created_at: column('timestamptz not null default now()', 'internal', 'When it was issued'),
          expires_at: column('timestamptz not null', 'internal', 'Fourteen days later'),
        },
      ),
      'create index activation_fed_id on digital_keys.activation (fed_id)',
      'create index activation_expires_at on digital_keys.activation (expires_at)',
      grant(['csam_sma', 'csam_admin'], 'select, insert, update', 'digital_keys.activation'),
      grant('csam_sma', 'delete', 'digital_keys.activation'),
      grant('csam_worker', 'select, delete', 'digital_keys.activation'),
    ],
    down: ['drop table digital_keys.activation'],
  }),
  migration('ActivationMailedAgain', 960, {
    up: addColumn(
      'digital_keys.activation',
      'first_link',
      column(
        'text',
        'secret',
        'Hash of the first token, to which the code is bound, once another was mailed',
      ),
    ),
    down: ['alter table digital_keys.activation drop column first_link'],
  }),
];
