import type { Database, Queryable } from '#libs/database';
import { systemClock, type Clock, type FedId, type Language } from '#libs/kernel';
import type { Outbox } from '#libs/messaging';
import { constantTimeEqual, hashToken, randomToken, type BlindIndex, type FieldCipher } from '#libs/security';
import { mailLink } from './mail-link.js';
import { ACTIVATION_LIFE, MOST_TRIES, newPaperCode, normalisePaperCode, PASS_LIFE } from './activation.js';

export interface NewActivation {
  readonly fedId: FedId;
  /** Personal address; the link goes there and it counts as confirmed once the link was used. */
  readonly mail: string;
  readonly language: Language;
  /** Who identified the person: FedID of the officer. */
  readonly officer: string;
}

/** A browser that showed the link and the code. */
export interface OpenedActivation {
  readonly id: string;
  readonly fedId: FedId;
  readonly mail: string;
  readonly createdAt: Date;
}

export type OpenOutcome =
  | { readonly kind: 'opened'; readonly pass: string; readonly activation: OpenedActivation }
  | { readonly kind: 'wrong'; readonly left: number; readonly fedId: FedId }
  | { readonly kind: 'over' };

export interface ActivationsParts {
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly outbox: Outbox;
  /** Address of SMA. */
  readonly baseUrl: string;
  readonly clock?: Clock;
}

interface ActivationRow {
  id: string;
  fed_id: string;
  mail_encrypted: string;
  created_at: Date;
}

const ALIVE = 'finished_at is null and expires_at > $2';

/**
 * First keys without an identity card. A registration office hands over a code on paper, the link goes by mail; only
 * both together open the way (Implementing Regulation (EU) 2015/1502, 2.2.2).
 */
export class Activations {
  private readonly clock: Clock;

  constructor(private readonly the: ActivationsParts) {
    this.clock = the.clock ?? systemClock;
  }

  /**
   * Issues one; an earlier one of the same person ends. Writes the mail in the same transaction.
   *
   * @returns the code to print and hand over; it is nowhere else in clear
   */
  async create({ fedId, mail, language, officer }: NewActivation): Promise<{ id: string; code: string }> {
    const now = this.clock.now();
    const [code, token] = [newPaperCode(), randomToken()];
    const id = await this.the.database.transaction(async (tx) => {
      await this.endAll(tx, fedId, now);
      const [row] = await tx.query<{ id: string }>(
        `insert into digital_keys.activation (fed_id, mail_encrypted, link, code_hash, officer, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [
          fedId,
          this.the.cipher.encrypt(mail, 'activation-mail'),
          hashToken(token),
          this.codeHash(hashToken(token), code),
          officer,
          now,
          new Date(now.getTime() + ACTIVATION_LIFE),
        ],
      );
      if (row === undefined) throw new Error('the activation was not stored');
      await mailLink(this.the, tx, { token, mail, language, fedId, expiresAfter: ACTIVATION_LIFE });
      return row.id;
    });
    return { id, code };
  }

  /** Looks without counting: mail programs open links on their own. */
  async isAlive(token: string): Promise<boolean> {
    const rows = await this.the.database.query(
      `select 1 from digital_keys.activation where link = $1 and ${ALIVE} and failures < $3`,
      [hashToken(token), this.clock.now(), MOST_TRIES],
    );
    return rows.length === 1;
  }

  /** Counts the try first and compares afterwards: five at most, whatever comes at the same moment. */
  async open(token: string, typed: string): Promise<OpenOutcome> {
    const now = this.clock.now();
    const link = hashToken(token);
    const [row] = await this.the.database.query<
      ActivationRow & { code_hash: string; failures: number; bound_to: string }
    >(
      `update digital_keys.activation set failures = failures + 1
        where link = $1 and ${ALIVE} and failures < $3
       returning id, fed_id, mail_encrypted, created_at, code_hash, failures,
                 coalesce(first_link, link) as bound_to`,
      [link, now, MOST_TRIES],
    );
    if (row === undefined) return { kind: 'over' };
    if (!constantTimeEqual(this.codeHash(row.bound_to, typed), row.code_hash)) {
      return { kind: 'wrong', left: MOST_TRIES - row.failures, fedId: row.fed_id as FedId };
    }
    const pass = randomToken();
    await this.the.database.query(
      `update digital_keys.activation set failures = failures - 1, pass = $2, pass_until = $3 where id = $1`,
      [row.id, hashToken(pass), new Date(now.getTime() + PASS_LIFE)],
    );
    return { kind: 'opened', pass, activation: this.toOpened(row) };
  }

  /** Whose activation goes on in this browser. */
  async visitor(pass: string | undefined): Promise<OpenedActivation | undefined> {
    if (pass === undefined) return undefined;
    const [row] = await this.the.database.query<ActivationRow>(
      `select id, fed_id, mail_encrypted, created_at from digital_keys.activation
        where pass = $1 and ${ALIVE} and pass_until > $2`,
      [hashToken(pass), this.clock.now()],
    );
    return row && this.toOpened(row);
  }

  async finish(id: string): Promise<void> {
    await this.the.database.query(
      'update digital_keys.activation set finished_at = $2, pass = null where id = $1',
      [id, this.clock.now()],
    );
  }

  private async endAll(tx: Queryable, fedId: FedId, now: Date): Promise<void> {
    await tx.query(
      'update digital_keys.activation set finished_at = $2, pass = null where fed_id = $1 and finished_at is null',
      [fedId, now],
    );
  }

  private codeHash(link: string, code: string): string {
    return this.the.index.of(normalisePaperCode(code), `activation-code:${link}`);
  }

  private toOpened({ id, fed_id, mail_encrypted, created_at }: ActivationRow): OpenedActivation {
    const mail = this.the.cipher.decrypt(mail_encrypted, 'activation-mail');
    return { id, fedId: fed_id as FedId, mail, createdAt: created_at };
  }
}
