import { grant, migration } from '#libs/database';

/** Columns of other parts that tell something about a person, for that person to take along. */
const TOLD: readonly (readonly [columns: string, table: string])[] = [
  ['fed_id, first_seen_at', 'fas.known_browser'],
  ['fed_id, application, created_at, expires_at', 'fas.oidc_answer'],
  ['person, kind, template, created_at, sent_at', 'messaging.outbox'],
  [
    'fed_id, office, created_at, document_type, document_country, document_number_encrypted, document_expiry',
    'admin.registration',
  ],
  ['fed_id, reason, created_at', 'admin.look_up'],
  ['about_kind, about, text, created_at', 'admin.note'],
  ['fed_id, role, agency, office, granted_at, ended_at', 'staff.assignment'],
];

const SCHEMAS = 'admin, staff';

export const myDataMigrations = [
  migration('EverythingAboutAPerson', 3260, {
    up: [
      `grant usage on schema ${SCHEMAS} to csam_sma`,
      ...TOLD.map(([columns, table]) => `grant select (${columns}) on ${table} to csam_sma`),
      // What leads back to a person goes when they want all of it erased.
      grant('csam_sma', 'delete', 'fas.known_browser'),
      grant('csam_sma', 'delete', 'fas.oidc_answer'),
      grant('csam_sma', 'delete', 'admin.note'),
      'grant update (document_number_encrypted, mail_index) on admin.registration to csam_sma',
    ],
    down: [
      'revoke update (document_number_encrypted, mail_index) on admin.registration from csam_sma',
      'revoke delete on admin.note, fas.oidc_answer, fas.known_browser from csam_sma',
      ...TOLD.map(([columns, table]) => `revoke select (${columns}) on ${table} from csam_sma`),
      `revoke usage on schema ${SCHEMAS} from csam_sma`,
    ],
  }),
];
