import { isLanguage, negotiateLanguage, type Language } from '#libs/kernel';
import type { CookieJar } from './cookie-jar.js';

const LANGUAGE_COOKIE = 'csam-language';
const YEAR = 365 * 24 * 60 * 60;

export interface LanguageHints {
  readonly query: Readonly<Record<string, unknown>> | null | undefined;
  readonly acceptLanguage: string | undefined;
}

/** The person's language: the switch (`?lang=`), then what was remembered, then the service, then the browser. */
export function languageOf({ query, acceptLanguage }: LanguageHints, cookies: CookieJar): Language {
  const explicit = textOf(query?.lang);
  if (isLanguage(explicit)) rememberLanguage(cookies, explicit);
  return negotiateLanguage({
    explicit,
    remembered: cookies.get(LANGUAGE_COOKIE),
    uiLocales: textOf(query?.ui_locales),
    acceptLanguage,
  });
}

/** Keeps the choice for a year. */
export function rememberLanguage(cookies: CookieJar, language: Language): void {
  cookies.set(LANGUAGE_COOKIE, language, { maxAge: YEAR });
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
