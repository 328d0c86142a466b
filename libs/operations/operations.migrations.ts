import { column, grant, migration, schema, table } from '#libs/database';
import { IMPACTS } from './components.js';

const oneOf = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

const plannedWindow = table('operations.planned_window', 'Planned unavailability that agencies are told of', {
  id: column('uuid primary key', 'internal', 'identifier; calendars know the window by it'),
  components: column('text[] not null', 'public', 'what is concerned'),
  starts_at: column('timestamptz not null', 'public', 'start'),
  ends_at: column('timestamptz not null check (ends_at > starts_at)', 'public', 'end'),
  impact: column(`text not null check (impact in (${oneOf(IMPACTS)}))`, 'public', 'what it means for users'),
  reason: column('jsonb not null', 'public', 'why, in nl, fr, de, en'),
  late_reason: column('text', 'internal', 'why it was planned later than agreed'),
  state: column(
    "text not null check (state in ('proposed', 'announced', 'cancelled'))",
    'internal',
    'proposed waits for a second operator',
  ),
  sequence: column('integer not null default 0', 'internal', 'number of changes that contacts were told of'),
  planned_by: column('text not null', 'personal', 'who planned it'),
  approved_by: column('text', 'personal', 'who approved a late one'),
  told_at: column('timestamptz', 'internal', 'when contacts were last told of it'),
  reminded: column('boolean not null default false', 'internal', 'contacts were reminded of this version'),
  created_at: column('timestamptz not null default now()', 'internal', 'when it was planned'),
});

const contact = table(
  'operations.contact',
  'Who is told of maintenance and outages, for agencies',
  {
    id: column('uuid primary key', 'internal', 'identifier'),
    agency: column('text not null', 'internal', 'enterprise number of the agency'),
    address: column('text not null', 'sensitive', 'mail address, encrypted'),
    address_index: column('text not null', 'sensitive', 'blind index of the address'),
    language: column('text not null', 'internal', 'language of the mails'),
    undeliverable_since: column('timestamptz', 'internal', 'mails come back: nothing is sent any more'),
    created_at: column('timestamptz not null default now()', 'internal', 'when it was added'),
  },
  { constraints: ['unique (agency, address_index)'] },
);

const announcement = table('operations.announcement', 'What contacts were told, once per event', {
  event: column('text primary key', 'internal', 'key of the event, for example maintenance:<id>:0:planned'),
  subject: column('text not null', 'internal', 'the window, incident or release that it is about'),
  kind: column('text not null', 'internal', 'planned, changed, cancelled, reminder, opened, updated, …'),
  at: column('timestamptz not null default now()', 'internal', 'when it was written'),
});

const announcementMail = table(
  'operations.announcement_mail',
  'To which contacts an announcement went',
  {
    event: column('text not null references operations.announcement', 'internal', 'the announcement'),
    contact: column('text not null', 'internal', 'identifier of the contact'),
    outbox_id: column('uuid not null', 'internal', 'the mail; its row is gone some months after it was sent'),
  },
  { constraints: ['primary key (event, contact)'] },
);

const incident = table('operations.incident', 'Unplanned unavailability', {
  id: column('uuid primary key', 'internal', 'identifier'),
  component: column('text not null', 'public', 'what is concerned'),
  impact: column(`text not null check (impact in (${oneOf(IMPACTS)}))`, 'public', 'what it means for users'),
  started_at: column('timestamptz not null', 'public', 'first moment of trouble'),
  ended_at: column(
    'timestamptz check (ended_at >= started_at)',
    'public',
    'end of the trouble; none: goes on',
  ),
  opened_by: column('text not null', 'personal', 'probes, or who opened it'),
  closed_by: column('text', 'personal', 'probes, or who closed it'),
  recovery_told_at: column('timestamptz', 'internal', 'when contacts were told that it works again'),
  reopened: column('integer not null default 0', 'internal', 'times that it came back before that'),
});

const incidentUpdate = table('operations.incident_update', 'What operators tell about an incident', {
  id: column('uuid primary key', 'internal', 'identifier'),
  incident_id: column(
    'uuid not null references operations.incident on delete cascade',
    'internal',
    'which one',
  ),
  at: column('timestamptz not null default now()', 'public', 'when'),
  author: column('text not null', 'personal', 'who wrote it'),
  text: column('jsonb not null', 'public', 'what is known, in nl, fr, de, en'),
});

const release = table('operations.release', 'Versions of the service that were or will be brought out', {
  id: column('uuid primary key', 'internal', 'identifier'),
  version: column('text not null unique', 'public', 'for example 2.4.0'),
  kind: column("text not null check (kind in ('major', 'minor'))", 'public', 'major or minor'),
  planned_at: column('timestamptz not null', 'public', 'when it is brought out'),
  capacity_percent: column(
    'integer check (capacity_percent between 1 and 100)',
    'public',
    'share of the capacity that stays while it is brought out',
  ),
  notes: column('jsonb not null', 'public', 'what changes, in nl, fr, de, en'),
  state: column(
    "text not null default 'planned' check (state in ('planned', 'released', 'withdrawn'))",
    'public',
    'where it stands',
  ),
  released_at: column('timestamptz', 'public', 'when it was out'),
  created_at: column('timestamptz not null default now()', 'internal', 'when it was planned'),
});

export const operationsMigrations = [
  migration('Operations', 600, {
    up: [
      ...schema('operations', 'csam_fas', 'csam_sma', 'csam_aps', 'csam_admin', 'csam_worker'),
      ...plannedWindow,
      'create index planned_window_ends on operations.planned_window (ends_at)',
      ...contact,
      ...announcement,
      'create index announcement_subject on operations.announcement (subject)',
      ...announcementMail,
      ...incident,
      'create index incident_started on operations.incident (started_at)',
      'create unique index incident_open on operations.incident (component) where ended_at is null',
      ...incidentUpdate,
      'create index incident_update_incident on operations.incident_update (incident_id, at)',
      ...release,
      ...[
        'contact',
        'planned_window',
        'announcement',
        'announcement_mail',
        'incident',
        'incident_update',
        'release',
      ].map((name) => grant(['csam_admin', 'csam_worker'], 'select, insert, update', `operations.${name}`)),
      grant('csam_sma', 'select', 'operations.release'),
      // Operators see what became of the mails; never to whom they went or what they said.
      grant(
        'csam_admin',
        'select (id, template, state, attempts, last_error, created_at, sent_at)',
        'messaging.outbox',
      ),
    ],
    down: [
      'revoke select (template, state, attempts, last_error, created_at, sent_at) on messaging.outbox from csam_admin',
      'drop schema operations cascade',
    ],
  }),
];
