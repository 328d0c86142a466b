import type { VNode } from 'preact';
import type { Language } from '#libs/kernel';
import type { PageFrame, ServiceParty } from './frame.js';

/** One state of a page, for the gallery: what axe, the screenshots and the design review look at. */
export interface PageExample {
  /** unique within the app, e.g. `choose-key/step-up` */
  readonly name: string;
  render(language: Language): VNode;
}

const SERVICE_NAMES: Readonly<Record<Language, string>> = {
  nl: 'Aanmelden',
  fr: 'S’identifier',
  de: 'Anmelden',
  en: 'Sign in',
};

/** A frame as FAS makes it, with invented addresses and without a nonce. */
export function exampleFrame(language: Language): PageFrame {
  return {
    language,
    serviceName: SERVICE_NAMES[language],
    languageHref: (other) => `?lang=${other}`,
    links: { help: '/help', accessibility: '/accessibility', privacy: '/privacy', contact: '/contact' },
    csrf: 'example-token',
  };
}

const KEYS_NAMES: Readonly<Record<Language, string>> = {
  nl: 'Mijn digitale sleutels',
  fr: 'Mes clés numériques',
  de: 'Meine digitalen Schlüssel',
  en: 'My digital keys',
};

/** A frame as SMA makes it. */
export const exampleKeysFrame = (language: Language): PageFrame => ({
  ...exampleFrame(language),
  serviceName: KEYS_NAMES[language],
});

const SERVICES: Readonly<Record<Language, ServiceParty>> = {
  nl: { application: 'Mijn Vergunningen', agency: 'Agentschap voor de Voorbeelden' },
  fr: { application: 'Mes Permis', agency: 'Agence des Exemples' },
  de: { application: 'Meine Genehmigungen', agency: 'Agentur für Beispiele' },
  en: { application: 'My Permits', agency: 'Agency for Examples' },
};

/** The invented service that the journeys of the examples lead to. */
export const exampleService = (language: Language): ServiceParty => SERVICES[language];
