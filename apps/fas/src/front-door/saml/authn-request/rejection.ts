import type { ErrorDefinition } from '#libs/http';
import type { ResponseStatus } from '#libs/saml';

/** A rule that was broken. */
export type Rejection = PageRejection | StatusRejection;

/** Shown to the person: the relying party may not be told, for we do not know for sure where it is. */
export interface PageRejection {
  readonly kind: 'rejected';
  readonly answer: 'page';
  readonly rule: string;
  readonly error: ErrorDefinition;
  /** A word of ours that says more, for the audit record; never text from outside. */
  readonly reason?: string;
}

/** Told to the relying party: it is known, and so is its address. */
export interface StatusRejection {
  readonly kind: 'rejected';
  readonly answer: 'status';
  readonly rule: string;
  readonly status: ResponseStatus;
}

export interface Passed<Value> {
  readonly kind: 'passed';
  readonly value: Value;
}

export type CheckOutcome<Value> = Passed<Value> | Rejection;
export type PageOutcome<Value> = Passed<Value> | PageRejection;
export type StatusOutcome<Value> = Passed<Value> | StatusRejection;

export const passed = <Value>(value: Value): Passed<Value> => ({ kind: 'passed', value });

export const toPage = (rule: string, error: ErrorDefinition, reason?: string): PageRejection => ({
  kind: 'rejected',
  answer: 'page',
  rule,
  error,
  ...(reason !== undefined && { reason }),
});

export const toParty = (rule: string, status: ResponseStatus): StatusRejection => ({
  kind: 'rejected',
  answer: 'status',
  rule,
  status,
});

type ValuesOf<Outcomes> = {
  readonly [Name in keyof Outcomes]: Outcomes[Name] extends Passed<infer Value> | Rejection ? Value : never;
};

/** The values of all, or the first rejection in the order in which they are written. */
export function allPassed<Outcomes extends Readonly<Record<string, CheckOutcome<unknown>>>>(
  outcomes: Outcomes,
): Passed<ValuesOf<Outcomes>> | Extract<Outcomes[keyof Outcomes], Rejection> {
  const all = Object.values(outcomes) as Outcomes[keyof Outcomes][];
  const rejection = all.find(
    (one): one is Extract<Outcomes[keyof Outcomes], Rejection> => one.kind === 'rejected',
  );
  if (rejection) return rejection;
  const values = Object.entries(outcomes).map(([name, one]) => [name, (one as Passed<unknown>).value]);
  return passed(Object.fromEntries(values) as ValuesOf<Outcomes>);
}
