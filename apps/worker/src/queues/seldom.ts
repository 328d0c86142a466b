import { seconds } from '#libs/kernel';

/** For jobs whose next turn is far away: what failed is tried again, five times within three minutes. */
export const SELDOM = {
  attempts: 5,
  backoff: { kind: 'exponential', delay: seconds(10) },
  keepCompleted: { count: 10 },
  keepFailed: { count: 100 },
} as const;
