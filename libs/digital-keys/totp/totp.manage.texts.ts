import { defineTexts } from '#libs/texts';

export const totpSetupTexts = defineTexts('digital-keys/totp-setup', {
  title: {
    nl: 'Koppel uw app',
    fr: 'Reliez votre application',
    de: 'Verbinden Sie Ihre App',
    en: 'Link your app',
  },
  scanTitle: {
    nl: 'Breng CSAM in uw app',
    fr: 'Ajoutez CSAM à votre application',
    de: 'Fügen Sie CSAM Ihrer App hinzu',
    en: 'Add CSAM to your app',
  },
  scan: {
    nl: 'Open de app op uw telefoon, kies “account toevoegen” en scan deze code.',
    fr: 'Ouvrez l’application sur votre téléphone, choisissez « ajouter un compte » et scannez ce code.',
    de: 'Öffnen Sie die App auf Ihrem Telefon, wählen Sie „Konto hinzufügen“ und scannen Sie diesen Code.',
    en: 'Open the app on your phone, choose “add account” and scan this code.',
  },
  picture: {
    nl: 'QR-code met dezelfde sleutel als hieronder in tekst',
    fr: 'Code QR contenant la même clé que le texte ci-dessous',
    de: 'QR-Code mit demselben Schlüssel wie der Text darunter',
    en: 'QR code with the same key as the text below',
  },
  type: {
    nl: 'Kunt u niet scannen? Typ dan deze sleutel in de app:',
    fr: 'Vous ne pouvez pas scanner ? Tapez cette clé dans l’application :',
    de: 'Sie können nicht scannen? Geben Sie diesen Schlüssel in die App ein:',
    en: 'Cannot scan? Type this key in the app:',
  },
  link: {
    nl: 'Of open de app op dit toestel',
    fr: 'Ou ouvrez l’application sur cet appareil',
    de: 'Oder öffnen Sie die App auf diesem Gerät',
    en: 'Or open the app on this device',
  },
  once: {
    nl: 'Wij tonen deze sleutel maar één keer. Laat hem aan niemand zien.',
    fr: 'Nous n’affichons cette clé qu’une seule fois. Ne la montrez à personne.',
    de: 'Wir zeigen diesen Schlüssel nur einmal. Zeigen Sie ihn niemandem.',
    en: 'We show this key only once. Do not show it to anybody.',
  },
  codeTitle: {
    nl: 'Probeer het uit',
    fr: 'Faites un essai',
    de: 'Probieren Sie es aus',
    en: 'Try it out',
  },
  code: {
    nl: 'Code uit uw app',
    fr: 'Code de votre application',
    de: 'Code aus Ihrer App',
    en: 'Code from your app',
  },
  codeHint: {
    nl: 'Typ de 6 cijfers die de app nu bij CSAM toont.',
    fr: 'Tapez les 6 chiffres que l’application affiche maintenant pour CSAM.',
    de: 'Geben Sie die 6 Ziffern ein, die die App jetzt bei CSAM zeigt.',
    en: 'Type the 6 digits that the app now shows for CSAM.',
  },
  label: {
    nl: 'Naam van dit toestel',
    fr: 'Nom de cet appareil',
    de: 'Name dieses Geräts',
    en: 'Name of this device',
  },
  labelHint: {
    nl: 'Bijvoorbeeld “mijn telefoon”. Zo herkent u de sleutel later.',
    fr: 'Par exemple « mon téléphone ». Vous reconnaîtrez ainsi la clé plus tard.',
    de: 'Zum Beispiel „mein Telefon“. So erkennen Sie den Schlüssel später wieder.',
    en: 'For example “my phone”. That way you know the key again later.',
  },
  missing: {
    nl: 'Vul de code uit uw app in',
    fr: 'Indiquez le code de votre application',
    de: 'Geben Sie den Code aus Ihrer App ein',
    en: 'Enter the code from your app',
  },
  wrong: {
    nl: 'Deze code klopt niet. Typ de code die uw app nu toont en kijk of de klok van uw telefoon juist staat.',
    fr: 'Ce code est incorrect. Tapez le code affiché maintenant et vérifiez l’heure de votre téléphone.',
    de: 'Dieser Code stimmt nicht. Geben Sie den jetzigen Code ein und prüfen Sie die Uhr Ihres Telefons.',
    en: 'This code is not right. Type the code your app shows now and check the clock of your phone.',
  },
  againTitle: {
    nl: 'Hebt u nog niet gescand?',
    fr: 'Vous n’avez pas encore scanné ?',
    de: 'Noch nicht gescannt?',
    en: 'Not scanned yet?',
  },
  againWhy: {
    nl: 'Om veilig te blijven tonen wij dezelfde sleutel niet opnieuw. U krijgt een nieuwe.',
    fr: 'Par sécurité, nous ne montrons pas la même clé une deuxième fois. Vous en recevez une nouvelle.',
    de: 'Aus Sicherheit zeigen wir denselben Schlüssel nicht noch einmal. Sie bekommen einen neuen.',
    en: 'To stay safe we do not show the same key again. You get a new one.',
  },
  again: {
    nl: 'Een nieuwe sleutel tonen',
    fr: 'Afficher une nouvelle clé',
    de: 'Neuen Schlüssel zeigen',
    en: 'Show a new key',
  },
});
