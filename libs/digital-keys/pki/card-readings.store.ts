import type { Queryable } from '#libs/database';
import { minutes } from '#libs/kernel';
import { hashToken, randomToken, type FieldCipher } from '#libs/security';
import { readPresented, writePresented, type PresentedCertificate } from './presented.js';

/** What was read: a certificate, or that the browser showed none. */
export type CardReading =
  { readonly kind: 'certificate'; readonly presented: PresentedCertificate } | { readonly kind: 'none' };

/** Between the certificate listener and the page that asked lies one redirect. */
const LIFETIME = minutes(2);

/** The self-test's page may be looked at, printed and read in another language. */
const LIFETIME_OF_TEST = minutes(10);

const CONTEXT = 'card-reading';

interface ReadingRow {
  certificate: string | null;
}

/**
 * Hands a certificate from the certificate listener to who asked for it. The address carries a random handle only;
 * fetching needs it together with what the asking login in its browser knows, and works once.
 */
export class CardReadingsStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
  ) {}

  /** Returns the handle. */
  async keep(
    reading: CardReading,
    visit: { readonly binding: string; readonly test: boolean },
  ): Promise<string> {
    const handle = randomToken();
    const sealed =
      reading.kind === 'none' ? null : this.cipher.encrypt(writePresented(reading.presented), CONTEXT);
    const lifetime = visit.test ? LIFETIME_OF_TEST : LIFETIME;
    await this.database.prepared(
      'card-reading-keep',
      `insert into digital_keys.card_reading (handle, binding, certificate, expires_at)
       values ($1, $2, $3, now() + $4 * interval '1 millisecond')`,
      [hashToken(handle), hashToken(visit.binding), sealed, lifetime],
    );
    return handle;
  }

  /** Fetches it once; undefined for a handle that is unknown, used, too old, or of another login or browser. */
  async take(handle: string, binding: string): Promise<CardReading | undefined> {
    const rows = await this.database.prepared<ReadingRow>(
      'card-reading-take',
      `delete from digital_keys.card_reading where handle = $1 and binding = $2 and expires_at > now()
       returning certificate`,
      [hashToken(handle), hashToken(binding)],
    );
    return rows[0] && this.open(rows[0]);
  }

  /** The same, and it stays: for the self-test, which signs nobody in. */
  async look(handle: string, binding: string): Promise<CardReading | undefined> {
    const rows = await this.database.prepared<ReadingRow>(
      'card-reading-look',
      `select certificate from digital_keys.card_reading
        where handle = $1 and binding = $2 and expires_at > now()`,
      [hashToken(handle), hashToken(binding)],
    );
    return rows[0] && this.open(rows[0]);
  }

  private open({ certificate }: ReadingRow): CardReading {
    const presented =
      certificate === null ? undefined : readPresented(this.cipher.decrypt(certificate, CONTEXT));
    return presented === undefined ? { kind: 'none' } : { kind: 'certificate', presented };
  }
}
