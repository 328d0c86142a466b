import { defaultLoaPolicy } from './default-policy.js';
import type { Level } from './level.js';
import type { LoaPolicy } from './policy.js';
import type { EidasLevel } from './words.js';

/** The European assurance level of one of ours. */
export function eidasOf(level: Level, policy: LoaPolicy = defaultLoaPolicy): EidasLevel {
  return policy.eidas[level];
}

export type LevelWord = 'basic' | 'low' | 'substantial' | 'high';

/** Key of the word that pages use for a level; "none" would tell a person that there is no protection at all. */
export function levelWord(level: Level, policy: LoaPolicy = defaultLoaPolicy): LevelWord {
  const eidas = eidasOf(level, policy);
  return eidas === 'none' ? 'basic' : eidas;
}
