import { frenchSpaces, type Language } from '#libs/kernel';

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-BE' };
const TIME_ZONE = 'Europe/Brussels';

const dates = formatters({ dateStyle: 'long', timeZone: TIME_ZONE });
const times = formatters({ timeStyle: 'short', timeZone: TIME_ZONE });
const dateTimes = formatters({ dateStyle: 'long', timeStyle: 'short', timeZone: TIME_ZONE });

/** `22 november 2026`, in Belgian time. */
export const formatDate = (date: Date, language: Language): string => dates[language].format(date);

/** `14:05`, in Belgian time. */
export const formatTime = (date: Date, language: Language): string => times[language].format(date);

/** Date and time in words, in Belgian time. */
export const formatDateTime = (date: Date, language: Language): string => dateTimes[language].format(date);

/**
 * A wait in words, rounded up so that the promise holds: `45 seconden`, `5 minuten`, `2 uur`.
 * Under a minute in seconds, under two hours in minutes, above that in hours.
 */
export function formatDuration(milliseconds: number, language: Language): string {
  const [value, unit] = inLargestUnit(Math.max(1, Math.ceil(milliseconds / 1000)));
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** `Sinds: 3 mei`, `Depuis : 3 mai`. */
export const labelled = (label: string, value: string, language: Language): string =>
  language === 'fr' ? frenchSpaces(`${label} : ${value}`) : `${label}: ${value}`;

/** `a, b en c`. */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(items);
}

/** `België`, of a country's code of ISO 3166-1; the code itself where it has no name. */
export function formatRegion(code: string, language: Language): string {
  return new Intl.DisplayNames(LOCALES[language], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

function inLargestUnit(seconds: number): [number, 'second' | 'minute' | 'hour'] {
  if (seconds < 60) return [seconds, 'second'];
  if (seconds <= 7200) return [Math.ceil(seconds / 60), 'minute'];
  return [Math.ceil(seconds / 3600), 'hour'];
}

function formatters(options: Intl.DateTimeFormatOptions): Readonly<Record<Language, Intl.DateTimeFormat>> {
  const of = (language: Language) => new Intl.DateTimeFormat(LOCALES[language], options);
  return { nl: of('nl'), fr: of('fr'), de: of('de'), en: of('en') };
}
