import { defineTexts } from '#libs/texts';

export const furtherTexts = defineTexts('sma/my-data-further', {
  sessions: {
    nl: 'Waar u aangemeld bent of was',
    fr: 'Où vous êtes ou étiez connecté',
    de: 'Wo Sie angemeldet sind oder waren',
    en: 'Where you are or were signed in',
  },
  session: {
    nl: 'Aangemeld met: {keys}. Tot uiterlijk {until}.',
    fr: 'Connecté avec : {keys}. Au plus tard jusqu’au {until}.',
    de: 'Angemeldet mit: {keys}. Längstens bis {until}.',
    en: 'Signed in with: {keys}. Until {until} at the latest.',
  },
  answer: {
    nl: 'Gegevens voor een dienst, versleuteld bewaard tot {until}.',
    fr: 'Données pour un service, gardées chiffrées jusqu’au {until}.',
    de: 'Daten für einen Dienst, verschlüsselt aufbewahrt bis {until}.',
    en: 'Data for a service, kept encrypted until {until}.',
  },
  browsers: {
    nl: 'Browsers waarin u zich aanmeldde, sinds',
    fr: 'Navigateurs dans lesquels vous vous êtes connecté, depuis',
    de: 'Browser, in denen Sie sich angemeldet haben, seit',
    en: 'Browsers in which you signed in, since',
  },
  messages: {
    nl: 'Berichten aan u',
    fr: 'Messages à vous',
    de: 'Nachrichten an Sie',
    en: 'Messages to you',
  },
  mail: { nl: 'E-mail', fr: 'E-mail', de: 'E-Mail', en: 'E-mail' },
  sms: { nl: 'Sms', fr: 'SMS', de: 'SMS', en: 'Text message' },
  contact: {
    nl: 'Uw contact met ons',
    fr: 'Vos contacts avec nous',
    de: 'Ihr Kontakt mit uns',
    en: 'Your contact with us',
  },
  lookUp: {
    nl: 'De servicedesk bekeek uw gegevens: {reason}',
    fr: 'Le service desk a regardé vos données : {reason}',
    de: 'Der Service-Desk hat Ihre Daten angesehen: {reason}',
    en: 'The service desk looked at your data: {reason}',
  },
  note: {
    nl: 'De servicedesk noteerde: {text}',
    fr: 'Le service desk a noté : {text}',
    de: 'Der Service-Desk notierte: {text}',
    en: 'The service desk wrote down: {text}',
  },
  registration: {
    nl: 'Kantoor {office} herkende u. Document: {number} ({country})',
    fr: 'Le bureau {office} vous a identifié. Document : {number} ({country})',
    de: 'Amt {office} hat Sie erkannt. Dokument: {number} ({country})',
    en: 'Office {office} identified you. Document: {number} ({country})',
  },
  unfinished: {
    nl: 'Wat u vroeg',
    fr: 'Ce que vous avez demandé',
    de: 'Was Sie angefragt haben',
    en: 'What you asked for',
  },
  pending: {
    nl: 'Nog te bevestigen: {value}',
    fr: 'Encore à confirmer : {value}',
    de: 'Noch zu bestätigen: {value}',
    en: 'Still to be confirmed: {value}',
  },
  activation: {
    nl: 'Eerste sleutels, via {mail}',
    fr: 'Premières clés, par {mail}',
    de: 'Erste Schlüssel, über {mail}',
    en: 'First keys, by {mail}',
  },
  recovery: {
    nl: 'Een nieuw wachtwoord',
    fr: 'Un nouveau mot de passe',
    de: 'Ein neues Passwort',
    en: 'A new password',
  },
  roles: {
    nl: 'Uw rollen in het beheer',
    fr: 'Vos rôles dans l’administration',
    de: 'Ihre Rollen in der Verwaltung',
    en: 'Your roles in the administration',
  },
  roleUntil: {
    nl: '{role}, tot {until}',
    fr: '{role}, jusqu’au {until}',
    de: '{role}, bis {until}',
    en: '{role}, until {until}',
  },
  profiles: {
    nl: 'Profielen die met u samengingen',
    fr: 'Profils fusionnés avec le vôtre',
    de: 'Profile, die mit Ihrem zusammengeführt wurden',
    en: 'Profiles that were joined with yours',
  },
});
