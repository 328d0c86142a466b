import type { Database, Queryable } from '#libs/database';
import { hashToken, type FieldCipher } from '#libs/security';
import { ReadOnce } from '../sign-in-session/read-once.js';
import type { AuthenticationRequest } from './authentication-request.js';
import type { AuthenticationResult } from './authentication-result.js';
import type { JourneyEvent, JourneyState } from './journey-table.js';
import { stateAfter, statesAccepting } from './journey-table.js';
import type { Elsewhere, Journey, PasswordProof } from './journey.js';

interface JourneyRow {
  id: string;
  version: 1;
  state: JourneyState;
  browser: string | null;
  request: AuthenticationRequest;
  protocol_state: unknown;
  password: PasswordProof | null;
  elsewhere: string | null;
  result: string | null;
  enterprise: Journey['enterprise'] | null;
  created_at: Date;
  expires_at: Date;
}

export interface NewJourney {
  readonly id: string;
  readonly request: AuthenticationRequest;
  readonly protocolState: unknown;
  /** Cookie of the browser; without one the first browser that opens the journey is bound to it. */
  readonly browser?: string;
  readonly now: Date;
  readonly minutes: number;
}

/** A journey as a browser may see it. */
export type FoundJourney =
  | { readonly kind: 'found'; readonly journey: Journey }
  | { readonly kind: 'expired'; readonly journey: Journey }
  | { readonly kind: 'other-browser'; readonly journey: Journey }
  | { readonly kind: 'unknown' };

const RESULT = 'journey-result';
const ELSEWHERE = 'journey-elsewhere';

/** The table of logins under way. */
export class JourneyStore {
  private readonly known = new ReadOnce<Journey>();

  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  async open(journey: NewJourney): Promise<void> {
    await this.database.prepared(
      'journey-open',
      `insert into fas.journey (id, version, state, application, browser, request, protocol_state, created_at,
                                expires_at)
       values ($1, 1, 'choosing', $2, $3, $4, $5, $6, $6::timestamptz + make_interval(mins => $7))`,
      [
        journey.id,
        journey.request.applicationId,
        journey.browser === undefined ? null : hashToken(journey.browser),
        JSON.stringify(journey.request),
        JSON.stringify(journey.protocolState),
        journey.now,
        journey.minutes,
      ],
    );
  }

  /** Without looking at the browser: for a front door that has its own binding. Reads once per request. */
  read(id: string): Promise<Journey | undefined> {
    return this.known.get(id, async () => {
      const row = await this.row(id);
      return row && this.toJourney(row);
    });
  }

  async find(id: string, browser: string): Promise<FoundJourney> {
    const row = await this.row(id);
    if (row === undefined) return { kind: 'unknown' };
    const journey = this.toJourney(row);
    if (!(await this.belongsTo(row, browser))) return { kind: 'other-browser', journey };
    return { kind: row.expires_at.getTime() <= Date.now() ? 'expired' : 'found', journey };
  }

  /**
   * The same with a record that must be there first. Of several requests that bring the same event at the same moment
   * one records; the others wait for it and find that the journey moved.
   */
  async conclude(
    id: string,
    event: JourneyEvent,
    result: AuthenticationResult | undefined,
    record: (tx: Queryable) => Promise<void>,
  ): Promise<boolean> {
    return this.database.transaction(
      async (tx) => {
        // The row stays locked until the record is there, and is as it was when there is none.
        if (!(await this.apply(id, event, result, tx))) return false;
        await record(tx);
        return true;
      },
      { durable: false },
    );
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
      [id, this.cipher.encrypt(JSON.stringify(elsewhere), ELSEWHERE)],
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
    return row && (JSON.parse(this.cipher.decrypt(row.elsewhere, ELSEWHERE)) as Elsewhere);
  }

  /** Moves the journey when its state accepts the event; false when it does not, or no longer does. */
  async apply(
    id: string,
    event: JourneyEvent,
    result?: AuthenticationResult,
    database: Queryable = this.database,
  ): Promise<boolean> {
    const moved = await database.prepared(
      'journey-move',
      `update fas.journey set state = $2, result = coalesce($3, result)
        where id = $1 and state = any($4) and expires_at > now() returning 1`,
      [id, stateAfter(event), result === undefined ? null : this.seal(result), statesAccepting(event)],
    );
    this.known.forget();
    return moved.length === 1;
  }

  private async row(id: string): Promise<JourneyRow | undefined> {
    const rows = await this.database.prepared<JourneyRow>(
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

  private seal(result: AuthenticationResult): string {
    return this.cipher.encrypt(JSON.stringify(result), RESULT);
  }

  private toJourney(row: JourneyRow): Journey {
    return {
      id: row.id,
      version: row.version,
      state: row.state,
      request: row.request,
      protocolState: row.protocol_state,
      ...(row.password !== null && { password: row.password }),
      ...(row.elsewhere !== null && {
        elsewhere: JSON.parse(this.cipher.decrypt(row.elsewhere, ELSEWHERE)) as Elsewhere,
      }),
      ...(row.result !== null && {
        result: JSON.parse(this.cipher.decrypt(row.result, RESULT)) as AuthenticationResult,
      }),
      ...(row.enterprise && { enterprise: row.enterprise }),
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    };
  }
}
