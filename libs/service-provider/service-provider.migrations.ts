import { addColumn, column, grant, migration, schema, table, type AppRole } from '#libs/database';

const PROVIDERS: readonly AppRole[] = ['csam_sma', 'csam_admin'];

const provider = () => column('text not null', 'public', 'Which of our apps: sma or admin');

const key = table('service_provider.key', 'The key with which an app signs what it asks of FAS', {
  provider: column('text primary key', 'public', 'Which of our apps: sma or admin'),
  private_key: column('text not null', 'secret', 'PKCS#8 PEM, encrypted under the master key'),
  certificate: column('text not null', 'public', 'Self-signed X.509 certificate, PEM, as in the metadata'),
  created_at: column('timestamptz not null default now()', 'internal', 'When the key was made'),
});

const signInRequest = table(
  'service_provider.sign_in_request',
  'Sign-ins that were sent to FAS and are not answered yet',
  {
    provider: provider(),
    relay_state: column('text not null', 'internal', 'Hash of the token that comes back with the answer'),
    request_id: column('text not null', 'internal', 'ID of the request; the answer must name it'),
    browser: column('text not null', 'personal', 'Hash of the cookie of the browser that began it'),
    return_to: column('text not null', 'internal', 'Path to go on to, inside the app'),
    minimum: column('integer not null', 'internal', 'Level that was asked'),
    forced: column('boolean not null', 'internal', 'Whether a fresh proof was asked'),
    created_at: column('timestamptz not null', 'internal', 'When it was sent'),
    expires_at: column('timestamptz not null', 'internal', 'When an answer is no longer taken'),
  },
  { constraints: ['primary key (provider, relay_state)'] },
);

const assertionSeen = table(
  'service_provider.assertion_seen',
  'Identifiers of assertions, so that none is taken twice',
  {
    provider: provider(),
    assertion_id: column('text not null', 'internal', 'ID of the assertion'),
    expires_at: column('timestamptz not null', 'internal', 'When it would be refused as too old anyway'),
  },
  { constraints: ['primary key (provider, assertion_id)'] },
);

const session = table('service_provider.session', 'People who are signed in to one of our apps', {
  cookie: column('text primary key', 'secret', 'Hash of the value of the cookie'),
  provider: provider(),
  fed_id: column('text not null', 'internal', 'The person'),
  level: column('integer not null', 'internal', 'Level that FAS says was proven'),
  class_reference: column('text not null', 'internal', 'The same as the assertion has it'),
  authenticated_at: column('timestamptz not null', 'internal', 'When the person proved it'),
  session_index: column('text not null', 'internal', 'What FAS calls its own session'),
  name_id: column('text not null', 'internal', 'What FAS calls the person, in this session only'),
  details: column('text not null', 'personal', 'Further attributes of the assertion, encrypted'),
  created_at: column('timestamptz not null', 'internal', 'When the person signed in'),
  last_used_at: column('timestamptz not null', 'internal', 'Last use, to the minute'),
  expires_at: column('timestamptz not null', 'internal', 'When it ends whatever happens'),
});

const STATE = ['sign_in_request', 'assertion_seen', 'session'];

export const serviceProviderMigrations = [
  migration('ServiceProvider', 400, {
    up: [
      ...schema('service_provider', ...PROVIDERS, 'csam_worker'),
      ...key,
      ...signInRequest,
      'create index sign_in_request_expires_at on service_provider.sign_in_request (expires_at)',
      ...assertionSeen,
      'create index assertion_seen_expires_at on service_provider.assertion_seen (expires_at)',
      ...session,
      'create index session_fed_id on service_provider.session (provider, fed_id)',
      'create index session_expires_at on service_provider.session (expires_at)',
      grant(PROVIDERS, 'select, insert', 'service_provider.key'),
      ...STATE.map((name) => grant(PROVIDERS, 'select, insert, update, delete', `service_provider.${name}`)),
      ...STATE.map((name) => grant('csam_worker', 'select, delete', `service_provider.${name}`)),
    ],
    down: ['drop schema service_provider cascade'],
  }),
  // FAS is a service provider too, towards recognised services that speak SAML.
  migration('ServiceProviderOfFas', 401, {
    up: [
      ...addColumn(
        'service_provider.sign_in_request',
        'answer',
        column(
          'text',
          'personal',
          'What was posted for it, encrypted, until the browser is back to have it judged',
        ),
      ),
      'grant usage on schema service_provider to csam_fas',
      grant('csam_fas', 'select, insert', 'service_provider.key'),
      grant('csam_fas', 'select, insert, update, delete', 'service_provider.sign_in_request'),
      grant('csam_fas', 'select, insert, delete', 'service_provider.assertion_seen'),
    ],
    down: [
      'revoke all on all tables in schema service_provider from csam_fas',
      'revoke usage on schema service_provider from csam_fas',
      'alter table service_provider.sign_in_request drop column answer',
    ],
  }),
];
