import type { Database } from '#libs/database';
import { constantTimeEqual, type BlindIndex } from '#libs/security';
import {
  CODE_LIFE,
  codeState,
  MOST_CODES,
  MOST_WRONG_GUESSES,
  RESEND_AFTER,
  resendOf,
  type CodeState,
  type Resend,
} from './one-time-code.js';
import { toCode, type CodeBinding, type CodeRow, type KeptCode } from './kept-code.js';
import type { CappedTarget } from './send-cap.js';
import { SendCounts } from './send-counts.js';

export type IssueOutcome =
  | { readonly kind: 'issued' }
  | { readonly kind: 'not-now'; readonly resend: Exclude<Resend, { kind: 'open' }> }
  | { readonly kind: 'capped'; readonly purpose: string; readonly until: Date };

export type GuessOutcome =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'not-live'; readonly state: Exclude<CodeState, 'live'> | 'none' };

/** Thrown inside the transaction to undo what was counted. */
class Undo extends Error {
  constructor(readonly capped?: Extract<IssueOutcome, { kind: 'capped' }>) {
    super('undo');
  }
}

const ISSUE = `
  insert into digital_keys.one_time_code as c (journey, channel, fed_id, id, code_hash, sent_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (journey, channel) do update
     set fed_id = excluded.fed_id, id = excluded.id, code_hash = excluded.code_hash, sends = c.sends + 1,
         sent_at = excluded.sent_at, expires_at = excluded.expires_at, used_at = null, slow = false
   where c.sent_at <= $8 and c.sends < $9 and c.failures < $10
  returning id`;

const GUESS = `
  update digital_keys.one_time_code set failures = failures + 1
   where journey = $1 and channel = $2 and fed_id = $3
     and used_at is null and expires_at > $4 and failures < $5
  returning id, code_hash`;

/**
 * Table of security codes, one row per login and channel. A code is kept as a hash under a key outside the database;
 * a million of them would be tried in no time without that key.
 */
export class OneTimeCodeStore {
  constructor(
    private readonly database: Database,
    private readonly index: BlindIndex,
  ) {}

  hash(binding: CodeBinding, id: string, code: string): string {
    const { channel, journey, fedId } = binding;
    return this.index.of(code, `one-time-code:${channel}:${journey}:${fedId}:${id}`);
  }

  /** The code of this person in this login; undefined when none was sent. */
  async find({ journey, channel, fedId }: CodeBinding): Promise<KeptCode | undefined> {
    const [row] = await this.database.prepared<CodeRow>(
      'one-time-code-find',
      `select id, sends, failures, sent_at, expires_at, used_at, slow from digital_keys.one_time_code
        where journey = $1 and channel = $2 and fed_id = $3`,
      [journey, channel, fedId],
    );
    return row && toCode(row);
  }

  /** Keeps a new code in place of the one before, unless the login or one of the caps has no room for it. */
  async issue(
    binding: CodeBinding,
    { id, code }: { readonly id: string; readonly code: string },
    caps: readonly CappedTarget[],
    now: Date,
  ): Promise<IssueOutcome> {
    try {
      await this.database.transaction(async (tx) => {
        const { journey, channel, fedId } = binding;
        const rows = await tx.prepared('one-time-code-issue', ISSUE, [
          journey,
          channel,
          fedId,
          id,
          this.hash(binding, id, code),
          now,
          new Date(now.getTime() + CODE_LIFE),
          new Date(now.getTime() - RESEND_AFTER),
          MOST_CODES,
          MOST_WRONG_GUESSES,
        ]);
        if (rows.length === 0) throw new Undo();
        const counted = await new SendCounts(tx, this.index).count(caps, now);
        if (counted.kind === 'capped') throw new Undo(counted);
      });
      return { kind: 'issued' };
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
      return error.capped ?? { kind: 'not-now', resend: await this.resend(binding, now) };
    }
  }

  /** Counts the guess as wrong before it is compared, so that of fifty at the same moment three are compared. */
  async guess(binding: CodeBinding, code: string, now: Date): Promise<GuessOutcome> {
    const { journey, channel, fedId } = binding;
    const [row] = await this.database.prepared<{ id: string; code_hash: string }>(
      'one-time-code-guess',
      GUESS,
      [journey, channel, fedId, now, MOST_WRONG_GUESSES],
    );
    if (row === undefined) return { kind: 'not-live', state: await this.stateOf(binding, now) };
    const right =
      constantTimeEqual(this.hash(binding, row.id, code), row.code_hash) && (await this.use(row.id, now));
    return { kind: right ? 'right' : 'wrong' };
  }

  async noteSlow(id: string): Promise<void> {
    await this.database.query('update digital_keys.one_time_code set slow = true where id = $1', [id]);
  }

  /** Takes the code; false when it was taken or replaced meanwhile. */
  private async use(id: string, now: Date): Promise<boolean> {
    const rows = await this.database.prepared(
      'one-time-code-use',
      `update digital_keys.one_time_code set used_at = $2, failures = failures - 1
        where id = $1 and used_at is null returning id`,
      [id, now],
    );
    return rows.length === 1;
  }

  private async stateOf(binding: CodeBinding, now: Date): Promise<Exclude<CodeState, 'live'> | 'none'> {
    const code = await this.find(binding);
    const state = code === undefined ? 'none' : codeState(code, now);
    return state === 'live' ? 'used' : state;
  }

  /** Of whoever had the code before: in one login the count goes on, also for another person. */
  private async resend(
    { journey, channel }: CodeBinding,
    now: Date,
  ): Promise<Exclude<Resend, { kind: 'open' }>> {
    const [row] = await this.database.prepared<CodeRow>(
      'one-time-code-of-journey',
      `select id, sends, failures, sent_at, expires_at, used_at, slow from digital_keys.one_time_code
        where journey = $1 and channel = $2`,
      [journey, channel],
    );
    const resend = row === undefined ? undefined : resendOf(toCode(row), now);
    return resend === undefined || resend.kind === 'open'
      ? { kind: 'wait', milliseconds: RESEND_AFTER }
      : resend;
  }
}
