import { addColumn, column, grant, migration, schema, table } from '#libs/database';

const journey = table('fas.journey', 'A login under way', {
  id: column('text primary key', 'internal', 'Random identifier, part of the address of its pages'),
  version: column('smallint not null', 'internal', 'Shape of the row'),
  state: column('text not null', 'internal', 'Where the login stands'),
  application: column('uuid not null', 'internal', 'The application that asked'),
  browser: column('text', 'internal', 'Hash of the cookie of the browser that started it'),
  request: column('jsonb not null', 'internal', 'What the relying party asks, in our own words'),
  protocol_state: column('jsonb not null', 'internal', 'What the front door needs to answer'),
  password: column('jsonb', 'internal', 'The first factor that was proven in this login'),
  elsewhere: column('text', 'internal', 'What a key kept when it sent the browser elsewhere, encrypted'),
  result: column('text', 'personal', 'How it ended, with the values of attributes, encrypted'),
  created_at: column('timestamptz not null', 'internal', 'When it began'),
  expires_at: column('timestamptz not null', 'internal', 'When it is given up'),
});

const session = table('fas.sign_in_session', 'Single sign-on: one person in one browser', {
  uid: column('text primary key', 'internal', 'Identifier that stays while the session lives'),
  cookie: column('text not null unique', 'internal', 'Hash of the value of the cookie'),
  fed_id: column('text', 'internal', 'The person; none while nobody signed in'),
  events: column("jsonb not null default '[]'", 'internal', 'Which keys were proven and when'),
  participants: column("jsonb not null default '[]'", 'internal', 'Relying parties to tell when it ends'),
  oidc: column("jsonb not null default '{}'", 'internal', 'What the OpenID provider keeps with a session'),
  created_at: column('timestamptz not null default now()', 'internal', 'When it began'),
  last_used_at: column('timestamptz not null default now()', 'internal', 'When it last served'),
  expires_at: column('timestamptz not null', 'internal', 'When it ends whatever happens'),
  ended_at: column('timestamptz', 'internal', 'When the person or somebody with the right ended it'),
});

const oidcRecord = table('fas.oidc_record', 'Codes, tokens and other records of the OpenID provider', {
  model: column('text not null', 'internal', 'Kind of record'),
  id: column('text not null', 'internal', 'Hash of its identifier; for a token that is the token itself'),
  payload: column('jsonb not null', 'internal', 'What the OpenID provider keeps'),
  grant_id: column('text', 'internal', 'The answer to which it belongs'),
  consumed_at: column('timestamptz', 'internal', 'When it was used up'),
  expires_at: column('timestamptz not null', 'internal', 'When it loses its value'),
});

const oidcAnswer = table('fas.oidc_answer', 'What was answered to a client, for its tokens and userinfo', {
  id: column('text primary key', 'internal', 'Identifier of the grant'),
  application: column('uuid not null', 'internal', 'The application that asked'),
  client_id: column('text not null', 'internal', 'Its client id'),
  fed_id: column('text not null', 'internal', 'The person'),
  session_uid: column('text not null', 'internal', 'The sign-in session'),
  scope: column('text not null', 'internal', 'Scopes that were granted'),
  class_reference: column('text not null', 'internal', 'The class that was reached'),
  amr: column('text[] not null', 'internal', 'Method and level'),
  authenticated_at: column('timestamptz not null', 'internal', 'When the key was proven'),
  attributes: column('text not null', 'personal', 'Values that may be released to this client, encrypted'),
  created_at: column('timestamptz not null default now()', 'internal', 'When it was given'),
  expires_at: column('timestamptz not null', 'internal', 'When it is forgotten'),
});

const samlRequest = table(
  'fas.saml_request_seen',
  'Identifiers of SAML requests, so that none is taken twice',
  {
    id: column('text primary key', 'internal', 'Hash of issuer and request id'),
    expires_at: column(
      'timestamptz not null',
      'internal',
      'When the request would be refused as too old anyway',
    ),
  },
);

const release = table(
  'fas.release_decision',
  'What a person agreed that an application receives',
  {
    fed_id: column('text not null', 'internal', 'The person'),
    application: column('uuid not null', 'internal', 'The application'),
    attributes: column('text[] not null', 'internal', 'Names of the attributes that were shown'),
    decided_at: column('timestamptz not null default now()', 'internal', 'When the person went on'),
  },
  { constraints: ['primary key (fed_id, application)'] },
);

const knownBrowser = table(
  'fas.known_browser',
  'Browsers in which a person signed in before',
  {
    fed_id: column('text not null', 'internal', 'The person'),
    browser: column('text not null', 'personal', 'Hash of the cookie of the browser'),
    first_seen_at: column('timestamptz not null default now()', 'personal', 'When it was first used'),
  },
  { constraints: ['primary key (fed_id, browser)'] },
);

export const fasMigrations = [
  migration('SignIn', 900, {
    up: [
      ...schema('fas', 'csam_fas', 'csam_sma', 'csam_admin', 'csam_worker'),
      ...journey,
      'create index journey_expires_at on fas.journey (expires_at)',
      ...session,
      'create index sign_in_session_fed_id on fas.sign_in_session (fed_id)',
      'create index sign_in_session_expires_at on fas.sign_in_session (expires_at)',
      ...oidcRecord,
      'alter table fas.oidc_record add primary key (model, id)',
      'create index oidc_record_grant on fas.oidc_record (grant_id) where grant_id is not null',
      'create index oidc_record_expires_at on fas.oidc_record (expires_at)',
      ...oidcAnswer,
      'create index oidc_answer_expires_at on fas.oidc_answer (expires_at)',
      ...samlRequest,
      'create index saml_request_seen_expires_at on fas.saml_request_seen (expires_at)',
      ...release,
      ...knownBrowser,
      ...[
        'journey',
        'sign_in_session',
        'oidc_record',
        'oidc_answer',
        'saml_request_seen',
        'release_decision',
        'known_browser',
      ].map((name) => grant('csam_fas', 'select, insert, update, delete', `fas.${name}`)),
      ...['journey', 'sign_in_session', 'oidc_record', 'oidc_answer', 'saml_request_seen'].map((name) =>
        grant('csam_worker', 'select, delete', `fas.${name}`),
      ),
      grant('csam_sma', 'select, update', 'fas.sign_in_session'),
      grant('csam_sma', 'select, delete', 'fas.release_decision'),
    ],
    down: ['drop schema fas cascade'],
  }),
  migration('EnterpriseContext', 3230, {
    up: [
      ...addColumn(
        'fas.journey',
        'enterprise',
        column('jsonb', 'personal', 'The enterprise for which the person signs in, and who chose it'),
      ),
      ...addColumn(
        'fas.journey',
        'companies',
        column('text', 'personal', 'The enterprises that the person can choose from, encrypted'),
      ),
    ],
    down: ['alter table fas.journey drop column companies', 'alter table fas.journey drop column enterprise'],
  }),
];
