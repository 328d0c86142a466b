/** Strength of a sign-in, weakest first; only these numbers exist. */
export const LEVELS = [100, 200, 300, 350, 400, 450, 500] as const;
export type Level = (typeof LEVELS)[number];

export const WEAKEST: Level = 100;
export const STRONGEST: Level = 500;

export function isLevel(value: unknown): value is Level {
  return (LEVELS as readonly unknown[]).includes(value);
}

/** The lowest level strictly above, or `undefined` above the strongest. */
export function nextLevel(level: Level): Level | undefined {
  return LEVELS.find((candidate) => candidate > level);
}

export const stronger = (a: Level, b: Level): Level => (a > b ? a : b);
export const weaker = (a: Level, b: Level): Level => (a < b ? a : b);
