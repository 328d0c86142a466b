import { defineTexts } from '#libs/texts';

export const passwordTexts = defineTexts('digital-keys/password', {
  title: {
    nl: 'Aanmelden met gebruikersnaam en wachtwoord',
    fr: 'S’identifier avec nom d’utilisateur et mot de passe',
    de: 'Mit Benutzername und Passwort anmelden',
    en: 'Sign in with user name and password',
  },
  username: { nl: 'Gebruikersnaam', fr: 'Nom d’utilisateur', de: 'Benutzername', en: 'User name' },
  password: { nl: 'Wachtwoord', fr: 'Mot de passe', de: 'Passwort', en: 'Password' },
  submit: { nl: 'Aanmelden', fr: 'S’identifier', de: 'Anmelden', en: 'Sign in' },
  next: { nl: 'Volgende', fr: 'Suivant', de: 'Weiter', en: 'Next' },
  missingUsername: {
    nl: 'Vul uw gebruikersnaam in',
    fr: 'Indiquez votre nom d’utilisateur',
    de: 'Geben Sie Ihren Benutzernamen ein',
    en: 'Enter your user name',
  },
  missingPassword: {
    nl: 'Vul uw wachtwoord in',
    fr: 'Indiquez votre mot de passe',
    de: 'Geben Sie Ihr Passwort ein',
    en: 'Enter your password',
  },
  wrong: {
    nl: 'De gebruikersnaam of het wachtwoord klopt niet. Let op hoofdletters en kleine letters.',
    fr: 'Le nom d’utilisateur ou le mot de passe est incorrect. Respectez les majuscules et les minuscules.',
    de: 'Der Benutzername oder das Passwort stimmt nicht. Achten Sie auf Groß- und Kleinschreibung.',
    en: 'The user name or the password is not right. Mind capital and small letters.',
  },
});
