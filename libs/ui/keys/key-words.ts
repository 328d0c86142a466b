import type { Language } from '#libs/kernel';
import { isServiceKind, levelWord } from '#libs/loa';
import type { KeyKind, Level } from '#libs/loa';
import { serviceName } from '#libs/texts';
import { keyAboutTexts, keyNameTexts, keyTileTexts } from './key.texts.js';

/** The key's name as a person knows it, e.g. `Beveiligingscode via mobiele app`. */
export const keyName = (key: KeyKind, language: Language): string =>
  isServiceKind(key) ? serviceName(key, language) : keyNameTexts.in(language)(key);

/** What the person needs at hand to use the key. */
export const keyAbout = (key: KeyKind, language: Language): string =>
  keyAboutTexts.in(language)(isServiceKind(key) ? 'service' : key);

/** How strong a level is, in the words of Regulation (EU) 2015/1502: `substantieel`. */
export const strengthWord = (level: Level, language: Language): string =>
  keyTileTexts.in(language)(levelWord(level));
