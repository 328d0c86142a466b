import { languageOfTag, type Language } from './language.js';

export interface LanguageWishes {
  /** Chosen on this page: the switch. */
  readonly explicit?: string | undefined;
  /** Chosen before and kept. */
  readonly remembered?: string | undefined;
  /** From the relying party: BCP 47 tags with spaces between, the dearest first (OpenID Connect Core 3.1.2.1). */
  readonly uiLocales?: string | undefined;
  /** The browser's header (RFC 9110 12.5.4). */
  readonly acceptLanguage?: string | undefined;
}

export const DEFAULT_LANGUAGE: Language = 'nl';

// A wish list beyond this is no wish of a person; reading all of it would cost memory for nothing.
const MAX_LENGTH = 1_000;
const MAX_TAGS = 30;

/** What the person chose comes first, then what the calling service knows, then what the browser says. */
export function negotiateLanguage(wishes: LanguageWishes): Language {
  return (
    firstOurs([wishes.explicit ?? '']) ??
    firstOurs([wishes.remembered ?? '']) ??
    firstOurs(tagsOf(wishes.uiLocales, /\s+/u)) ??
    firstOurs(byPreference(tagsOf(wishes.acceptLanguage, /,/u))) ??
    DEFAULT_LANGUAGE
  );
}

function firstOurs(tags: readonly string[]): Language | undefined {
  for (const tag of tags) {
    const language = languageOfTag(tag);
    if (language !== undefined) return language;
  }
  return undefined;
}

function tagsOf(list: string | undefined, separator: RegExp): string[] {
  return (list ?? '').slice(0, MAX_LENGTH).trim().split(separator, MAX_TAGS);
}

/** Tags of an Accept-Language header, dearest first; `q=0` means never, equal weights keep their order. */
function byPreference(ranges: readonly string[]): string[] {
  return ranges
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';');
      return { tag, weight: weightOf(parameters) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

function weightOf(parameters: readonly string[]): number {
  const written = parameters.map((one) => /^\s*q\s*=\s*(.*?)\s*$/iu.exec(one)?.[1]).find(Boolean);
  if (written === undefined) return 1;
  // A malformed weight loses its range rather than winning it (RFC 9110 12.4.2).
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/u.test(written) ? Number(written) : 0;
}
