import { defineTexts } from '#libs/texts';

export const componentTexts = defineTexts('operations/components', {
  'sign-in-oidc': {
    nl: 'Aanmelden (OpenID Connect)',
    fr: 'Connexion (OpenID Connect)',
    de: 'Anmeldung (OpenID Connect)',
    en: 'Signing in (OpenID Connect)',
  },
  'sign-in-saml': {
    nl: 'Aanmelden (SAML)',
    fr: 'Connexion (SAML)',
    de: 'Anmeldung (SAML)',
    en: 'Signing in (SAML)',
  },
  'certificate-login': {
    nl: 'Aanmelden met eID of certificaat',
    fr: 'Connexion par eID ou certificat',
    de: 'Anmeldung mit eID oder Zertifikat',
    en: 'Signing in with eID or certificate',
  },
  'my-keys': {
    nl: 'Mijn digitale sleutels',
    fr: 'Mes clés numériques',
    de: 'Meine digitalen Schlüssel',
    en: 'My digital keys',
  },
  attributes: {
    nl: 'Gegevens uit authentieke bronnen',
    fr: 'Données de sources authentiques',
    de: 'Daten aus authentischen Quellen',
    en: 'Data from authentic sources',
  },
  administration: { nl: 'Beheer', fr: 'Gestion', de: 'Verwaltung', en: 'Administration' },
  messages: {
    nl: 'E-mails versturen',
    fr: 'Envoi d’e-mails',
    de: 'Versand von E-Mails',
    en: 'Sending e-mails',
  },
  'national-register': {
    nl: 'Rijksregister',
    fr: 'Registre national',
    de: 'Nationalregister',
    en: 'National Register',
  },
  'sms-centre': {
    nl: 'Sms-berichten versturen',
    fr: 'Envoi de SMS',
    de: 'Versand von SMS',
    en: 'Sending text messages',
  },
  itsme: { nl: 'itsme', fr: 'itsme', de: 'itsme', en: 'itsme' },
});

export const impactTexts = defineTexts('operations/impacts', {
  outage: { nl: 'niet beschikbaar', fr: 'indisponible', de: 'nicht verfügbar', en: 'not available' },
  reduced: {
    nl: 'trager of beperkt',
    fr: 'plus lent ou limité',
    de: 'langsamer oder eingeschränkt',
    en: 'slower or limited',
  },
  none: { nl: 'geen gevolgen', fr: 'aucun impact', de: 'keine Auswirkung', en: 'no effect' },
});
