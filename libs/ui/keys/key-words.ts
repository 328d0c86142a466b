import type { Language } from '#libs/kernel';
import { levelWord } from '#libs/loa';
import type { KeyKind, Level } from '#libs/loa';
import { keyNameTexts, keyTileTexts } from './key.texts.js';

/** The key's name as a person knows it, e.g. `Beveiligingscode via mobiele app`. */
export const keyName = (key: KeyKind, language: Language): string => keyNameTexts.in(language)(key);

/** How strong a level is, in the words of Regulation (EU) 2015/1502: `substantieel`. */
export const strengthWord = (level: Level, language: Language): string =>
  keyTileTexts.in(language)(levelWord(level));
