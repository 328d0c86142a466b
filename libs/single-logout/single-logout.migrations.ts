import { column, grant, migration, schema, table } from '#libs/database';
import { SESSION_END_TRIGGERS } from './session-end-triggers.js';

const sessionEnd = table(
  'single_logout.session_end',
  'Announcements that sessions must end, or have ended, for FAS to tell the services',
  {
    id: column('bigint generated always as identity primary key', 'internal', 'Order of arrival'),
    fed_id: column('text', 'internal', 'All sessions of this person'),
    session_uid: column('text', 'internal', 'This session'),
    key_id: column('text', 'internal', 'Only sessions in which this digital key was proven'),
    cause: column('text not null', 'internal', 'elsewhere, key or account'),
    announced_at: column('timestamptz not null default now()', 'internal', 'When it was announced'),
  },
);

const logout = table('single_logout.logout', 'Ends of sign-in sessions', {
  id: column('text primary key', 'internal', 'Random identifier, part of the address of its page'),
  session_uid: column('text not null', 'internal', 'The sign-in session'),
  fed_id: column('text', 'internal', 'The person'),
  cause: column('text not null', 'internal', 'Why it ended'),
  state: column('text not null', 'internal', 'asking, under-way or done'),
  starter: column('jsonb not null', 'internal', 'Who wants to be answered, and how'),
  proven: column('boolean not null', 'internal', 'Whether the starter proved that it may ask'),
  created_at: column('timestamptz not null default now()', 'internal', 'When it was asked'),
  performed_at: column('timestamptz', 'internal', 'When the session ended'),
  expires_at: column('timestamptz not null', 'internal', 'When it is forgotten'),
});

const delivery = table('single_logout.delivery', 'Services of a session that must hear that it ended', {
  id: column('uuid primary key default gen_random_uuid()', 'internal', 'Identifier'),
  logout: column(
    'text not null references single_logout.logout on delete cascade',
    'internal',
    'The logout that it belongs to',
  ),
  application: column('uuid not null', 'internal', 'The application'),
  protocol: column('text not null', 'internal', 'oidc or saml'),
  channel: column('text not null', 'internal', 'front: by the browser; back: by the worker; none'),
  message_id: column('text not null unique', 'internal', 'ID of the LogoutRequest or jti of the token'),
  details: column(
    'jsonb not null',
    'internal',
    'What the service knows person and session by, and where it is',
  ),
  state: column('text not null', 'internal', 'waiting, sent, confirmed or failed'),
  reason: column('text', 'internal', 'Why the last attempt failed, a word of ours'),
  attempts: column('integer not null default 0', 'internal', 'Attempts so far'),
  due_at: column('timestamptz', 'internal', 'When the worker should take it up (again)'),
  created_at: column('timestamptz not null default now()', 'internal', 'When the session ended'),
  changed_at: column('timestamptz not null default now()', 'internal', 'When its state last changed'),
});

export const singleLogoutMigrations = [
  migration('SingleLogout', 420, {
    up: [
      ...schema('single_logout', 'csam_fas', 'csam_worker'),
      ...sessionEnd,
      ...logout,
      // One session ends once; it may be asked about several times before.
      `create unique index logout_session on single_logout.logout (session_uid) where state <> 'asking'`,
      'create index logout_expires_at on single_logout.logout (expires_at)',
      ...delivery,
      'create index delivery_logout on single_logout.delivery (logout)',
      'create index delivery_due_at on single_logout.delivery (due_at) where due_at is not null',
      grant('csam_fas', 'select, insert, update, delete', 'single_logout.logout'),
      grant('csam_fas', 'select, insert, update', 'single_logout.delivery'),
      grant('csam_fas', 'select, delete', 'single_logout.session_end'),
      grant('csam_worker', 'select, delete', 'single_logout.logout'),
      grant('csam_worker', 'select, update, delete', 'single_logout.delivery'),
    ],
    down: ['drop schema single_logout cascade'],
  }),
  // After the tables of sessions, keys and people, whose changes it hears.
  migration('SessionEndAnnouncements', 1420, SESSION_END_TRIGGERS),
];
