import { systemClock, type Clock, type FedId, type Language } from '#libs/kernel';
import { hashToken, randomToken } from '#libs/security';
import { MOST_TRIES } from './activation.js';
import type { ActivationsParts } from './activations.js';
import { mailLink } from './mail-link.js';

/** One that was issued and can still be used. */
export interface IssuedActivation {
  readonly id: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly triesLeft: number;
}

const ALIVE = 'finished_at is null and expires_at > $2';

/** What those who issue activations do with them afterwards. They see neither link nor code. */
export class IssuedActivations {
  private readonly clock: Clock;

  constructor(private readonly the: ActivationsParts) {
    this.clock = the.clock ?? systemClock;
  }

  /**
   * Mails a new link to the same address; the one before leads nowhere, the code on paper stays good and no time is
   * won. False: it is over.
   */
  async resend(id: string): Promise<boolean> {
    const now = this.clock.now();
    const token = randomToken();
    return this.the.database.transaction(async (tx) => {
      const [row] = await tx.query<{
        fed_id: FedId;
        mail_encrypted: string;
        expires_at: Date;
        language: Language;
      }>(
        `update digital_keys.activation a set first_link = coalesce(first_link, link), link = $3, pass = null
           from people.person p
          where a.id = $1 and p.fed_id = a.fed_id and a.${ALIVE}
         returning a.fed_id, a.mail_encrypted, a.expires_at, p.language`,
        [id, now, hashToken(token)],
      );
      if (row === undefined) return false;
      const mail = this.the.cipher.decrypt(row.mail_encrypted, 'activation-mail');
      const expiresAfter = row.expires_at.getTime() - now.getTime();
      await mailLink(this.the, tx, { token, mail, language: row.language, fedId: row.fed_id, expiresAfter });
      return true;
    });
  }

  /** Ends one that was issued. False: it is over already. */
  async withdraw(id: string): Promise<boolean> {
    const rows = await this.the.database.query(
      `update digital_keys.activation set finished_at = $2, pass = null where id = $1 and ${ALIVE} returning id`,
      [id, this.clock.now()],
    );
    return rows.length === 1;
  }

  /** The one that a person can still use. */
  async openOf(fedId: FedId): Promise<IssuedActivation | undefined> {
    const [row] = await this.the.database.query<{
      id: string;
      created_at: Date;
      expires_at: Date;
      failures: number;
    }>(
      `select id, created_at, expires_at, failures from digital_keys.activation
        where fed_id = $1 and ${ALIVE} and failures < $3 order by created_at desc limit 1`,
      [fedId, this.clock.now(), MOST_TRIES],
    );
    if (row === undefined) return undefined;
    const { id, created_at: issuedAt, expires_at: expiresAt, failures } = row;
    return { id, issuedAt, expiresAt, triesLeft: MOST_TRIES - failures };
  }
}
