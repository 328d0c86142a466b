import { defineTexts } from '#libs/texts';

export const tokenTexts = defineTexts('digital-keys/token', {
  title: {
    nl: 'Aanmelden met een code van uw kaart',
    fr: 'S’identifier avec un code de votre carte',
    de: 'Mit einem Code von Ihrer Karte anmelden',
    en: 'Sign in with a code from your card',
  },
  alreadyProven: {
    nl: 'Uw gebruikersnaam en wachtwoord kloppen al. We vragen alleen nog één code van uw kaart.',
    fr: 'Votre nom d’utilisateur et votre mot de passe sont déjà vérifiés. Il manque encore un code de votre carte.',
    de: 'Benutzername und Passwort sind schon geprüft. Es fehlt nur noch ein Code von Ihrer Karte.',
    en: 'Your user name and password are already checked. We only need one code from your card.',
  },
  code: {
    nl: 'Code nummer {position}',
    fr: 'Code numéro {position}',
    de: 'Code Nummer {position}',
    en: 'Code number {position}',
  },
  codeHint: {
    nl: 'Neem uw kaart met 24 codes. Typ de 6 letters die achter nummer {position} staan.',
    fr: 'Prenez votre carte de 24 codes. Tapez les 6 lettres qui suivent le numéro {position}.',
    de: 'Nehmen Sie Ihre Karte mit 24 Codes. Geben Sie die 6 Buchstaben hinter Nummer {position} ein.',
    en: 'Take your card with 24 codes. Type the 6 letters behind number {position}.',
  },
  submit: { nl: 'Aanmelden', fr: 'S’identifier', de: 'Anmelden', en: 'Sign in' },
  missing: {
    nl: 'Vul de code achter nummer {position} in',
    fr: 'Indiquez le code qui suit le numéro {position}',
    de: 'Geben Sie den Code hinter Nummer {position} ein',
    en: 'Enter the code behind number {position}',
  },
  wrong: {
    nl: 'Deze code klopt niet. Kijk na of u de code achter nummer {position} typt, op uw nieuwste kaart.',
    fr: 'Ce code est incorrect. Vérifiez que vous tapez le code du numéro {position}, sur votre carte la plus récente.',
    de: 'Dieser Code stimmt nicht. Prüfen Sie, ob Sie den Code hinter Nummer {position} auf Ihrer neuesten Karte eingeben.',
    en: 'This code is not right. Check that you type the code behind number {position}, on your newest card.',
  },
});
