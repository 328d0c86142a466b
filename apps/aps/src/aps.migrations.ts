import { column, grant, migration, schema, table } from '#libs/database';

const consultation = table(
  'aps.consultation',
  'Who was told what about whom and on what ground; never the values themselves',
  {
    id: column('text primary key', 'internal', 'Identifier of the consultation; the sources know it too'),
    occurred_at: column('timestamptz not null', 'internal', 'When was asked'),
    subject: column('text not null', 'internal', 'FedID of the person whose data was asked'),
    application: column('text not null', 'internal', 'Identifier of the application that asked'),
    agency: column('text not null', 'public', 'Enterprise number of the agency behind it'),
    journey: column('text not null', 'internal', 'Sign-in during which was asked'),
    token_id: column(
      'text not null unique',
      'internal',
      'Identifier of the token; each is good for one consultation',
    ),
    purpose: column('text not null', 'internal', 'Why was asked'),
    context: column('text not null', 'internal', 'citizen or enterprise'),
    legal_basis_kind: column(
      'text',
      'public',
      'RR_OWN, RR_21_2015, LAW or PROTOCOL; none: nothing could be given',
    ),
    legal_basis_reference: column('text', 'public', 'Number of the deliberation, law or protocol'),
    results: column(
      'jsonb not null',
      'internal',
      'Per attribute: given, refused or unavailable, why, and the source',
    ),
    reference: column('text not null', 'internal', 'Reference of the request'),
  },
);

export const apsMigrations = [
  migration('AttributePublication', 500, {
    up: [
      ...schema('aps', 'csam_aps', 'csam_sma', 'csam_admin', 'csam_worker'),
      ...consultation,
      'create index consultation_subject on aps.consultation (subject, occurred_at desc)',
      grant('csam_aps', 'select, insert', 'aps.consultation'),
      grant(['csam_sma', 'csam_admin', 'csam_worker'], 'select', 'aps.consultation'),
    ],
    down: ['drop schema aps cascade'],
  }),
  migration('NumbersThatChange', 3220, {
    up: [
      grant('csam_aps', 'insert, update', 'people.identifier'),
      // When the years are over for which the record must be kept.
      grant('csam_worker', 'delete', 'aps.consultation'),
      'create index consultation_occurred_at on aps.consultation (occurred_at)',
    ],
    down: [
      'drop index aps.consultation_occurred_at',
      'revoke delete on aps.consultation from csam_worker',
      'revoke insert, update on people.identifier from csam_aps',
    ],
  }),
];
