import { defineTexts } from '#libs/texts';

export const newSignInTexts = defineTexts('messaging/new-sign-in', {
  subject: {
    nl: 'Nieuwe aanmelding bij {service}',
    fr: 'Nouvelle connexion à {service}',
    de: 'Neue Anmeldung bei {service}',
    en: 'New sign-in to {service}',
  },
  heading: {
    nl: 'Er is aangemeld met uw digitale sleutel',
    fr: 'Une connexion a eu lieu avec votre clé numérique',
    de: 'Jemand hat sich mit Ihrem digitalen Schlüssel angemeldet',
    en: 'Your digital key was used to sign in',
  },
  preview: {
    nl: 'Was u dit? Dan hoeft u niets te doen.',
    fr: 'C’était vous ? Vous n’avez rien à faire.',
    de: 'Waren Sie das? Dann müssen Sie nichts tun.',
    en: 'Was this you? Then there is nothing to do.',
  },
  introduction: {
    nl: 'Dit toestel of deze browser kennen wij nog niet. Daarom laten wij het u weten. Was u dit zelf? Dan hoeft u niets te doen.',
    fr: 'Nous ne connaissons pas encore cet appareil ou ce navigateur. C’est pourquoi nous vous prévenons. C’était vous ? Vous n’avez rien à faire.',
    de: 'Dieses Gerät oder diesen Browser kennen wir noch nicht. Darum informieren wir Sie. Waren Sie das selbst? Dann müssen Sie nichts tun.',
    en: 'We have not seen this device or browser before, so we are letting you know. Was this you? Then there is nothing to do.',
  },
  when: { nl: 'Wanneer', fr: 'Quand', de: 'Wann', en: 'When' },
  service: { nl: 'Bij welke dienst', fr: 'À quel service', de: 'Bei welchem Dienst', en: 'Which service' },
  key: { nl: 'Met welke sleutel', fr: 'Avec quelle clé', de: 'Mit welchem Schlüssel', en: 'With which key' },
  place: { nl: 'Ongeveer waar', fr: 'Environ où', de: 'Ungefähr wo', en: 'Roughly where' },
  address: {
    nl: 'Internetadres (deels)',
    fr: 'Adresse internet (en partie)',
    de: 'Internetadresse (teilweise)',
    en: 'Internet address (in part)',
  },
  notYou: {
    nl: 'Was u dit niet?',
    fr: 'Ce n’était pas vous ?',
    de: 'Waren Sie das nicht?',
    en: 'Was this not you?',
  },
  stepOpen: {
    nl: 'Ga naar Mijn digitale sleutels. Typ het adres zelf in als u deze e-mail niet vertrouwt.',
    fr: 'Allez à Mes clés numériques. Tapez vous-même l’adresse si vous doutez de cet e-mail.',
    de: 'Gehen Sie zu Meine digitalen Schlüssel. Tippen Sie die Adresse selbst ein, wenn Sie dieser E-Mail nicht trauen.',
    en: 'Go to My digital keys. Type the address yourself if you do not trust this e-mail.',
  },
  stepEnd: {
    nl: 'Beëindig de aanmelding die u niet herkent.',
    fr: 'Mettez fin à la connexion que vous ne reconnaissez pas.',
    de: 'Beenden Sie die Anmeldung, die Sie nicht erkennen.',
    en: 'End the sign-in that you do not recognise.',
  },
  stepChange: {
    nl: 'Wijzig uw wachtwoord of blokkeer de sleutel die werd gebruikt.',
    fr: 'Changez votre mot de passe ou bloquez la clé utilisée.',
    de: 'Ändern Sie Ihr Passwort oder sperren Sie den verwendeten Schlüssel.',
    en: 'Change your password or block the key that was used.',
  },
  open: {
    nl: 'Naar Mijn digitale sleutels',
    fr: 'Vers Mes clés numériques',
    de: 'Zu Meine digitalen Schlüssel',
    en: 'Go to My digital keys',
  },
});
