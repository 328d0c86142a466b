import { defineTexts } from '#libs/texts';

/** What each problem with a card is called, for sign-in and self-test alike. */
export const cardProblemTexts = defineTexts('digital-keys/card-problems', {
  'no-card': {
    nl: 'We hebben geen kaart gezien',
    fr: 'Nous n’avons pas vu de carte',
    de: 'Wir haben keine Karte gesehen',
    en: 'We did not see a card',
  },
  cancelled: {
    nl: 'De kaart werd niet gelezen',
    fr: 'La carte n’a pas été lue',
    de: 'Die Karte wurde nicht gelesen',
    en: 'The card was not read',
  },
  'unknown-authority': {
    nl: 'Dit is geen Belgische identiteitskaart die we herkennen',
    fr: 'Ce n’est pas une carte d’identité belge que nous reconnaissons',
    de: 'Das ist kein belgischer Personalausweis, den wir erkennen',
    en: 'This is not a Belgian identity card that we recognise',
  },
  'wrong-certificate': {
    nl: 'U koos het verkeerde certificaat',
    fr: 'Vous avez choisi le mauvais certificat',
    de: 'Sie haben das falsche Zertifikat gewählt',
    en: 'You chose the wrong certificate',
  },
  'not-yet-valid': {
    nl: 'Uw kaart is nog niet geldig',
    fr: 'Votre carte n’est pas encore valable',
    de: 'Ihre Karte ist noch nicht gültig',
    en: 'Your card is not valid yet',
  },
  expired: {
    nl: 'Uw kaart is vervallen',
    fr: 'Votre carte a expiré',
    de: 'Ihre Karte ist abgelaufen',
    en: 'Your card has expired',
  },
  revoked: {
    nl: 'Uw kaart is ingetrokken of geschorst',
    fr: 'Votre carte est révoquée ou suspendue',
    de: 'Ihre Karte ist widerrufen oder ausgesetzt',
    en: 'Your card was revoked or suspended',
  },
  'unknown-card': {
    nl: 'Uw kaart is niet bekend bij wie ze uitgeeft',
    fr: 'Votre carte n’est pas connue de l’autorité qui l’émet',
    de: 'Ihre Karte ist der ausstellenden Stelle nicht bekannt',
    en: 'Your card is not known to those who issue it',
  },
  'responder-down': {
    nl: 'We kunnen nu niet nagaan of uw kaart nog geldig is',
    fr: 'Nous ne pouvons pas vérifier maintenant si votre carte est encore valable',
    de: 'Wir können gerade nicht prüfen, ob Ihre Karte noch gültig ist',
    en: 'We cannot check at the moment whether your card is still valid',
  },
  unreadable: {
    nl: 'We kunnen de gegevens op uw kaart niet lezen',
    fr: 'Nous ne pouvons pas lire les données de votre carte',
    de: 'Wir können die Daten auf Ihrer Karte nicht lesen',
    en: 'We cannot read the data on your card',
  },
  'not-allowed': {
    nl: 'U kunt zich met deze kaart niet aanmelden',
    fr: 'Vous ne pouvez pas vous identifier avec cette carte',
    de: 'Mit dieser Karte können Sie sich nicht anmelden',
    en: 'You cannot sign in with this card',
  },
});

