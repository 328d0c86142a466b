import { column, grant, migration, table } from '#libs/database';

const lookUp = table(
  'admin.look_up',
  'Who of the service desk looked at whom, why, and until when they may',
  {
    id: column(
      'uuid primary key default gen_random_uuid()',
      'internal',
      'Identifier; it stands in the address',
    ),
    staff: column('text not null', 'personal', 'FedID of the member of staff'),
    fed_id: column('text not null references people.person', 'personal', 'Whom they looked at'),
    reason: column('text not null', 'internal', 'Why'),
    created_at: column('timestamptz not null', 'internal', 'When they were found'),
    expires_at: column('timestamptz not null', 'internal', 'After this they have to be looked up again'),
  },
);

const note = table('admin.note', 'What the service desk wrote down about a person or an application', {
  id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier'),
  about_kind: column('text not null', 'internal', 'person or application'),
  about: column('text not null', 'personal', 'FedID, or identifier of the application'),
  text: column('text not null', 'internal', 'The note; no numbers of people, no mail addresses'),
  author: column('text not null', 'personal', 'FedID of who wrote it'),
  created_at: column('timestamptz not null', 'internal', 'When it was written'),
});

export const serviceDeskMigrations = [
  migration('ServiceDesk', 950, {
    up: [
      ...lookUp,
      'create index look_up_fed_id on admin.look_up (fed_id, created_at desc)',
      ...note,
      'create index note_about on admin.note (about_kind, about, created_at desc)',
      grant('csam_admin', 'select, insert', 'admin.look_up'),
      grant('csam_admin', 'select, insert', 'admin.note'),
      // A key that the service desk suspends ends what rests on it, and its owner is told with a way to object.
      'grant select (uid, fed_id, ended_at), update (ended_at) on fas.sign_in_session to csam_admin',
      grant('csam_admin', 'insert', 'digital_keys.disown_link'),
    ],
    down: [
      'revoke insert on digital_keys.disown_link from csam_admin',
      'revoke all on fas.sign_in_session from csam_admin',
      'drop table admin.note',
      'drop table admin.look_up',
    ],
  }),
];
