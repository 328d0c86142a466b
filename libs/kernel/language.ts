export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in each language; there is no falling back from one to another. */
export type LocalisedText = Readonly<Record<Language, string>>;

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (LANGUAGES as readonly string[]).includes(value);
}

/** Our language for a BCP 47 tag: `fr-BE` and `FR_be` are French, `it` is none of ours. */
export function languageOfTag(tag: string): Language | undefined {
  const primary = tag
    .trim()
    .split(/[-_]/u, 1)
    .map((part) => part.toLowerCase())[0];
  return isLanguage(primary) ? primary : undefined;
}
