import { column, grant, migration, table } from '#libs/database';

export const certificateMigrations = [
  migration('Certificates', 352, {
    up: [
      ...table('digital_keys.certificate', 'A certificate that a person registered as a key', {
        key_id: column('uuid primary key references digital_keys.digital_key', 'internal', 'The key'),
        fingerprint_index: column(
          'text unique',
          'internal',
          'Keyed hash of the fingerprint, for look-up; emptied when somebody registers the certificate of a revoked key anew',
        ),
        described_encrypted: column(
          'text not null',
          'personal',
          'Names of holder and issuer as the certificate has them, encrypted',
        ),
        not_after: column('timestamptz not null', 'internal', 'When the certificate ends'),
      }),
      grant(['csam_fas', 'csam_sma'], 'select, insert, update', 'digital_keys.certificate'),
      // To register one, its owner shows it to the certificate listener; SMA fetches what was read.
      grant('csam_sma', 'select, delete', 'digital_keys.card_reading'),
    ],
    down: [
      'revoke select, delete on digital_keys.card_reading from csam_sma',
      'drop table digital_keys.certificate',
    ],
  }),
];
