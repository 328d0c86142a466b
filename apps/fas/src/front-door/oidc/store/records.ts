import type { AdapterPayload } from 'oidc-provider';
import type { RecordedChange } from '#libs/audit';
import type { SessionRow } from '../../../sign-in-session/session-row.js';
import type { AnswerRow } from './answer.js';
import type { ExchangedCode, PlainExchange } from './plain-code.js';
import type { PlainToken } from './plain-token.js';

/** Which record: its kind, and the hash of the identifier that its holder presents. */
export interface RecordKey {
  readonly model: string;
  readonly id: string;
}

export interface NewRecord extends RecordKey {
  /** JSON. */
  readonly payload: string;
  /** The answer that it hangs on. */
  readonly grantId: string | null;
  /** Seconds after which it is worth nothing. */
  readonly life: number;
}

export interface StoredRecord {
  readonly payload: AdapterPayload;
  readonly consumedAt: Date | null;
}

/** With the answer and the session that it hangs on, as their tables have them; null when they are gone. */
export interface BoundRecord extends StoredRecord {
  readonly answer: AnswerRow | null;
  readonly session: SessionRow | null;
}

/** A statement for the database of answers. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What is kept together with a record that makes an answer known. */
export interface KeptAlong {
  /** Keeps the answer, when it does not stand already. */
  readonly answer?: Statement;
  /** Carries out what makes the answer known, together with the record of it. */
  readonly recorded?: RecordedChange;
}

/**
 * Where codes, tokens and whatever else the OpenID provider keeps live: in PostgreSQL, or in Redis or Valkey. Both hold
 * hashes of identifiers only, never what a holder could use.
 */
export interface OidcRecords {
  /** Keeps a record, in place of one with the same key. The answer that it makes known is there before it is. */
  keep(record: NewRecord, along?: KeptAlong): Promise<void>;
  find(key: RecordKey): Promise<StoredRecord | undefined>;
  findBound(key: RecordKey, idleMinutes: number): Promise<BoundRecord | undefined>;
  /** Uses a record up: of those who try at the same moment, on whichever server, one gets true. */
  consume(key: RecordKey): Promise<boolean>;
  /** Uses one record up and keeps another in exchange: both, or neither and false. */
  exchange(used: RecordKey, kept: NewRecord): Promise<boolean>;
  /**
   * Judges a plain code, uses it up and keeps its token in one step. Undefined, with nothing changed, when anything
   * about the code is otherwise, or when this store cannot do all of it in one step.
   */
  exchangePlain(exchange: PlainExchange, idleMinutes: number): Promise<ExchangedCode | undefined>;
  /**
   * What a plain access token stands for, by the hash of the token. Undefined when anything about it is otherwise, or
   * when this store does not know it in one step.
   */
  findPlainToken(id: string, idleMinutes: number): Promise<PlainToken | undefined>;
  /** True when nobody noted the same in the last `life` seconds. */
  keepOnce(key: RecordKey, life: number): Promise<boolean>;
  /** Whether it was noted, and still counts. */
  wasKept(key: RecordKey): Promise<boolean>;
  forget(key: RecordKey): Promise<void>;
  forgetOfGrant(model: string, grantId: string): Promise<void>;
}
