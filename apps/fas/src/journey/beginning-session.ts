import type { LaterRecord, RecordedChange } from '#libs/audit';

/** A session that a proof begins: by itself, or in one statement with the end of the journey. */
export interface BeginningSession {
  /** Of the proof. */
  readonly records: readonly LaterRecord[];
  /** Begins it with these records. */
  now(): Promise<void>;
  /** Begins it with another change, when that changes anything, and leaves the records to it. */
  together(recorded: RecordedChange): RecordedChange;
}
