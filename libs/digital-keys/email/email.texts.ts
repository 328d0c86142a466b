import { defineTexts } from '#libs/texts';

export const emailTexts = defineTexts('digital-keys/email', {
  title: {
    nl: 'Aanmelden met een code via e-mail',
    fr: 'S’identifier avec un code par e-mail',
    de: 'Mit einem Code per E-Mail anmelden',
    en: 'Sign in with a code by e-mail',
  },
  alreadyProven: {
    nl: 'Uw gebruikersnaam en wachtwoord kloppen al. We vragen alleen nog een code die u per e-mail krijgt.',
    fr: 'Votre nom d’utilisateur et votre mot de passe sont déjà vérifiés. Il ne manque qu’un code que vous recevez par e-mail.',
    de: 'Benutzername und Passwort sind schon geprüft. Es fehlt nur noch ein Code, den Sie per E-Mail erhalten.',
    en: 'Your user name and password are already checked. We only need a code that you get by e-mail.',
  },
  offer: {
    nl: 'We sturen een code van 6 cijfers naar uw e-mailadres {destination}.',
    fr: 'Nous envoyons un code de 6 chiffres à votre adresse e-mail {destination}.',
    de: 'Wir senden einen Code mit 6 Ziffern an Ihre E-Mail-Adresse {destination}.',
    en: 'We send a code of 6 digits to your e-mail address {destination}.',
  },
  send: {
    nl: 'Mail mij een code',
    fr: 'M’envoyer un code par e-mail',
    de: 'Code per E-Mail an mich senden',
    en: 'E-mail me a code',
  },
  sent: {
    nl: 'We hebben een e-mail met een code gestuurd naar {destination}.',
    fr: 'Nous avons envoyé un e-mail avec un code à {destination}.',
    de: 'Wir haben eine E-Mail mit einem Code gesendet an {destination}.',
    en: 'We sent an e-mail with a code to {destination}.',
  },
  label: {
    nl: 'Code uit de e-mail',
    fr: 'Code de l’e-mail',
    de: 'Code aus der E-Mail',
    en: 'Code from the e-mail',
  },
  hint: {
    nl: 'De code heeft 6 cijfers en is 10 minuten geldig. Laat deze pagina open terwijl u uw e-mail leest.',
    fr: 'Le code compte 6 chiffres et reste valable 10 minutes. Laissez cette page ouverte pendant que vous lisez vos e-mails.',
    de: 'Der Code hat 6 Ziffern und gilt 10 Minuten. Lassen Sie diese Seite offen, während Sie Ihre E-Mails lesen.',
    en: 'The code has 6 digits and is valid for 10 minutes. Keep this page open while you read your e-mail.',
  },
  nothingTitle: {
    nl: 'Geen e-mail gekregen?',
    fr: 'Pas reçu d’e-mail ?',
    de: 'Keine E-Mail erhalten?',
    en: 'No e-mail?',
  },
  nothing: {
    nl: 'Kijk ook bij ongewenste e-mail. Herkent u het adres niet? Dan is deze sleutel niet actief: kies een andere sleutel.',
    fr: 'Regardez aussi parmi les e-mails indésirables. Vous ne reconnaissez pas l’adresse ? Cette clé n’est alors pas active : choisissez une autre clé.',
    de: 'Sehen Sie auch im Spam-Ordner nach. Erkennen Sie die Adresse nicht? Dann ist dieser Schlüssel nicht aktiv: Wählen Sie einen anderen.',
    en: 'Look among unwanted e-mail too. You do not recognise the address? Then this key is not active: choose another key.',
  },
  downTitle: {
    nl: 'We kunnen nu geen e-mail sturen',
    fr: 'Nous ne pouvons pas envoyer d’e-mail pour le moment',
    de: 'Wir können zurzeit keine E-Mails senden',
    en: 'We cannot send e-mail now',
  },
  down: {
    nl: 'De mailserver werkt niet. U hoeft niet te wachten: kies een andere sleutel.',
    fr: 'Le serveur de messagerie ne fonctionne pas. Inutile d’attendre : choisissez une autre clé.',
    de: 'Der Mailserver ist gestört. Sie müssen nicht warten: Wählen Sie einen anderen Schlüssel.',
    en: 'The mail server is down. You do not have to wait: choose another key.',
  },
  slowTitle: {
    nl: 'De e-mail laat op zich wachten',
    fr: 'L’e-mail se fait attendre',
    de: 'Die E-Mail lässt auf sich warten',
    en: 'The e-mail is late',
  },
  slow: {
    nl: 'De mailserver antwoordt traag of niet. Komt de code er niet, kies dan een andere sleutel.',
    fr: 'Le serveur de messagerie répond lentement ou pas du tout. Si le code n’arrive pas, choisissez une autre clé.',
    de: 'Der Mailserver antwortet langsam oder gar nicht. Kommt kein Code, wählen Sie einen anderen Schlüssel.',
    en: 'The mail server answers slowly or not at all. If the code does not come, choose another key.',
  },
});
