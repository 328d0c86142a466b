import { defineAttribute, LEGAL_BASIS_KINDS } from '../definition.js';

const BOTH_CONTEXTS = ['citizen', 'enterprise'] as const;

export const mail = defineAttribute({
  name: 'mail',
  oidcClaim: 'mail',
  samlName: 'mail',
  scope: 'profile',
  label: { nl: 'E-mailadres', fr: 'Adresse e-mail', de: 'E-Mail-Adresse', en: 'E-mail address' },
  meaning: {
    nl: 'Het e-mailadres dat u bij Mijn digitale sleutels hebt opgegeven en bevestigd.',
    fr: 'L’adresse e-mail que vous avez indiquée et confirmée dans Mes clés numériques.',
    de: 'Die E-Mail-Adresse, die Sie bei Meine digitalen Schlüssel angegeben und bestätigt haben.',
    en: 'The e-mail address that you gave and confirmed in My digital keys.',
  },
  type: 'email',
  source: 'contact-data',
  freshness: 'as-last-set',
  sensitivity: 'personal',
  legalBases: LEGAL_BASIS_KINDS,
  contexts: BOTH_CONTEXTS,
  forSelfRegistered: true,
});

export const prefLanguage = defineAttribute({
  name: 'prefLanguage',
  oidcClaim: 'prefLanguage',
  samlName: 'PrefLanguage',
  scope: 'profile',
  label: { nl: 'Voorkeurtaal', fr: 'Langue préférée', de: 'Bevorzugte Sprache', en: 'Preferred language' },
  meaning: {
    nl: 'De taal waarin u aangesproken wilt worden.',
    fr: 'La langue dans laquelle vous souhaitez que l’on s’adresse à vous.',
    de: 'Die Sprache, in der Sie angesprochen werden möchten.',
    en: 'The language in which you wish to be addressed.',
  },
  type: 'language',
  source: 'contact-data',
  freshness: 'as-last-set',
  sensitivity: 'personal',
  legalBases: LEGAL_BASIS_KINDS,
  contexts: BOTH_CONTEXTS,
  forSelfRegistered: true,
});
