import { addColumn, column, grant, migration, table } from '#libs/database';

/** Tables of what is particular to a kind of key. */
const KINDS = ['token_code', 'token_card', 'certificate', 'passkey', 'totp', 'password', 'selfreg'];

export const lifeMigrations = [
  migration('KeyLife', 510, {
    up: [
      ...table(
        'digital_keys.key_setup',
        'Keys that are being set up and not proven yet',
        {
          id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier of the attempt'),
          fed_id: column('text not null references people.person', 'internal', 'Who sets it up'),
          kind: column('text not null', 'internal', 'password, totp, …'),
          memory: column('text not null', 'secret', 'What the steps share, for example a secret; encrypted'),
          expires_at: column('timestamptz not null', 'internal', 'Moment after which it must begin again'),
        },
        { constraints: ['unique (fed_id, kind)'] },
      ),
      'create index key_setup_expires_at on digital_keys.key_setup (expires_at)',
      ...table('digital_keys.disown_link', 'Links by which a person says: this change was not mine', {
        link: column('text primary key', 'secret', 'Hash of the token in the link'),
        fed_id: column('text not null references people.person', 'internal', 'Whose account was changed'),
        what: column('text not null', 'internal', 'The change'),
        key_id: column('uuid', 'internal', 'The key that was changed, if one was'),
        expires_at: column('timestamptz not null', 'internal', 'Moment after which the link does nothing'),
        used_at: column('timestamptz', 'internal', 'When it was used; it serves once'),
      }),
      'create index disown_link_expires_at on digital_keys.disown_link (expires_at)',
      'create index disown_link_fed_id on digital_keys.disown_link (fed_id)',
      grant('csam_sma', 'select, insert, update, delete', 'digital_keys.key_setup'),
      grant('csam_sma', 'select, insert, update, delete', 'digital_keys.disown_link'),
      grant('csam_worker', 'select, delete', 'digital_keys.key_setup'),
      grant('csam_worker', 'select, delete', 'digital_keys.disown_link'),
    ],
    down: ['drop table digital_keys.disown_link', 'drop table digital_keys.key_setup'],
  }),
  migration('KeyExpiry', 520, {
    up: [
      ...addColumn(
        'digital_keys.digital_key',
        'expires_at',
        column('timestamptz', 'internal', 'When it ends by itself; none: it does not'),
      ),
      ...addColumn(
        'digital_keys.digital_key',
        'reminded_within',
        column('smallint', 'internal', 'Days before its end at which the person was last told'),
      ),
      `create index digital_key_expires_at on digital_keys.digital_key (expires_at) where state <> 'revoked'`,
      `update digital_keys.digital_key set expires_at = created_at + interval '10 years' where enrolment = 'lra'`,
      `update digital_keys.digital_key k set expires_at = least(k.expires_at, c.not_after)
         from digital_keys.certificate c where c.key_id = k.id`,
      grant('csam_worker', 'update (state, changed_at, reminded_within)', 'digital_keys.digital_key'),
    ],
    down: [
      'revoke update on digital_keys.digital_key from csam_worker',
      'alter table digital_keys.digital_key drop column reminded_within, drop column expires_at',
    ],
  }),
  migration('ErasureOfKeys', 522, {
    up: [
      // Whoever has everything erased leaves no name, device or number of a card behind.
      ...KINDS.map((kind) => grant('csam_sma', 'delete', `digital_keys.${kind}`)),
      grant('csam_sma', 'select, delete', 'digital_keys.service_reference'),
    ],
    down: [
      'revoke select, delete on digital_keys.service_reference from csam_sma',
      ...KINDS.map((kind) => `revoke delete on digital_keys.${kind} from csam_sma`),
    ],
  }),
];
