import type { Database, Queryable } from '#libs/database';
import { constantTimeEqual, hashToken, type BlindIndex, type FieldCipher } from '#libs/security';
import type { CappedTarget } from '../one-time-code/send-cap.js';
import { SendCounts } from '../one-time-code/send-counts.js';
import { MAIL_AGAIN_AFTER, MOST_MAILS, MOST_WRONG_CODES, type Registration } from './registration.js';

interface RegistrationRow {
  id: string;
  browser: string;
  journey: string | null;
  mail_encrypted: string;
  sends: number;
  failures: number;
  sent_at: Date;
  expires_at: Date;
  verified_at: Date | null;
  completed_at: Date | null;
}

/** What the newest mail carries; an older one opens nothing any more. */
export interface MailProof {
  readonly link: string;
  readonly code: string;
}

export interface NewRegistration extends MailProof {
  readonly id: string;
  readonly browser: string;
  readonly journey?: string;
  readonly mail: string;
  readonly expiresAt: Date;
}

export type Counted =
  | { readonly kind: 'kept' }
  | { readonly kind: 'capped'; readonly until: Date }
  /** The registration takes no further mail, or not yet. */
  | { readonly kind: 'not-now' };

/** Undoes what was counted and written. */
class Undo extends Error {
  constructor(readonly outcome: Exclude<Counted, { kind: 'kept' }>) {
    super('undo');
  }
}

const MAIL = 'registration-mail';

/** Table of registrations under way. Links and codes are kept as hashes. */
export class RegistrationStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  /** The registration, as the browser that began it may see it; `other-browser` to any other. */
  async find(id: string, browser: string): Promise<Registration | 'other-browser' | undefined> {
    const [row] = await this.database.prepared<RegistrationRow>(
      'registration-find',
      `select id, browser, journey, mail_encrypted, sends, failures, sent_at, expires_at, verified_at, completed_at
         from digital_keys.registration where id = $1`,
      [id],
    );
    if (row === undefined) return undefined;
    return row.browser === hashToken(browser) ? this.toRegistration(row) : 'other-browser';
  }

  /** Keeps a registration whose mail `send` sends, unless a cap has no room for it. */
  begin(
    fresh: NewRegistration,
    caps: readonly CappedTarget[],
    now: Date,
    send: (tx: Queryable) => Promise<void>,
  ): Promise<Counted> {
    return this.counted(caps, now, async (tx) => {
      await tx.query(
        `insert into digital_keys.registration
           (id, browser, journey, mail_encrypted, link_hash, code_hash, sent_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          fresh.id,
          hashToken(fresh.browser),
          fresh.journey ?? null,
          this.cipher.encrypt(fresh.mail, MAIL),
          hashToken(fresh.link),
          this.codeHash(fresh.id, fresh.code),
          now,
          fresh.expiresAt,
        ],
      );
      await send(tx);
    });
  }

  /** Another mail with another link and code; those before open nothing any more. */
  sendAgain(
    id: string,
    { link, code }: MailProof,
    { caps, now, send }: { caps: readonly CappedTarget[]; now: Date; send: (tx: Queryable) => Promise<void> },
  ): Promise<Counted> {
    return this.counted(caps, now, async (tx) => {
      const rows = await tx.query(
        `update digital_keys.registration set link_hash = $2, code_hash = $3, sends = sends + 1, sent_at = $4
          where id = $1 and verified_at is null and expires_at > $4 and sends < $5 and failures < $6
            and sent_at <= $7 returning id`,
        [
          id,
          hashToken(link),
          this.codeHash(id, code),
          now,
          MOST_MAILS,
          MOST_WRONG_CODES,
          new Date(now.getTime() - MAIL_AGAIN_AFTER),
        ],
      );
      if (rows.length === 0) throw new Undo({ kind: 'not-now' });
      await send(tx);
    });
  }

  /** A guess counts as failed before it is compared, so that of fifty at once no more than five are made. */
  async verifyCode(id: string, code: string, now: Date): Promise<boolean> {
    const [row] = await this.database.prepared<{ code_hash: string }>(
      'registration-guess',
      `update digital_keys.registration set failures = failures + 1
        where id = $1 and verified_at is null and expires_at > $2 and failures < $3 returning code_hash`,
      [id, now, MOST_WRONG_CODES],
    );
    if (row === undefined || !constantTimeEqual(row.code_hash, this.codeHash(id, code))) return false;
    return this.markVerified(id, row.code_hash, now);
  }

  async verifyLink(id: string, link: string, now: Date): Promise<boolean> {
    const rows = await this.database.prepared(
      'registration-link',
      `update digital_keys.registration set verified_at = $3
        where id = $1 and link_hash = $2 and verified_at is null and expires_at > $3 and failures < $4 returning id`,
      [id, hashToken(link), now, MOST_WRONG_CODES],
    );
    return rows.length === 1;
  }

  /** Takes a verified registration to make its profile; of several requests one gets it. */
  async take(tx: Queryable, id: string, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `update digital_keys.registration set completed_at = $2
        where id = $1 and verified_at is not null and completed_at is null and expires_at > $2 returning id`,
      [id, now],
    );
    return rows.length === 1;
  }

  /** With the code that was compared: a mail that was asked meanwhile made it worthless. */
  private async markVerified(id: string, codeHash: string, now: Date): Promise<boolean> {
    const rows = await this.database.prepared(
      'registration-verified',
      `update digital_keys.registration set verified_at = $3
        where id = $1 and code_hash = $2 and verified_at is null returning id`,
      [id, codeHash, now],
    );
    return rows.length === 1;
  }

  private async counted(
    caps: readonly CappedTarget[],
    now: Date,
    work: (tx: Queryable) => Promise<void>,
  ): Promise<Counted> {
    try {
      await this.database.transaction(async (tx) => {
        const counted = await new SendCounts(tx, this.index).count(caps, now);
        if (counted.kind === 'capped') throw new Undo({ kind: 'capped', until: counted.until });
        await work(tx);
      });
      return { kind: 'kept' };
    } catch (error) {
      if (error instanceof Undo) return error.outcome;
      throw error;
    }
  }

  private codeHash(id: string, code: string): string {
    return this.index.of(code, `registration-code:${id}`);
  }

  private toRegistration(row: RegistrationRow): Registration {
    return {
      id: row.id,
      mail: this.cipher.decrypt(row.mail_encrypted, MAIL),
      ...(row.journey !== null && { journey: row.journey }),
      sends: row.sends,
      failures: row.failures,
      sentAt: row.sent_at,
      expiresAt: row.expires_at,
      ...(row.verified_at !== null && { verifiedAt: row.verified_at }),
      ...(row.completed_at !== null && { completedAt: row.completed_at }),
    };
  }
}
