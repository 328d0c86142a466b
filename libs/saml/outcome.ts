/** What every reader of this library answers when it does not accept; `reason` is a closed word list. */
export interface Refused<Reason extends string> {
  readonly kind: 'refused';
  readonly reason: Reason;
  /** For the log of support, never for a page: which element, attribute or parameter it was. */
  readonly detail?: string;
}

export function refused<Reason extends string>(reason: Reason, detail?: string): Refused<Reason> {
  return detail === undefined ? { kind: 'refused', reason } : { kind: 'refused', reason, detail };
}
