import { defineTexts } from '#libs/texts';

export const smsTexts = defineTexts('digital-keys/sms', {
  title: {
    nl: 'Aanmelden met een code via sms',
    fr: 'S’identifier avec un code par SMS',
    de: 'Mit einem Code per SMS anmelden',
    en: 'Sign in with a code by text message',
  },
  alreadyProven: {
    nl: 'Uw gebruikersnaam en wachtwoord kloppen al. We vragen alleen nog een code die u per sms krijgt.',
    fr: 'Votre nom d’utilisateur et votre mot de passe sont déjà vérifiés. Il ne manque qu’un code que vous recevez par SMS.',
    de: 'Benutzername und Passwort sind schon geprüft. Es fehlt nur noch ein Code, den Sie per SMS erhalten.',
    en: 'Your user name and password are already checked. We only need a code that you get by text message.',
  },
  offer: {
    nl: 'We sturen een code van 6 cijfers naar uw mobiele telefoon met nummer {destination}.',
    fr: 'Nous envoyons un code de 6 chiffres à votre téléphone mobile, au numéro {destination}.',
    de: 'Wir senden einen Code mit 6 Ziffern an Ihr Mobiltelefon mit der Nummer {destination}.',
    en: 'We send a code of 6 digits to your mobile phone with number {destination}.',
  },
  send: {
    nl: 'Stuur mij een code',
    fr: 'M’envoyer un code',
    de: 'Code an mich senden',
    en: 'Send me a code',
  },
  sent: {
    nl: 'We hebben een sms met een code gestuurd naar {destination}.',
    fr: 'Nous avons envoyé un SMS avec un code au {destination}.',
    de: 'Wir haben eine SMS mit einem Code gesendet an {destination}.',
    en: 'We sent a text message with a code to {destination}.',
  },
  label: {
    nl: 'Code uit de sms',
    fr: 'Code du SMS',
    de: 'Code aus der SMS',
    en: 'Code from the text message',
  },
  hint: {
    nl: 'De code heeft 6 cijfers en is 10 minuten geldig.',
    fr: 'Le code compte 6 chiffres et reste valable 10 minutes.',
    de: 'Der Code hat 6 Ziffern und gilt 10 Minuten.',
    en: 'The code has 6 digits and is valid for 10 minutes.',
  },
  nothingTitle: {
    nl: 'Geen sms gekregen?',
    fr: 'Pas reçu de SMS ?',
    de: 'Keine SMS erhalten?',
    en: 'No text message?',
  },
  nothing: {
    nl: 'Kijk of u bereik hebt. Herkent u het einde van het nummer niet? Dan is deze sleutel niet actief op uw telefoon: kies een andere sleutel.',
    fr: 'Vérifiez que vous avez du réseau. Vous ne reconnaissez pas la fin du numéro ? Cette clé n’est alors pas active sur votre téléphone : choisissez une autre clé.',
    de: 'Prüfen Sie, ob Sie Empfang haben. Erkennen Sie das Ende der Nummer nicht? Dann ist dieser Schlüssel auf Ihrem Telefon nicht aktiv: Wählen Sie einen anderen.',
    en: 'Check that your phone has a signal. You do not recognise the end of the number? Then this key is not active on your phone: choose another key.',
  },
  downTitle: {
    nl: 'We kunnen nu geen sms sturen',
    fr: 'Nous ne pouvons pas envoyer de SMS pour le moment',
    de: 'Wir können zurzeit keine SMS senden',
    en: 'We cannot send text messages now',
  },
  down: {
    nl: 'Het sms-centrum werkt niet. U hoeft niet te wachten: kies een andere sleutel.',
    fr: 'Le centre SMS ne fonctionne pas. Inutile d’attendre : choisissez une autre clé.',
    de: 'Die SMS-Zentrale ist gestört. Sie müssen nicht warten: Wählen Sie einen anderen Schlüssel.',
    en: 'The SMS centre is down. You do not have to wait: choose another key.',
  },
  slowTitle: {
    nl: 'De sms laat op zich wachten',
    fr: 'Le SMS se fait attendre',
    de: 'Die SMS lässt auf sich warten',
    en: 'The text message is late',
  },
  slow: {
    nl: 'Het sms-centrum antwoordt traag of niet. Komt de code er niet, kies dan een andere sleutel.',
    fr: 'Le centre SMS répond lentement ou pas du tout. Si le code n’arrive pas, choisissez une autre clé.',
    de: 'Die SMS-Zentrale antwortet langsam oder gar nicht. Kommt kein Code, wählen Sie einen anderen Schlüssel.',
    en: 'The SMS centre answers slowly or not at all. If the code does not come, choose another key.',
  },
  weakness: {
    nl: 'Een sms kan onderschept worden. Een code uit een app is veiliger; u activeert ze in Mijn digitale sleutels.',
    fr: 'Un SMS peut être intercepté. Un code d’une application est plus sûr ; activez-le dans Mes clés numériques.',
    de: 'Eine SMS kann abgefangen werden. Ein Code aus einer App ist sicherer; aktivieren Sie ihn in Meine digitalen Schlüssel.',
    en: 'A text message can be intercepted. A code from an app is safer; activate it in My digital keys.',
  },
  simChangedTitle: {
    nl: 'Uw simkaart is pas vervangen',
    fr: 'Votre carte SIM vient d’être remplacée',
    de: 'Ihre SIM-Karte wurde vor Kurzem ersetzt',
    en: 'Your SIM card was replaced lately',
  },
  simChanged: {
    nl: 'De eerste dagen na zo’n wissel sturen we geen code naar dit nummer, zodat niemand anders hem krijgt. Kies een andere sleutel.',
    fr: 'Les premiers jours après un tel échange, nous n’envoyons pas de code à ce numéro, pour que personne d’autre ne le reçoive. Choisissez une autre clé.',
    de: 'In den ersten Tagen nach einem Wechsel senden wir keinen Code an diese Nummer, damit ihn niemand anderes erhält. Wählen Sie einen anderen Schlüssel.',
    en: 'In the first days after such a change we send no code to this number, so that nobody else gets it. Choose another key.',
  },
});
