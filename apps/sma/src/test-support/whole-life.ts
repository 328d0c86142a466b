import type { FedId, PersonNumber } from '#libs/kernel';
import { FieldCipher } from '#libs/security';
import type { SpecSma } from './spec-sma.js';

export const WHOLE = {
  number: '85073099536' as PersonNumber,
  mail: 'petra.pseudoniem@example.be',
  phone: '+32460000077',
  username: 'petra.pseudoniem',
  holder: 'Petra Pseudoniem (signature)',
  card: 'T123456789',
  document: 'AB1234567',
  note: 'Asked to be called in the evening',
  reason: 'Called about a lost phone',
} as const;

const STAFF = 'f'.repeat(40);

/** Somebody about whom every table that can hold something about a person holds it. */
export async function wholeLife(sma: SpecSma): Promise<FedId> {
  const { fedId } = await sma.people.create({
    enrolment: 'eid',
    language: 'nl',
    number: { register: 'national', number: WHOLE.number },
  });
  await sma.people.addContact(fedId, { kind: 'mail', value: WHOLE.mail, primary: true, verified: true });
  await sma.people.addContact(fedId, { kind: 'phone', value: WHOLE.phone, primary: true, verified: true });
  await plantService(sma);
  await plantKeys(sma, fedId);
  await plantTraces(sma, fedId);
  await plantWithStaff(sma, fedId);
  return fedId;
}

async function plantService(sma: SpecSma): Promise<void> {
  const { database } = sma.database;
  await database.query(
    `insert into agencies.agency (number, name) values ('0671516647', '{}') on conflict do nothing`,
  );
  await database.query(
    `insert into agencies.application (agency, name, environment, minimum_level, keys, contexts, attributes)
     values ('0671516647', $1, 'INT', 100, '{eid}', '{citizen}', '[]')`,
    [JSON.stringify({ nl: 'Loket', fr: 'Guichet', de: 'Schalter', en: 'Counter' })],
  );
}

async function plantKeys(sma: SpecSma, fedId: FedId): Promise<void> {
  const cipher = new FieldCipher(sma.master);
  const { database } = sma.database;
  const add = (kind: 'token' | 'certificate' | 'passkey' | 'itsme' | 'password' | 'totp' | 'selfreg') =>
    sma.keys.add({ fedId, kind, enrolment: 'eid', label: `Petra’s ${kind}` });
  const [card, itsme] = [await add('token'), await add('itsme')];
  const rows: readonly (readonly [table: string, values: readonly unknown[]])[] = [
    ['token_card values ($1, $2, 1)', [card, WHOLE.card]],
    ["token_code values ($1, 1, 'hash')", [card]],
    [
      "certificate values ($1, 'fingerprint', $2, now() + interval '1 year')",
      [
        await add('certificate'),
        cipher.encrypt(
          JSON.stringify({ holder: WHOLE.holder, issuer: 'Example Trust CA' }),
          'certificate-description',
        ),
      ],
    ],
    [
      `passkey (key_id, credential_id, user_handle, public_key, algorithm, counter, backup_eligible, backed_up,
                device_type) values ($1, 'credential', 'handle', 'key', -7, 0, false, false, 'a-device-model')`,
      [await add('passkey')],
    ],
    [
      'service_reference values ($1, $2)',
      [itsme, cipher.encrypt('itsme-sub', `digital_keys.service_reference.reference:${itsme}`)],
    ],
    [
      "password (key_id, username_encrypted, username_index, password_hash) values ($1, $2, 'index', 'hash')",
      [await add('password'), cipher.encrypt(WHOLE.username, 'username')],
    ],
    [
      `selfreg (key_id, mail_index, name_encrypted, password_hash, agreement) values ($1, 'index', $2, 'hash', '1')`,
      [
        await add('selfreg'),
        cipher.encrypt(JSON.stringify({ given: 'Petra', family: 'Self' }), 'selfreg-name'),
      ],
    ],
  ];
  for (const [insert, values] of rows) await database.query(`insert into digital_keys.${insert}`, values);
  await plantSecret(sma, await add('totp'));
  await database.query('update digital_keys.digital_key set last_used_at = now() where id = $1', [card]);
}

async function plantSecret(sma: SpecSma, keyId: string): Promise<void> {
  await sma.database.database.query(
    "insert into digital_keys.totp (key_id, secret_encrypted) values ($1, 'secret')",
    [keyId],
  );
}

