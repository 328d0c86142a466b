import { addColumn, column, grant, migration, table } from '#libs/database';

export const contactLifeMigrations = [
  migration('ContactLife', 511, {
    up: [
      ...addColumn(
        'people.contact',
        'usable_from',
        column(
          'timestamptz not null default now()',
          'internal',
          'Since when codes may be sent there; a new number rests first',
        ),
      ),
      ...table(
        'people.pending_contact',
        'Mail addresses and numbers that their person has not confirmed yet',
        {
          id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier of the request'),
          fed_id: column('text not null references people.person', 'internal', 'Who wants it'),
          kind: column('text not null', 'internal', 'mail or phone'),
          value_encrypted: column('text not null', 'personal', 'The address or number, encrypted'),
          link: column('text unique', 'secret', 'Hash of the token in the mail'),
          code_hash: column('text', 'secret', 'Keyed hash of the code in the mail'),
          failures: column('smallint not null default 0', 'internal', 'Wrong guesses at the code'),
          rests: column('boolean not null', 'internal', 'Whether codes wait before they go there'),
          expires_at: column('timestamptz not null', 'internal', 'Moment after which it must be asked anew'),
        },
        { constraints: ['unique (fed_id, kind)'] },
      ),
      'create index pending_contact_expires_at on people.pending_contact (expires_at)',
      ...table(
        'people.agreement_acceptance',
        'Who accepted which version of the user agreement',
        {
          fed_id: column('text not null references people.person', 'internal', 'The person'),
          version: column('text not null', 'internal', 'Version of the agreement'),
          accepted_at: column('timestamptz not null default now()', 'personal', 'When it was accepted'),
        },
        { constraints: ['primary key (fed_id, version)'] },
      ),
      grant('csam_sma', 'select, insert, update, delete', 'people.pending_contact'),
      grant('csam_worker', 'select, delete', 'people.pending_contact'),
      grant('csam_sma', 'select, insert, delete', 'people.agreement_acceptance'),
    ],
    down: [
      'drop table people.agreement_acceptance',
      'drop table people.pending_contact',
      'alter table people.contact drop column usable_from',
    ],
  }),
  migration('Erasure', 513, {
    // A person may have everything erased that leads back to them.
    up: [grant('csam_sma', 'delete', 'people.identifier')],
    down: ['revoke delete on people.identifier from csam_sma'],
  }),
];
