import type { Language } from '#libs/kernel';
import { isServiceKind, type KeyKind } from '#libs/loa';
import { serviceName } from '#libs/texts';
import { keyNames } from './key-names.texts.js';

/** The digital key as it is named in a message to the person. */
export const keyName = (key: KeyKind, language: Language): string =>
  isServiceKind(key) ? serviceName(key, language) : keyNames.in(language)(key);