/** What signing in and asking for things leaves. */
async function plantTraces(sma: SpecSma, fedId: FedId): Promise<void> {
  const cipher = new FieldCipher(sma.master);
  const inserts: readonly (readonly [sql: string, values?: readonly unknown[]])[] = [
    ["people.name_index values ($1, 'index')"],
    ["people.agreement_acceptance values ($1, '1.0')"],
    [
      `people.pending_contact (fed_id, kind, value_encrypted, rests, expires_at)
       values ($1, 'mail', $2, false, now() + interval '1 hour')`,
      [cipher.encrypt('petra.new@example.be', 'pending-contact')],
    ],
    [
      `fas.sign_in_session (uid, cookie, fed_id, events, expires_at)
       values ('uid', 'cookie', $1, '[{"key": "totp"}]', now() + interval '1 hour')`,
    ],
    ["fas.known_browser values ($1, 'hash')"],
    [
      `fas.release_decision (fed_id, application, attributes)
       select $1, id, '{givenName}' from agencies.application limit 1`,
    ],
    [
      `aps.consultation (id, occurred_at, subject, application, agency, journey, token_id, purpose, context, results,
                         reference)
       select 'one', now(), $1, id::text, agency, 'journey', 'token', 'sign-in', 'citizen',
              '[{"name": "givenName", "status": "given"}]'::jsonb, 'REF'
         from agencies.application limit 1`,
    ],
    [
      `fas.oidc_answer (id, application, client_id, fed_id, session_uid, scope, class_reference, amr,
                        authenticated_at, attributes, expires_at)
       values ('grant', gen_random_uuid(), 'client', $1, 'uid', 'openid', 'class', '{totp}', now(), 'encrypted',
               now() + interval '1 hour')`,
    ],
    [
      `messaging.outbox (id, kind, template, language, recipient, recipient_index, person, deduplication_key)
       values (gen_random_uuid(), 'mail', 'key-expiry', 'nl', 'encrypted', 'index', $1, 'one')`,
    ],
    [`digital_keys.recovery (fed_id, link, expires_at) values ($1, 'link', now() + interval '1 hour')`],
    [
      `digital_keys.activation (fed_id, mail_encrypted, link, code_hash, officer, expires_at)
       values ($1, $2, 'link', 'hash', '${STAFF}', now() + interval '1 day')`,
      [cipher.encrypt('petra.first@example.be', 'activation-mail')],
    ],
    [
      `digital_keys.key_setup (fed_id, kind, memory, expires_at) values ($1, 'totp', 'secret', now() + interval '1 hour')`,
    ],
    [`digital_keys.disown_link values ('link', $1, 'key-activated', null, now() + interval '1 day')`],
  ];
  for (const [insert, values = []] of inserts)
    await sma.database.database.query(`insert into ${insert}`, [fedId, ...values]);
}

/** What staff did for and about the person, and the person as staff. */
async function plantWithStaff(sma: SpecSma, fedId: FedId): Promise<void> {
  const { database } = sma.database;
  const former = await sma.people.create({ enrolment: 'self', language: 'nl' });
  await database.query("insert into people.former_profile values ($1, $2, 'eid')", [former.fedId, fedId]);
  await database.query(
    `insert into admin.look_up (staff, fed_id, reason, created_at, expires_at)
     values ('${STAFF}', $1, $2, now(), now())`,
    [fedId, WHOLE.reason],
  );
  await database.query(
    `insert into admin.note (about_kind, about, text, author, created_at)
     values ('person', $1, $2, '${STAFF}', now())`,
    [fedId, WHOLE.note],
  );
  await database.query(
    `insert into staff.registration_office values ('44021', '0207451227', '{}') on conflict do nothing`,
  );
  const cipher = new FieldCipher(sma.master);
  await database.query(
    `insert into admin.registration (office, officer, fed_id, document_type, document_country,
       document_number_encrypted, document_expiry, mail_index, replaced_keys, created_at)
     values ('44021', '${STAFF}', $1, 'passport', 'PT', $2, '2030-01-01', 'index', 0, now())`,
    [fedId, cipher.encrypt(WHOLE.document, 'registration-document')],
  );
  await database.query(
    "insert into staff.assignment (fed_id, role, reason) values ($1, 'auditor', 'Works there')",
    [fedId],
  );
}
