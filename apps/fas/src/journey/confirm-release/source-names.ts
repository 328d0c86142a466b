import type { Language, LocalisedText } from '#libs/kernel';

const NAMES: Readonly<Record<string, LocalisedText>> = {
  identity: {
    nl: 'uw profiel bij CSAM',
    fr: 'votre profil CSAM',
    de: 'Ihr Profil bei CSAM',
    en: 'your profile at CSAM',
  },
  'contact-data': {
    nl: 'uw contactgegevens bij CSAM',
    fr: 'vos données de contact CSAM',
    de: 'Ihre Kontaktdaten bei CSAM',
    en: 'your contact data at CSAM',
  },
  'national-register': {
    nl: 'het Rijksregister',
    fr: 'le Registre national',
    de: 'das Nationalregister',
    en: 'the National Register',
  },
};

/** The name of a source in words, as it stands after "from". */
export function sourceName(source: string, language: Language): string {
  return NAMES[source]?.[language] ?? source;
}
