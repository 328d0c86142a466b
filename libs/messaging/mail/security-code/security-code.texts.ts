import { defineTexts } from '#libs/texts';

export const securityCodeTexts = defineTexts('messaging/security-code', {
  subject: {
    nl: '{code} is uw beveiligingscode',
    fr: '{code} est votre code de sécurité',
    de: '{code} ist Ihr Sicherheitscode',
    en: '{code} is your security code',
  },
  heading: {
    nl: 'Uw beveiligingscode',
    fr: 'Votre code de sécurité',
    de: 'Ihr Sicherheitscode',
    en: 'Your security code',
  },
  preview: {
    nl: 'Om aan te melden bij {service}.',
    fr: 'Pour vous identifier auprès de {service}.',
    de: 'Für Ihre Anmeldung bei {service}.',
    en: 'To sign in to {service}.',
  },
  introduction: {
    nl: 'U meldt zich aan bij {service}. Typ deze code op de pagina waar u uw wachtwoord hebt ingevuld.',
    fr: 'Vous vous identifiez auprès de {service}. Tapez ce code sur la page où vous avez indiqué votre mot de passe.',
    de: 'Sie melden sich bei {service} an. Geben Sie diesen Code auf der Seite ein, auf der Sie Ihr Passwort eingegeben haben.',
    en: 'You are signing in to {service}. Type this code on the page where you gave your password.',
  },
  code: { nl: 'Code', fr: 'Code', de: 'Code', en: 'Code' },
  valid: { nl: 'Geldig', fr: 'Valable', de: 'Gültig', en: 'Valid' },
  minutes: {
    nl: '{minutes} minuten',
    fr: '{minutes} minutes',
    de: '{minutes} Minuten',
    en: '{minutes} minutes',
  },
  where: {
    nl: 'Typ de code alleen op {host}. Geef hem aan niemand door.',
    fr: 'Ne tapez ce code que sur {host}. Ne le donnez à personne.',
    de: 'Geben Sie den Code nur auf {host} ein. Geben Sie ihn niemandem weiter.',
    en: 'Type the code on {host} only. Do not give it to anyone.',
  },
  notYou: {
    nl: 'Vroeg u deze code niet?',
    fr: 'Vous n’avez pas demandé ce code ?',
    de: 'Haben Sie diesen Code nicht angefordert?',
    en: 'Did you not ask for this code?',
  },
  notYouAdvice: {
    nl: 'Dan kent iemand anders uw wachtwoord. Wijzig het in Mijn digitale sleutels.',
    fr: 'Quelqu’un d’autre connaît alors votre mot de passe. Changez-le dans Mes clés numériques.',
    de: 'Dann kennt jemand anderes Ihr Passwort. Ändern Sie es in Meine digitalen Schlüssel.',
    en: 'Then somebody else knows your password. Change it in My digital keys.',
  },
});