/** What the person can do about it. */
export const cardAdviceTexts = defineTexts('digital-keys/card-advice', {
  'no-card': {
    nl: 'Steekt de kaart goed in de lezer, met de chip naar binnen? Is de eID-software op deze computer geïnstalleerd? Sluit dan de browser volledig, open hem opnieuw en kies uw certificaat wanneer hij ernaar vraagt.',
    fr: 'La carte est-elle bien dans le lecteur, la puce vers l’intérieur ? Le logiciel eID est-il installé sur cet ordinateur ? Fermez alors complètement le navigateur, rouvrez-le et choisissez votre certificat quand il le demande.',
    de: 'Steckt die Karte richtig im Lesegerät, mit dem Chip nach innen? Ist die eID-Software auf diesem Computer installiert? Schließen Sie den Browser ganz, öffnen Sie ihn neu und wählen Sie Ihr Zertifikat, wenn er danach fragt.',
    en: 'Is the card in the reader the right way, chip first? Is the eID software installed on this computer? Then close the browser completely, open it again and choose your certificate when it asks for it.',
  },
  cancelled: {
    nl: 'U kwam terug zonder dat de kaart gelezen werd. Begin opnieuw, of kies een andere sleutel.',
    fr: 'Vous êtes revenu sans que la carte ait été lue. Recommencez, ou choisissez une autre clé.',
    de: 'Sie sind zurückgekommen, ohne dass die Karte gelesen wurde. Beginnen Sie von vorn oder wählen Sie einen anderen Schlüssel.',
    en: 'You came back without the card having been read. Start again, or choose another key.',
  },
  'unknown-authority': {
    nl: 'Kies het certificaat van uw identiteitskaart of vreemdelingenkaart. Andere certificaten aanvaarden we hier niet.',
    fr: 'Choisissez le certificat de votre carte d’identité ou de votre carte pour étrangers. Nous n’acceptons pas d’autres certificats ici.',
    de: 'Wählen Sie das Zertifikat Ihres Personalausweises oder Ihrer Ausländerkarte. Andere Zertifikate nehmen wir hier nicht an.',
    en: 'Choose the certificate of your identity card or foreigner’s card. We do not take other certificates here.',
  },
  'wrong-certificate': {
    nl: 'Uw kaart heeft twee certificaten: een om u aan te melden en een om te ondertekenen. Sluit de browser volledig, open hem opnieuw en kies dat met “Authentication”, niet dat met “Signature”.',
    fr: 'Votre carte contient deux certificats : un pour vous identifier et un pour signer. Fermez complètement le navigateur, rouvrez-le et choisissez celui avec « Authentication », pas celui avec « Signature ».',
    de: 'Ihre Karte hat zwei Zertifikate: eines zum Anmelden und eines zum Unterschreiben. Schließen Sie den Browser ganz, öffnen Sie ihn neu und wählen Sie das mit „Authentication“, nicht das mit „Signature“.',
    en: 'Your card has two certificates: one to sign in and one to sign documents. Close the browser completely, open it again and choose the one with “Authentication”, not the one with “Signature”.',
  },
  'not-yet-valid': {
    nl: 'Hebt u uw kaart al geactiveerd bij de gemeente? Kijk ook of datum en tijd van uw computer juist zijn.',
    fr: 'Avez-vous déjà activé votre carte à la commune ? Vérifiez aussi la date et l’heure de votre ordinateur.',
    de: 'Haben Sie Ihre Karte schon bei der Gemeinde aktiviert? Prüfen Sie auch Datum und Uhrzeit Ihres Computers.',
    en: 'Have you activated your card at your municipality? Also check the date and time of your computer.',
  },
  expired: {
    nl: 'Vraag een nieuwe kaart aan bij uw gemeente. Intussen kunt u een andere sleutel gebruiken.',
    fr: 'Demandez une nouvelle carte à votre commune. Entre-temps, vous pouvez utiliser une autre clé.',
    de: 'Beantragen Sie bei Ihrer Gemeinde eine neue Karte. Bis dahin können Sie einen anderen Schlüssel verwenden.',
    en: 'Ask your municipality for a new card. Meanwhile you can use another key.',
  },
  revoked: {
    nl: 'Misschien gaf u de kaart op als verloren of gestolen. Ga met uw kaart naar uw gemeente. Intussen kunt u een andere sleutel gebruiken.',
    fr: 'Vous avez peut-être déclaré la carte perdue ou volée. Présentez-vous avec elle à votre commune. Entre-temps, vous pouvez utiliser une autre clé.',
    de: 'Vielleicht haben Sie die Karte als verloren oder gestohlen gemeldet. Gehen Sie mit ihr zu Ihrer Gemeinde. Bis dahin können Sie einen anderen Schlüssel verwenden.',
    en: 'Perhaps you reported the card as lost or stolen. Go to your municipality with it. Meanwhile you can use another key.',
  },
  'unknown-card': {
    nl: 'Ga met uw kaart naar uw gemeente. Intussen kunt u een andere sleutel gebruiken.',
    fr: 'Présentez-vous avec votre carte à votre commune. Entre-temps, vous pouvez utiliser une autre clé.',
    de: 'Gehen Sie mit Ihrer Karte zu Ihrer Gemeinde. Bis dahin können Sie einen anderen Schlüssel verwenden.',
    en: 'Go to your municipality with your card. Meanwhile you can use another key.',
  },
  'responder-down': {
    nl: 'De dienst die dat weet, antwoordt niet. Met uw kaart is niets mis. Probeer het over enkele minuten opnieuw, of kies een andere sleutel.',
    fr: 'Le service qui le sait ne répond pas. Votre carte n’a rien. Réessayez dans quelques minutes, ou choisissez une autre clé.',
    de: 'Der Dienst, der das weiß, antwortet nicht. Mit Ihrer Karte ist alles in Ordnung. Versuchen Sie es in einigen Minuten wieder oder wählen Sie einen anderen Schlüssel.',
    en: 'The service that knows does not answer. Nothing is wrong with your card. Try again in a few minutes, or choose another key.',
  },
  unreadable: {
    nl: 'Probeer het opnieuw. Lukt het niet, test dan uw kaart, of ga ermee naar uw gemeente.',
    fr: 'Réessayez. Si cela ne marche pas, testez votre carte ou présentez-vous avec elle à votre commune.',
    de: 'Versuchen Sie es noch einmal. Klappt es nicht, testen Sie Ihre Karte oder gehen Sie mit ihr zu Ihrer Gemeinde.',
    en: 'Try again. If it does not work, test your card, or take it to your municipality.',
  },
  'not-allowed': {
    nl: 'Uw kaart is in orde, maar het gebruik ervan is hier stopgezet. Neem contact op met de servicedesk.',
    fr: 'Votre carte est en ordre, mais son utilisation est arrêtée ici. Contactez le service d’aide.',
    de: 'Ihre Karte ist in Ordnung, aber ihre Verwendung wurde hier beendet. Wenden Sie sich an den Helpdesk.',
    en: 'Your card is in order, but its use was stopped here. Contact the service desk.',
  },
});
