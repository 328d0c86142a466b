import { days } from '#libs/kernel';
import type { Dossier } from './dossier.js';

/** In milliseconds: how long the end of a service can be undone. */
const RESTORABLE = days(30);

/** The moment from which it cannot come back. */
export const restorableUntil = (endedAt: Date): Date => new Date(endedAt.getTime() + RESTORABLE);

/** Whether an ended service can still come back. One that was suspended does not escape that by its end. */
export const canBeRestored = (
  { state, endedAt, heldState }: Pick<Dossier, 'state' | 'endedAt' | 'heldState'>,
  now: Date,
): boolean =>
  state === 'ended' && heldState !== undefined && endedAt !== undefined && now < restorableUntil(endedAt);
