import { randomInt } from 'node:crypto';

/** A card holds this many codes (DOMAIN: bank-card size, 24 personal codes). */
export const TOKEN_POSITIONS = 24;

/** Codes are letters; case and space do not count. */
export function normaliseTokenCode(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase();
}

export interface TokenCell {
  readonly position: number;
  /** How many times the code at this position was answered rightly. */
  readonly round: number;
}

/**
 * The position to ask next: one of those answered least often, so that none comes back before all others were
 * asked. Whoever once looked over a shoulder has to wait a whole round (NIST SP 800-63B 3.1.2.2).
 */
export function nextPosition(
  cells: readonly TokenCell[],
  random: (below: number) => number = randomInt,
): number {
  const least = Math.min(...cells.map(({ round }) => round));
  const open = cells.filter(({ round }) => round === least);
  const chosen = open[random(open.length)];
  if (chosen === undefined) throw new RangeError('a card without codes');
  return chosen.position;
}
