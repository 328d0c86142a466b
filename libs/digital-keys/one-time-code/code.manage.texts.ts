import { defineTexts } from '#libs/texts';

export const codeSetupTexts = defineTexts('digital-keys/code-setup', {
  title: { nl: 'Typ de code', fr: 'Tapez le code', de: 'Geben Sie den Code ein', en: 'Type the code' },
  missing: {
    nl: 'Vul de 6 cijfers van de code in',
    fr: 'Indiquez les 6 chiffres du code',
    de: 'Geben Sie die 6 Ziffern des Codes ein',
    en: 'Enter the 6 digits of the code',
  },
  wrong: {
    nl: 'Deze code klopt niet. Kijk naar het nieuwste bericht.',
    fr: 'Ce code est incorrect. Regardez le message le plus récent.',
    de: 'Dieser Code stimmt nicht. Sehen Sie in der neuesten Nachricht nach.',
    en: 'This code is not right. Look at the newest message.',
  },
  expired: {
    nl: 'Deze code geldt niet meer. Vraag een nieuwe.',
    fr: 'Ce code n’est plus valable. Demandez-en un nouveau.',
    de: 'Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.',
    en: 'This code is no longer valid. Ask for a new one.',
  },
  again: {
    nl: 'Een nieuwe code sturen',
    fr: 'Envoyer un nouveau code',
    de: 'Neuen Code schicken',
    en: 'Send a new code',
  },
  'wait-title': { nl: 'Even wachten', fr: 'Un instant', de: 'Bitte warten', en: 'One moment' },
  wait: {
    nl: 'De vorige code is nog maar net verstuurd. Wacht een halve minuut voor u een nieuwe vraagt.',
    fr: 'Le code précédent vient d’être envoyé. Attendez une demi-minute avant d’en demander un autre.',
    de: 'Der vorige Code wurde gerade erst verschickt. Warten Sie eine halbe Minute auf einen neuen.',
    en: 'The last code was sent only just now. Wait half a minute before you ask for a new one.',
  },
  'over-title': {
    nl: 'Voor nu is het genoeg',
    fr: 'C’est assez pour le moment',
    de: 'Für jetzt ist es genug',
    en: 'That is enough for now',
  },
  over: {
    nl: 'Er zijn te veel codes gevraagd of fout getypt. Probeer het later opnieuw.',
    fr: 'Trop de codes ont été demandés ou mal tapés. Réessayez plus tard.',
    de: 'Es wurden zu viele Codes angefordert oder falsch eingegeben. Versuchen Sie es später wieder.',
    en: 'Too many codes were asked or typed wrongly. Try again later.',
  },
  'nowhere-title': {
    nl: 'Wij kunnen nu geen code sturen',
    fr: 'Nous ne pouvons pas envoyer de code maintenant',
    de: 'Wir können jetzt keinen Code schicken',
    en: 'We cannot send a code now',
  },
  nowhere: {
    nl: 'Is uw nummer nieuw? Dan wacht het 24 uur voor wij er codes naartoe sturen. Bevestig het met uw eID of itsme om niet te wachten.',
    fr: 'Votre numéro est nouveau ? Nous attendons 24 heures avant d’y envoyer des codes. Confirmez-le avec votre eID ou itsme pour ne pas attendre.',
    de: 'Ist Ihre Nummer neu? Dann warten wir 24 Stunden mit Codes. Bestätigen Sie sie mit Ihrer eID oder itsme, um nicht zu warten.',
    en: 'Is your number new? Then it waits 24 hours before we send codes there. Confirm it with your eID or itsme to avoid waiting.',
  },
  'down-title': {
    nl: 'Er is een storing',
    fr: 'Il y a une panne',
    de: 'Es gibt eine Störung',
    en: 'Something is out of order',
  },
  down: {
    nl: 'Onze berichten gaan nu niet weg. Probeer het later opnieuw.',
    fr: 'Nos messages ne partent pas pour le moment. Réessayez plus tard.',
    de: 'Unsere Nachrichten gehen gerade nicht hinaus. Versuchen Sie es später wieder.',
    en: 'Our messages are not going out at the moment. Try again later.',
  },
  'sim-changed-title': {
    nl: 'Uw simkaart is pas veranderd',
    fr: 'Votre carte SIM vient de changer',
    de: 'Ihre SIM-Karte wurde gerade gewechselt',
    en: 'Your SIM card was changed just now',
  },
  'sim-changed': {
    nl: 'Om u te beschermen sturen wij er enkele dagen geen codes naartoe. Kies intussen een andere sleutel.',
    fr: 'Pour vous protéger, nous n’y envoyons pas de codes pendant quelques jours. Choisissez une autre clé entre-temps.',
    de: 'Zu Ihrem Schutz schicken wir einige Tage keine Codes dorthin. Wählen Sie solange einen anderen Schlüssel.',
    en: 'To protect you we send no codes there for a few days. Choose another key meanwhile.',
  },
});
