import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { FieldCipher } from '#libs/security';
import type { HeldData } from './held-data.js';

type Part = keyof HeldData;
type Row = Readonly<Record<string, unknown>>;

const SQL: Readonly<Record<Part, string>> = {
  username: `select p.username_encrypted as username from digital_keys.password p
     join digital_keys.digital_key k on k.id = p.key_id where k.fed_id = $1 and k.state <> 'revoked'`,
  declaredNames: `select s.name_encrypted as name from digital_keys.selfreg s
     join digital_keys.digital_key k on k.id = s.key_id where k.fed_id = $1`,
  keyDetails: `select k.id as "keyId", c.described_encrypted as certificate, t.serial as "cardNumber",
            p.device_type as device, r.reference_encrypted as "serviceName"
       from digital_keys.digital_key k
       left join digital_keys.certificate c on c.key_id = k.id
       left join digital_keys.token_card t on t.key_id = k.id
       left join digital_keys.passkey p on p.key_id = k.id
       left join digital_keys.service_reference r on r.key_id = k.id
      where k.fed_id = $1 and num_nonnulls(c.key_id, t.key_id, p.key_id, r.key_id) > 0 order by k.created_at`,
  pendingContacts: `select kind, value_encrypted as value, expires_at as until
       from people.pending_contact where fed_id = $1 and expires_at > now()`,
  sessions: `select created_at as at, last_used_at as "lastUsedAt", expires_at as until, ended_at as "endedAt",
            array(select distinct e->>'key' from jsonb_array_elements(events) e) as keys
       from fas.sign_in_session where fed_id = $1 order by created_at desc`,
  knownBrowsers: 'select first_seen_at as since from fas.known_browser where fed_id = $1 order by 1 desc',
  answers: `select application::text, created_at as at, expires_at as until
       from fas.oidc_answer where fed_id = $1 order by created_at desc`,
  messages: `select kind, template, created_at as at, sent_at as "sentAt"
       from messaging.outbox where person = $1 order by created_at desc`,
  activations: `select mail_encrypted as mail, created_at as at, expires_at as until, finished_at as "finishedAt"
       from digital_keys.activation where fed_id = $1 order by created_at desc`,
  recoveries: `select created_at as at, finished_at as "finishedAt"
       from digital_keys.recovery where fed_id = $1 order by created_at desc`,
  registrations: `select office, created_at as at, document_type as "documentType",
            document_country as "documentCountry", document_number_encrypted as "documentNumber",
            document_expiry::text as "documentUntil"
       from admin.registration where fed_id = $1 order by created_at desc`,
  lookUps: 'select created_at as at, reason from admin.look_up where fed_id = $1 order by created_at desc',
  notes: `select created_at as at, text from admin.note where about_kind = 'person' and about = $1
      order by created_at desc`,
  roles: `select role, agency, office, granted_at as at, ended_at as until
       from staff.assignment where fed_id = $1 order by granted_at desc`,
  formerProfiles:
    'select key, linked_at as at from people.former_profile where fed_id = $1 order by linked_at',
};

type ContextOf = (row: Row) => string;

/** What is encrypted at rest, with the context it is bound to. */
const CONTEXTS: Readonly<Partial<Record<Part, Readonly<Record<string, ContextOf>>>>> = {
  username: { username: () => 'username' },
  declaredNames: { name: () => 'selfreg-name' },
  keyDetails: {
    certificate: () => 'certificate-description',
    serviceName: ({ keyId }) => `digital_keys.service_reference.reference:${String(keyId)}`,
  },
  pendingContacts: { value: () => 'pending-contact' },
  activations: { mail: () => 'activation-mail' },
  registrations: { documentNumber: () => 'registration-document' },
};

const PARTS = Object.keys(SQL) as readonly Part[];

/** Reads, for their person only, what other parts keep about them. */
export class HeldDataStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
  ) {}

  async of(fedId: FedId): Promise<HeldData> {
    const parts = await Promise.all(PARTS.map(async (part) => [part, await this.part(part, fedId)] as const));
    return Object.fromEntries(parts) as unknown as HeldData;
  }

  private async part(part: Part, fedId: FedId): Promise<Row[]> {
    const rows = await this.database.query<Record<string, unknown>>(SQL[part], [fedId]);
    const encrypted = Object.entries(CONTEXTS[part] ?? {});
    return rows.map((row) => ({
      ...row,
      ...Object.fromEntries(
        encrypted.map(([column, context]) => [column, this.opened(row[column], context(row))]),
      ),
    }));
  }

  /** What was emptied when it ended is no secret, nor anything to open. */
  private opened(stored: unknown, context: string): string | null {
    return typeof stored === 'string' && stored !== '' ? this.cipher.decrypt(stored, context) : null;
  }
}
