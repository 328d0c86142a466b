import { column, grant, migration, schema, table, type AppRole } from '#libs/database';

const KEY_HOLDERS: readonly AppRole[] = ['csam_fas', 'csam_worker'];

/** SMA and the administration check what FAS signed; they never sign in its name. */
const KEY_READERS: readonly AppRole[] = ['csam_sma', 'csam_admin'];
const PUBLIC_HALF =
  'kid, use, algorithm, state, public_jwk, certificate, created_at, activated_at, retired_at';

const GUESS_COUNTERS: readonly AppRole[] = ['csam_fas', 'csam_sma', 'csam_aps', 'csam_admin', 'csam_worker'];

export const securityMigrations = [
  migration('SecurityTables', 100, {
    up: [
      ...schema('security', ...GUESS_COUNTERS),
      ...table('security.signing_key', 'The keys that sign what we send out: next, active and retired ones', {
        kid: column('text primary key', 'public', 'name of the key: JWK thumbprint (RFC 7638)'),
        use: column(`text not null`, 'public', 'what it signs: oidc or saml'),
        algorithm: column('text not null', 'public', 'JWA name of the signature algorithm'),
        state: column(
          `text not null check (state in ('next', 'active', 'retired'))`,
          'public',
          'next is published but does not sign yet; active signs; retired is published until its signatures have expired',
        ),
        private_key: column('text not null', 'secret', 'PKCS#8 PEM, encrypted under the master key'),
        public_jwk: column('jsonb not null', 'public', 'the public half as it is published'),
        certificate: column('text', 'public', 'self-signed X.509 certificate, PEM; only for SAML'),
        created_at: column('timestamptz not null', 'internal', 'when the key was made'),
        activated_at: column('timestamptz', 'internal', 'when it began to sign'),
        retired_at: column('timestamptz', 'internal', 'when it ceased to sign'),
      }),
      `create unique index on security.signing_key (use, algorithm, state) where state in ('next', 'active')`,
      grant(KEY_HOLDERS, 'select, insert, update', 'security.signing_key'),
      grant(KEY_READERS, `select (${PUBLIC_HALF})`, 'security.signing_key'),
      ...table(
        'security.throttle',
        'Failed guesses, counted per purpose and target',
        {
          purpose: column('text not null', 'internal', 'what is guessed at, for example sign-in-password'),
          target: column('text not null', 'personal', 'blind index of the account or address'),
          failures: column(
            'integer not null',
            'internal',
            'failures in the present window; they set the waiting time',
          ),
          consecutive: column(
            'integer not null',
            'internal',
            'failures since the last success; they set the lock',
          ),
          last_failed_at: column('timestamptz not null', 'internal', 'when the last guess was counted'),
          blocked_until: column('timestamptz', 'internal', 'no guess is taken before this moment'),
        },
        { constraints: ['primary key (purpose, target)'] },
      ),
      'create index on security.throttle (last_failed_at)',
      grant(GUESS_COUNTERS, 'select, insert, update, delete', 'security.throttle'),
    ],
    down: ['drop schema security cascade'],
  }),
];
