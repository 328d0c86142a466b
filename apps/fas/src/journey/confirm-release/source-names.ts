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
  'bis-register': {
    nl: 'het BIS-register',
    fr: 'le registre BIS',
    de: 'das BIS-Register',
    en: 'the BIS register',
  },
  'enterprise-register': {
    nl: 'de Kruispuntbank van Ondernemingen',
    fr: 'la Banque-Carrefour des Entreprises',
    de: 'die Zentrale Unternehmensdatenbank',
    en: 'the Crossroads Bank for Enterprises',
  },
  roles: {
    nl: 'het rollenbeheer en de Kruispuntbank van Ondernemingen',
    fr: 'la gestion des rôles et la Banque-Carrefour des Entreprises',
    de: 'die Rollenverwaltung und die Zentrale Unternehmensdatenbank',
    en: 'the role administration and the Crossroads Bank for Enterprises',
  },
};

/** The name of a source in words, as it stands after "from". */
export function sourceName(source: string, language: Language): string {
  return NAMES[source]?.[language] ?? source;
}
