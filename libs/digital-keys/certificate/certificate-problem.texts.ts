import { defineTexts } from '#libs/texts';

/** What each problem with a certificate is called, at sign-in and when it is registered. */
export const certificateProblemTexts = defineTexts('digital-keys/certificate-problems', {
  'no-certificate': {
    nl: 'We hebben geen certificaat gezien',
    fr: 'Nous n’avons pas vu de certificat',
    de: 'Wir haben kein Zertifikat gesehen',
    en: 'We did not see a certificate',
  },
  cancelled: {
    nl: 'Uw certificaat werd niet getoond',
    fr: 'Votre certificat n’a pas été présenté',
    de: 'Ihr Zertifikat wurde nicht gezeigt',
    en: 'Your certificate was not shown',
  },
  unreadable: {
    nl: 'We kunnen uw certificaat niet lezen',
    fr: 'Nous ne pouvons pas lire votre certificat',
    de: 'Wir können Ihr Zertifikat nicht lesen',
    en: 'We cannot read your certificate',
  },
  'unknown-authority': {
    nl: 'Wie dit certificaat uitgaf, kennen we niet',
    fr: 'Nous ne connaissons pas l’émetteur de ce certificat',
    de: 'Wer dieses Zertifikat ausgestellt hat, kennen wir nicht',
    en: 'We do not know who issued this certificate',
  },
  'not-for-this-service': {
    nl: 'Deze dienst aanvaardt uw certificaat niet',
    fr: 'Ce service n’accepte pas votre certificat',
    de: 'Dieser Dienst nimmt Ihr Zertifikat nicht an',
    en: 'This service does not take your certificate',
  },
  unsuitable: {
    nl: 'Met dit certificaat kunt u zich niet aanmelden',
    fr: 'Ce certificat ne permet pas de s’identifier',
    de: 'Mit diesem Zertifikat können Sie sich nicht anmelden',
    en: 'This certificate is not one to sign in with',
  },
  'not-yet-valid': {
    nl: 'Uw certificaat is nog niet geldig',
    fr: 'Votre certificat n’est pas encore valable',
    de: 'Ihr Zertifikat ist noch nicht gültig',
    en: 'Your certificate is not valid yet',
  },
  expired: {
    nl: 'Uw certificaat is vervallen',
    fr: 'Votre certificat a expiré',
    de: 'Ihr Zertifikat ist abgelaufen',
    en: 'Your certificate has expired',
  },
  'not-registered': {
    nl: 'Dit certificaat is geen sleutel van u',
    fr: 'Ce certificat n’est pas une de vos clés',
    de: 'Dieses Zertifikat ist kein Schlüssel von Ihnen',
    en: 'This certificate is not a key of yours',
  },
  suspended: {
    nl: 'Deze sleutel is geblokkeerd',
    fr: 'Cette clé est bloquée',
    de: 'Dieser Schlüssel ist gesperrt',
    en: 'This key is on hold',
  },
  revoked: {
    nl: 'Uw certificaat is ingetrokken',
    fr: 'Votre certificat est révoqué',
    de: 'Ihr Zertifikat wurde widerrufen',
    en: 'Your certificate was revoked',
  },
  'unknown-certificate': {
    nl: 'Wie uw certificaat uitgaf, kent het niet meer',
    fr: 'L’émetteur de votre certificat ne le connaît plus',
    de: 'Der Aussteller kennt Ihr Zertifikat nicht mehr',
    en: 'Who issued your certificate no longer knows it',
  },
  'responder-down': {
    nl: 'We kunnen nu niet nagaan of uw certificaat nog geldig is',
    fr: 'Nous ne pouvons pas vérifier maintenant si votre certificat est encore valable',
    de: 'Wir können gerade nicht prüfen, ob Ihr Zertifikat noch gültig ist',
    en: 'We cannot check at the moment whether your certificate is still valid',
  },
});

