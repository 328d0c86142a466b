import { column, grant, migration, table } from '#libs/database';

export const passkeyMigrations = [
  migration('Passkeys', 353, {
    up: [
      ...table('digital_keys.passkey', 'A passkey (WebAuthn credential)', {
        key_id: column('uuid primary key references digital_keys.digital_key', 'internal', 'The key'),
        credential_id: column('text not null unique', 'personal', 'Identifier that the device gave it'),
        user_handle: column(
          'text not null',
          'personal',
          'How the device knows its owner; means nothing else',
        ),
        public_key: column('text not null', 'internal', 'Public key (COSE, base64url)'),
        algorithm: column('integer not null', 'internal', 'COSE algorithm of the key'),
        counter: column(
          'bigint not null',
          'internal',
          'Highest counter that the device told; 0 when it counts not',
        ),
        transports: column("text[] not null default '{}'", 'internal', 'How browsers reach the device'),
        backup_eligible: column('boolean not null', 'internal', 'Whether it may be copied to a keychain'),
        backed_up: column('boolean not null', 'internal', 'Whether it is in a keychain, as told last'),
        device_type: column('text not null', 'internal', 'Model of the device (AAGUID), as far as it tells'),
        copied_at: column('timestamptz', 'internal', 'When its counter went back: it may have been copied'),
      }),
      ...table(
        'digital_keys.passkey_challenge',
        'What a passkey must sign; one at a time for a login or a creation, and once',
        {
          purpose: column('text not null', 'internal', 'prove or create'),
          binding: column('text not null', 'internal', 'Hash of the login or session that asked'),
          challenge: column('text not null', 'internal', 'Hash of the challenge'),
          fed_id: column(
            'text',
            'internal',
            'Whose passkey it must be; nobody’s when a username nobody has was typed',
          ),
          expires_at: column('timestamptz not null', 'internal', 'When it is given up'),
        },
        { constraints: ['primary key (purpose, binding)'] },
      ),
      'create index passkey_challenge_expires_at on digital_keys.passkey_challenge (expires_at)',
      grant(['csam_fas', 'csam_sma'], 'select, insert, update', 'digital_keys.passkey'),
      grant(['csam_fas', 'csam_sma'], 'select, insert, update, delete', 'digital_keys.passkey_challenge'),
      grant('csam_worker', 'select, delete', 'digital_keys.passkey_challenge'),
    ],
    down: ['drop table digital_keys.passkey_challenge', 'drop table digital_keys.passkey'],
  }),
];
