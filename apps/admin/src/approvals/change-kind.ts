import type { Queryable } from '#libs/database';
import type { Actor, EnterpriseNumber, FedId, Language } from '#libs/kernel';
import type { Sensitive } from './sensitive.js';

/** One line of "before and after", in words. An absent side: there is nothing there. */
export interface ChangedLine {
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
  /** Page or file where what it is to be can be looked at. */
  readonly href?: string;
  /** A text for machines, folded away: its lines in words stand beside it. */
  readonly document?: boolean;
}

/** In words, by its id, what states only refer to. */
export type Words = ReadonlyMap<string, string>;

/**
 * Something that may need two people to change. States are plain data that survive JSON: what the kind calls the
 * current state is stored with the request, shown, and compared again in the moment of approval.
 */
export interface ChangeKind<S = unknown> {
  /** Stored with each request: never rename. */
  readonly name: string;
  /** The state now, its row locked until the end of the transaction; undefined: there is none. */
  current(tx: Queryable, subject: string): Promise<S | undefined>;
  sensitive(state: S): Sensitive;
  /** Makes it so; `after` undefined: ends it. Must not fail for what was checked before it was asked. */
  apply(tx: Queryable, change: ChangeToApply<S>): Promise<void>;
  /** What it is called, for the queue. */
  title(subject: string, state: S, language: Language): string;
  /** What the states refer to by id, for `lines`. */
  words?(database: Queryable, states: readonly S[], language: Language): Promise<Words>;
  lines(
    before: S | undefined,
    after: S | undefined,
    language: Language,
    words?: Words,
  ): readonly ChangedLine[];
}

export interface ChangeToApply<S> {
  readonly subject: string;
  readonly before: S | undefined;
  readonly after: S | undefined;
  readonly requestedBy: Actor;
  /** Absent when it took nobody's leave. */
  readonly approvedBy?: Actor;
}

/** A change that somebody asks for. */
export interface WantedChange<S = unknown> {
  readonly kind: ChangeKind<S>;
  readonly subject: string;
  readonly after: S | undefined;
  readonly agency?: EnterpriseNumber;
  readonly reason: string;
  readonly by: Actor;
  /** Of a program: who made it, and answers for what it asks. */
  readonly responsible?: FedId;
}
