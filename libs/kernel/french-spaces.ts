import type { LocalisedText } from './language.js';

/**
 * French sets a space before `: ; ! ? »` and after `«`, at which no line may break: the sign would stand alone on the
 * next line. Texts are written with ordinary spaces, which everybody can see and type, and leave us with these.
 */
export const frenchSpaces = (text: string): string =>
  text.replaceAll(/ (?=[:»])|(?<=«) /g, '\u00A0').replaceAll(/ (?=[;!?])/g, '\u202F');

/** The text as it is typeset in each language. */
export const typeset = <T extends LocalisedText>(text: T): T => ({ ...text, fr: frenchSpaces(text.fr) });
