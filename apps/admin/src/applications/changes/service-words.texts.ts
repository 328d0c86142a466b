import { defineTexts } from '#libs/texts';

/** Labels of what a service is, where it is read and not typed. */
export const serviceWordsTexts = defineTexts('admin/service-words', {
  returns: {
    nl: 'Terugkeeradressen',
    fr: 'Adresses de retour',
    de: 'Rückkehradressen',
    en: 'Return addresses',
  },
  afterSignOut: {
    nl: 'Adressen na het afmelden',
    fr: 'Adresses après la déconnexion',
    de: 'Adressen nach dem Abmelden',
    en: 'Addresses after signing out',
  },
  metadataUrl: {
    nl: 'Adres van de metadata',
    fr: 'Adresse des métadonnées',
    de: 'Adresse der Metadaten',
    en: 'Address of the metadata',
  },
  metadataSigner: {
    nl: 'Certificaat dat de metadata ondertekent',
    fr: 'Certificat qui signe les métadonnées',
    de: 'Zertifikat, das die Metadaten signiert',
    en: 'Certificate that signs the metadata',
  },
  metadata: { nl: 'SAML-metadata', fr: 'Métadonnées SAML', de: 'SAML-Metadaten', en: 'SAML metadata' },
  yes: { nl: 'ja', fr: 'oui', de: 'ja', en: 'yes' },
  no: { nl: 'nee', fr: 'non', de: 'nein', en: 'no' },
});