/** What the person can do about it. */
export const certificateAdviceTexts = defineTexts('digital-keys/certificate-advice', {
  'no-certificate': {
    nl: 'Staat uw certificaat op deze computer, of is de kaart of USB-sleutel aangesloten? Sluit dan de browser volledig, open hem opnieuw en kies uw certificaat wanneer hij ernaar vraagt.',
    fr: 'Votre certificat se trouve-t-il sur cet ordinateur, ou la carte ou clé USB est-elle branchée ? Fermez alors complètement le navigateur, rouvrez-le et choisissez votre certificat quand il le demande.',
    de: 'Liegt Ihr Zertifikat auf diesem Computer, oder ist die Karte oder der USB-Stick angeschlossen? Schließen Sie den Browser ganz, öffnen Sie ihn neu und wählen Sie Ihr Zertifikat, wenn er danach fragt.',
    en: 'Is your certificate on this computer, or is the card or USB key connected? Then close the browser completely, open it again and choose your certificate when it asks for it.',
  },
  cancelled: {
    nl: 'U kwam terug zonder dat we uw certificaat zagen. Begin opnieuw, of kies een andere sleutel.',
    fr: 'Vous êtes revenu sans que nous ayons vu votre certificat. Recommencez, ou choisissez une autre clé.',
    de: 'Sie sind zurückgekommen, ohne dass wir Ihr Zertifikat gesehen haben. Beginnen Sie von vorn oder wählen Sie einen anderen Schlüssel.',
    en: 'You came back before we saw your certificate. Start again, or choose another key.',
  },
  unreadable: {
    nl: 'Probeer het opnieuw, of kies een andere sleutel.',
    fr: 'Réessayez, ou choisissez une autre clé.',
    de: 'Versuchen Sie es noch einmal oder wählen Sie einen anderen Schlüssel.',
    en: 'Try again, or choose another key.',
  },
  'unknown-authority': {
    nl: 'Misschien koos u een ander certificaat dan u bedoelde. Voor uw identiteitskaart is er een eigen sleutel: kies een andere sleutel.',
    fr: 'Vous avez peut-être choisi un autre certificat que prévu. Pour votre carte d’identité, il existe une clé à part : choisissez une autre clé.',
    de: 'Vielleicht haben Sie ein anderes Zertifikat gewählt als gedacht. Für Ihren Personalausweis gibt es einen eigenen Schlüssel: Wählen Sie einen anderen Schlüssel.',
    en: 'Perhaps you chose another certificate than you meant. Your identity card has a key of its own: choose another key.',
  },
  'not-for-this-service': {
    nl: 'Uw certificaat is in orde, maar deze dienst werkt met certificaten van een andere uitgever. Kies een andere sleutel.',
    fr: 'Votre certificat est en ordre, mais ce service travaille avec un autre émetteur. Choisissez une autre clé.',
    de: 'Ihr Zertifikat ist in Ordnung, aber dieser Dienst arbeitet mit einem anderen Aussteller. Wählen Sie einen anderen Schlüssel.',
    en: 'Your certificate is in order, but this service works with another issuer. Choose another key.',
  },
  unsuitable: {
    nl: 'Dit certificaat dient voor iets anders, bijvoorbeeld om te ondertekenen. Kies het certificaat om u aan te melden.',
    fr: 'Ce certificat sert à autre chose, par exemple à signer. Choisissez le certificat d’identification.',
    de: 'Dieses Zertifikat dient etwas anderem, zum Beispiel dem Unterschreiben. Wählen Sie das Zertifikat zum Anmelden.',
    en: 'This certificate is for something else, for example to sign documents. Choose the one to sign in with.',
  },
  'not-yet-valid': {
    nl: 'Kijk of datum en tijd van uw computer juist zijn.',
    fr: 'Vérifiez la date et l’heure de votre ordinateur.',
    de: 'Prüfen Sie Datum und Uhrzeit Ihres Computers.',
    en: 'Check the date and time of your computer.',
  },
  expired: {
    nl: 'Vraag een nieuw certificaat aan en registreer het in Mijn digitale sleutels. Intussen kunt u een andere sleutel gebruiken.',
    fr: 'Demandez un nouveau certificat et enregistrez-le dans Mes clés numériques. Entre-temps, vous pouvez utiliser une autre clé.',
    de: 'Beantragen Sie ein neues Zertifikat und registrieren Sie es in Meine digitalen Schlüssel. Bis dahin können Sie einen anderen Schlüssel verwenden.',
    en: 'Get a new certificate and register it in My digital keys. Meanwhile you can use another key.',
  },
  'not-registered': {
    nl: 'Registreer uw certificaat eerst in Mijn digitale sleutels. Koos u een certificaat van iemand anders? Sluit dan de browser volledig en kies uw eigen certificaat.',
    fr: 'Enregistrez d’abord votre certificat dans Mes clés numériques. Vous avez choisi le certificat de quelqu’un d’autre ? Fermez complètement le navigateur et choisissez le vôtre.',
    de: 'Registrieren Sie Ihr Zertifikat zuerst in Meine digitalen Schlüssel. Haben Sie das Zertifikat einer anderen Person gewählt? Schließen Sie den Browser ganz und wählen Sie Ihr eigenes.',
    en: 'First register your certificate in My digital keys. Did you choose somebody else’s certificate? Then close the browser completely and choose your own.',
  },
  suspended: {
    nl: 'U blokkeerde deze sleutel zelf. Kies een andere sleutel; in Mijn digitale sleutels ziet u meer.',
    fr: 'Vous avez bloqué cette clé vous-même. Choisissez une autre clé ; vous en verrez plus dans Mes clés numériques.',
    de: 'Sie haben diesen Schlüssel selbst gesperrt. Wählen Sie einen anderen Schlüssel; mehr sehen Sie in Meine digitalen Schlüssel.',
    en: 'You put this key on hold yourself. Choose another key; My digital keys shows more.',
  },
  revoked: {
    nl: 'Neem contact op met wie het certificaat uitgaf. Intussen kunt u een andere sleutel gebruiken.',
    fr: 'Contactez l’émetteur du certificat. Entre-temps, vous pouvez utiliser une autre clé.',
    de: 'Wenden Sie sich an den Aussteller des Zertifikats. Bis dahin können Sie einen anderen Schlüssel verwenden.',
    en: 'Contact who issued the certificate. Meanwhile you can use another key.',
  },
  'unknown-certificate': {
    nl: 'Neem contact op met wie het certificaat uitgaf. Intussen kunt u een andere sleutel gebruiken.',
    fr: 'Contactez l’émetteur du certificat. Entre-temps, vous pouvez utiliser une autre clé.',
    de: 'Wenden Sie sich an den Aussteller des Zertifikats. Bis dahin können Sie einen anderen Schlüssel verwenden.',
    en: 'Contact who issued the certificate. Meanwhile you can use another key.',
  },
  'responder-down': {
    nl: 'De dienst die dat weet, antwoordt niet. Met uw certificaat is niets mis. Probeer het over enkele minuten opnieuw, of kies een andere sleutel.',
    fr: 'Le service qui le sait ne répond pas. Votre certificat n’a rien. Réessayez dans quelques minutes, ou choisissez une autre clé.',
    de: 'Der Dienst, der das weiß, antwortet nicht. Mit Ihrem Zertifikat ist alles in Ordnung. Versuchen Sie es in einigen Minuten wieder oder wählen Sie einen anderen Schlüssel.',
    en: 'The service that knows does not answer. Nothing is wrong with your certificate. Try again in a few minutes, or choose another key.',
  },
});
