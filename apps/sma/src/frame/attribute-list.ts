import { attributeLabel } from '#libs/attributes';
import type { Language } from '#libs/kernel';
import { formatList } from '#libs/texts';

/** Names of attributes in words that a person reads: `given name, name and address`. */
export const attributeList = (names: readonly string[], language: Language): string =>
  formatList(
    names.map((name) => attributeLabel(name, language)),
    language,
  );
