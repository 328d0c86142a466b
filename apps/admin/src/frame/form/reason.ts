import { holdsIdentity } from '#libs/audit';

export const LONGEST_REASON = 300;
const SHORTEST_REASON = 5;

export type ReasonProblem = 'reasonMissing' | 'reasonLong' | 'reasonIdentity';

export type ReadReason =
  | { readonly kind: 'valid'; readonly reason: string }
  | { readonly kind: 'invalid'; readonly problem: ReasonProblem };

/** Reads why somebody does something. It goes into the record, so it may name nobody by number or mail address. */
export function readReason(text: string, today: Date): ReadReason {
  const reason = text.normalize('NFC').trim();
  if (reason.length < SHORTEST_REASON) return { kind: 'invalid', problem: 'reasonMissing' };
  if (reason.length > LONGEST_REASON) return { kind: 'invalid', problem: 'reasonLong' };
  if (holdsIdentity(reason, today)) return { kind: 'invalid', problem: 'reasonIdentity' };
  return { kind: 'valid', reason };
}
