import { defineTexts } from '#libs/texts';

export const totpTexts = defineTexts('digital-keys/totp', {
  title: {
    nl: 'Aanmelden met een code uit uw app',
    fr: 'S’identifier avec un code de votre application',
    de: 'Mit einem Code aus Ihrer App anmelden',
    en: 'Sign in with a code from your app',
  },
  alreadyProven: {
    nl: 'U bent al aangemeld met uw gebruikersnaam en wachtwoord. We vragen nu alleen nog de code.',
    fr: 'Vous êtes déjà identifié avec votre nom d’utilisateur et votre mot de passe. Il ne manque plus que le code.',
    de: 'Sie sind bereits mit Benutzername und Passwort angemeldet. Es fehlt nur noch der Code.',
    en: 'You are already signed in with your user name and password. We now only need the code.',
  },
  code: {
    nl: 'Code uit uw app',
    fr: 'Code de votre application',
    de: 'Code aus Ihrer App',
    en: 'Code from your app',
  },
  codeHint: {
    nl: 'Open op uw telefoon de app waarmee u codes maakt. Typ de 6 cijfers die bij CSAM staan.',
    fr: 'Ouvrez sur votre téléphone l’application qui crée vos codes. Tapez les 6 chiffres affichés pour CSAM.',
    de: 'Öffnen Sie auf Ihrem Telefon die App, die Ihre Codes erstellt. Geben Sie die 6 Ziffern ein, die bei CSAM stehen.',
    en: 'On your phone, open the app that makes your codes. Type the 6 digits shown for CSAM.',
  },
  submit: { nl: 'Aanmelden', fr: 'S’identifier', de: 'Anmelden', en: 'Sign in' },
  missing: {
    nl: 'Vul de code uit uw app in',
    fr: 'Indiquez le code de votre application',
    de: 'Geben Sie den Code aus Ihrer App ein',
    en: 'Enter the code from your app',
  },
  wrong: {
    nl: 'Deze code klopt niet. Typ de code die uw app nu toont.',
    fr: 'Ce code est incorrect. Tapez le code que votre application affiche maintenant.',
    de: 'Dieser Code stimmt nicht. Geben Sie den Code ein, den Ihre App jetzt anzeigt.',
    en: 'This code is not right. Type the code your app shows now.',
  },
  reused: {
    nl: 'Deze code is al gebruikt. Wacht tot uw app een nieuwe code toont en typ die.',
    fr: 'Ce code a déjà été utilisé. Attendez que votre application affiche un nouveau code et tapez-le.',
    de: 'Dieser Code wurde schon verwendet. Warten Sie, bis Ihre App einen neuen Code anzeigt, und geben Sie ihn ein.',
    en: 'This code has already been used. Wait until your app shows a new code and type that one.',
  },
  clockTitle: {
    nl: 'Lukt het niet?',
    fr: 'Cela ne marche pas ?',
    de: 'Klappt es nicht?',
    en: 'Not working?',
  },
  clock: {
    nl: 'Kijk op uw telefoon of datum en tijd automatisch worden ingesteld. Staat de klok verkeerd, dan kloppen de codes niet.',
    fr: 'Vérifiez que la date et l’heure de votre téléphone sont réglées automatiquement. Si l’horloge est décalée, les codes sont faux.',
    de: 'Prüfen Sie, ob Datum und Uhrzeit auf Ihrem Telefon automatisch eingestellt werden. Geht die Uhr falsch, stimmen die Codes nicht.',
    en: 'Check that your phone sets date and time automatically. If its clock is wrong, the codes are wrong.',
  },
});
