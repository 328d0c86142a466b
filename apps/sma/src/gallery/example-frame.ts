import type { Language } from '#libs/kernel';
import { exampleFrame, type PageFrame } from '#libs/ui';

const NAMES: Readonly<Record<Language, string>> = {
  nl: 'Mijn digitale sleutels',
  fr: 'Mes clés numériques',
  de: 'Meine digitalen Schlüssel',
  en: 'My digital keys',
};

/** A frame as SMA makes it, with invented addresses. */
export const smaExampleFrame = (language: Language): PageFrame => ({
  ...exampleFrame(language),
  serviceName: NAMES[language],
});
