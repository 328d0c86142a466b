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
  'bis-register': { nl: 'Bisregister', fr: 'Registre bis', de: 'Bis-Register', en: 'Bis Register' },
  'enterprise-register': {
    nl: 'Kruispuntbank van Ondernemingen',
    fr: 'Banque-Carrefour des Entreprises',
    de: 'Zentrale Datenbank der Unternehmen',
    en: 'Crossroads Bank for Enterprises',
  },
  roles: {
    nl: 'Functies en rollen',
    fr: 'Fonctions et rôles',
    de: 'Funktionen und Rollen',
    en: 'Functions and roles',
  },
  'sms-centre': {
    nl: 'Sms-berichten versturen',
    fr: 'Envoi de SMS',
    de: 'Versand von SMS',
    en: 'Sending text messages',
  },
  itsme: { nl: 'itsme', fr: 'itsme', de: 'itsme', en: 'itsme' },
  eidas: {
    nl: 'Aanmelden met een middel van een ander land (eIDAS)',
    fr: 'Connexion par un moyen d’un autre pays (eIDAS)',
    de: 'Anmeldung mit einem Mittel eines anderen Landes (eIDAS)',
    en: 'Signing in with a means of another country (eIDAS)',
  },
  'identity-services': {
    nl: 'Andere erkende identificatiediensten',
    fr: 'Autres services d’identification agréés',
    de: 'Andere anerkannte Identifizierungsdienste',
    en: 'Other recognised identity services',
  },
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
