import { defineTexts } from '#libs/texts';

/** The digital keys as they are named in a message to the person. */
export const keyNames = defineTexts('messaging/key-names', {
  eid: { nl: 'eID-kaartlezer', fr: 'lecteur de carte eID', de: 'eID-Kartenleser', en: 'eID card reader' },
  itsme: { nl: 'itsme', fr: 'itsme', de: 'itsme', en: 'itsme' },
  eidas: {
    nl: 'sleutel uit een ander Europees land',
    fr: 'clé d’un autre pays européen',
    de: 'Schlüssel aus einem anderen europäischen Land',
    en: 'key from another European country',
  },
  passkey: { nl: 'toegangssleutel (passkey)', fr: 'clé d’accès (passkey)', de: 'Passkey', en: 'passkey' },
  totp: {
    nl: 'wachtwoord en code uit uw app',
    fr: 'mot de passe et code de votre application',
    de: 'Passwort und Code aus Ihrer App',
    en: 'password and code from your app',
  },
  sms: {
    nl: 'wachtwoord en code per sms',
    fr: 'mot de passe et code par SMS',
    de: 'Passwort und Code per SMS',
    en: 'password and code by text message',
  },
  certificate: {
    nl: 'wachtwoord en certificaat',
    fr: 'mot de passe et certificat',
    de: 'Passwort und Zertifikat',
    en: 'password and certificate',
  },
  token: {
    nl: 'wachtwoord en code van uw tokenkaart',
    fr: 'mot de passe et code de votre carte token',
    de: 'Passwort und Code Ihrer Token-Karte',
    en: 'password and code from your token card',
  },
  email: {
    nl: 'wachtwoord en code per e-mail',
    fr: 'mot de passe et code par e-mail',
    de: 'Passwort und Code per E-Mail',
    en: 'password and code by e-mail',
  },
  password: {
    nl: 'gebruikersnaam en wachtwoord',
    fr: 'nom d’utilisateur et mot de passe',
    de: 'Benutzername und Passwort',
    en: 'user name and password',
  },
  selfreg: {
    nl: 'zelf gemaakt profiel',
    fr: 'profil créé par vous-même',
    de: 'selbst angelegtes Profil',
    en: 'profile you made yourself',
  },
});
