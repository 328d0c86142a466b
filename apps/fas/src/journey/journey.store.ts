import type { Change, RecordedChange } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import { hashToken, type FieldCipher } from '#libs/security';
import { ReadOnce } from '../sign-in-session/read-once.js';
import type { AuthenticationResult } from './authentication-result.js';
import { numberedAfter, opening, type NewJourney } from './journey.statements.js';
import { stateAfter, statesAccepting, type JourneyEvent } from './journey-table.js';
import { openedElsewhere, sealed, sealedElsewhere, toJourney, type JourneyRow } from './journey-row.js';
import type { Elsewhere, Journey, PasswordProof } from './journey.js';

/** A journey as a browser may see it. */
export type FoundJourney =
  | { readonly kind: 'found'; readonly journey: Journey }
  | { readonly kind: 'expired'; readonly journey: Journey }
  | { readonly kind: 'other-browser'; readonly journey: Journey }
  | { readonly kind: 'unknown' };

/** How a journey ended. */
interface Concluded {
  readonly id: string;
  readonly result: AuthenticationResult;
}

/** People may ask for more time ten times at least (WCAG 2.2.1), and each time before the last period ends. */
export const MOST_PERIODS = 12;

const carryOut = async (database: Queryable, { name, along, sql, values }: Change): Promise<boolean> =>
  (await database.write(name, along === undefined ? sql : `with ${along} ${sql}`, values)).length > 0;

/** The table of logins under way. */
export class JourneyStore {
  private readonly known = new ReadOnce<Journey>();
  private readonly alone: RecordedChange = (change) => carryOut(this.database, change);

  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** Opens a journey together with the record of it. */
  async open(journey: NewJourney, recorded = this.alone): Promise<void> {
    await recorded(opening(journey));
  }

  /** Without looking at the browser: for a front door that has its own binding. Reads once per request. */
  read(id: string): Promise<Journey | undefined> {
    return this.known.get(id, async () => {
      const row = await this.row(id);
      return row && toJourney(row, this.cipher);
    });
  }

  async find(id: string, browser: string): Promise<FoundJourney> {
    const row = await this.row(id);
    if (row === undefined) return { kind: 'unknown' };
    const journey = toJourney(row, this.cipher);
    if (!(await this.belongsTo(row, browser))) return { kind: 'other-browser', journey };
    return { kind: row.expires_at.getTime() <= Date.now() ? 'expired' : 'found', journey };
  }

  /**
   * Moves the journey together with the record of it. Of several requests that bring the same event at the same moment
   * one records; the others wait for it and find that the journey moved.
   */
  conclude(event: JourneyEvent, { id, result }: Concluded, recorded: RecordedChange): Promise<boolean> {
    return this.move(this.change(id, event, result), recorded);
  }

  /** The same when more is written than one record, all in one transaction: the row stays locked until it is there. */
  concludeWith(event: JourneyEvent, id: string, rest: (tx: Queryable) => Promise<void>): Promise<boolean> {
    const change = this.change(id, event);
    return this.database.transaction(async (tx) => {
      if (!(await this.move(change, (one) => carryOut(tx, one)))) return false;
      await rest(tx);
      return true;
    });
  }

  /**
   * Keeps a journey open for so many minutes from now, twelve times as long in all.
   *
   * @returns when it closes now; undefined when it closed before
   */
  async prolong(id: string, minutes: number): Promise<Date | undefined> {
    const [row] = await this.database.prepared<{ expires_at: Date }>(
      'journey-prolong',
      `update fas.journey
          set expires_at = greatest(expires_at, least(now() + make_interval(mins => $2),
                                                      created_at + $3 * make_interval(mins => $2)))
        where id = $1 and expires_at > now() returning expires_at`,
      [id, minutes, MOST_PERIODS],
    );
    return row?.expires_at;
  }

  async notePassword(id: string, password: PasswordProof | undefined): Promise<void> {
    const note = password === undefined ? null : JSON.stringify(password);
    const statement = 'update fas.journey set password = $2 where id = $1';
    await this.database.prepared('journey-note-password', statement, [id, note]);
  }

  /** Keeps what a key wants back when the browser returns. */
  async noteElsewhere(id: string, elsewhere: Elsewhere): Promise<void> {
    await this.database.prepared(
      'journey-note-elsewhere',
      'update fas.journey set elsewhere = $2 where id = $1',
      [id, sealedElsewhere(elsewhere, this.cipher)],
    );
  }

  /** Takes what was kept: it serves once, also when the browser comes back twice at the same moment. */
  async takeElsewhere(id: string): Promise<Elsewhere | undefined> {
    const [row] = await this.database.prepared<{ elsewhere: string }>(
      'journey-take-elsewhere',
      `update fas.journey j set elsewhere = null
         from (select id, elsewhere from fas.journey where id = $1 and elsewhere is not null for update) kept
        where j.id = kept.id returning kept.elsewhere`,
      [id],
    );
    return row && openedElsewhere(row.elsewhere, this.cipher);
  }

  /** Moves the journey when its state accepts the event; false when it does not, or no longer does. */
  async apply(id: string, event: JourneyEvent, result?: AuthenticationResult): Promise<boolean> {
    const before = await this.known.already(id);
    const moved = await this.move(this.change(id, event, result), this.alone);
    if (moved && before !== undefined)
      this.known.note(id, { ...before, state: stateAfter(event), ...(result && { result }) });
    return moved;
  }

  /**
   * The same in one statement with another change, which is carried out in any case: true when the journey moved. The
   * other change makes nothing known before that is seen.
   */
  movingWith(event: JourneyEvent, id: string, carriedOut = this.alone): RecordedChange {
    const move = this.change(id, event);
    return async (other) => {
      const moved = await carriedOut({
        name: `${other.name}-${move.name}`,
        along: [
          ...(other.along === undefined ? [] : [other.along]),
          `moved as (${numberedAfter(other.values.length, move.sql)})`,
          `other as (${other.sql})`,
        ].join(', '),
        sql: 'select 1 from moved',
        values: [...other.values, ...move.values],
      });
      this.known.forget();
      return moved;
    };
  }

  private change(id: string, event: JourneyEvent, result?: AuthenticationResult): Change {
    return {
      name: 'journey-move',
      sql: `update fas.journey set state = $2, result = coalesce($3, result)
             where id = $1 and state = any($4) and expires_at > now() returning 1`,
      values: [
        id,
        stateAfter(event),
        result === undefined ? null : sealed(result, this.cipher),
        statesAccepting(event),
      ],
    };
  }

  private async move(change: Change, carriedOut: RecordedChange): Promise<boolean> {
    const moved = await carriedOut(change);
    this.known.forget();
    return moved;
  }

  private async row(id: string): Promise<JourneyRow | undefined> {
    const rows = await this.database.read<JourneyRow>(
      'journey-find',
      `select id, version, state, browser, request, protocol_state, password, elsewhere, result, enterprise, created_at,
              expires_at
         from fas.journey where id = $1`,
      [id],
    );
    return rows[0];
  }

  private async belongsTo(row: JourneyRow, browser: string): Promise<boolean> {
    const hash = hashToken(browser);
    if (row.browser !== null) return row.browser === hash;
    const bound = await this.database.prepared<{ id: string }>(
      'journey-bind',
      `update fas.journey set browser = $2 where id = $1 and (browser is null or browser = $2) returning id`,
      [row.id, hash],
    );
    return bound.length === 1;
  }
}
