import type { LocalisedText } from '#libs/kernel';
import { assetPaths } from '#libs/ui';
import type { MetadataWords } from './fas-metadata.js';

/** What our metadata says to people; pages and logo are our own. */
export function metadataWords(fas: string, technicalContact: { name: string; email: string }): MetadataWords {
  const page = (path: string): LocalisedText => ({
    nl: `${fas}${path}?lang=nl`,
    fr: `${fas}${path}?lang=fr`,
    de: `${fas}${path}?lang=de`,
    en: `${fas}${path}?lang=en`,
  });
  return {
    displayName: {
      nl: 'CSAM Aanmelden bij de overheid',
      fr: 'CSAM S’identifier auprès des services publics',
      de: 'CSAM Anmelden bei den Behörden',
      en: 'CSAM Sign in to government services',
    },
    description: {
      nl: 'De centrale toegangspoort tot de onlinediensten van de overheid.',
      fr: 'La porte d’accès centrale aux services publics en ligne.',
      de: 'Der zentrale Zugang zu den Online-Diensten der Behörden.',
      en: 'The central gate to the online services of the government.',
    },
    logo: { url: fas + assetPaths.favicon, width: 32, height: 32 },
    informationUrl: page('/fas/help'),
    privacyStatementUrl: page('/fas/privacy'),
    organization: {
      name: {
        nl: 'FOD Beleid en Ondersteuning',
        fr: 'SPF Stratégie et Appui',
        de: 'FÖD Politik und Unterstützung',
        en: 'FPS Policy and Support',
      },
      url: page('/'),
    },
    technicalContact,
  };
}
