import { defineTexts } from '#libs/texts';

/** What differs where the service is the European node, which asks another country. */
export const foreignMeansTexts = defineTexts('digital-keys/foreign-means', {
  lead: {
    nl: 'Een ander Europees land bevestigt wie u bent. Daarna komt u hier terug.',
    fr: 'Un autre pays européen confirme votre identité. Ensuite, vous revenez ici.',
    de: 'Ein anderes europäisches Land bestätigt, wer Sie sind. Danach kommen Sie hierher zurück.',
    en: 'Another European country confirms who you are. Then you come back here.',
  },
  stepGo: {
    nl: 'Druk op de knop hieronder en kies uw land.',
    fr: 'Appuyez sur le bouton ci-dessous et choisissez votre pays.',
    de: 'Drücken Sie unten auf die Schaltfläche und wählen Sie Ihr Land.',
    en: 'Press the button below and choose your country.',
  },
  stepConfirm: {
    nl: 'Meld u aan met het inlogmiddel van dat land. Kijk na of CSAM het vraagt.',
    fr: 'Identifiez-vous avec le moyen de ce pays. Vérifiez que c’est CSAM qui le demande.',
    de: 'Melden Sie sich mit dem Anmeldemittel dieses Landes an. Prüfen Sie, ob CSAM danach fragt.',
    en: 'Sign in with the electronic ID of that country. Check that it is CSAM that asks.',
  },
  go: {
    nl: 'Verder naar uw land',
    fr: 'Continuer vers votre pays',
    de: 'Weiter zu Ihrem Land',
    en: 'Continue to your country',
  },
  again: {
    nl: 'Opnieuw proberen',
    fr: 'Réessayer',
    de: 'Noch einmal versuchen',
    en: 'Try again',
  },
  privacyTitle: {
    nl: 'Wat uw land te weten komt',
    fr: 'Ce que votre pays apprend',
    de: 'Was Ihr Land erfährt',
    en: 'What your country learns',
  },
  privacy: {
    nl: 'Uw land ziet dat u zich aanmeldt bij de Belgische overheid, niet voor welke dienst. Wij bewaren uw Belgische nummer en het nummer dat uw land u geeft.',
    fr: 'Votre pays voit que vous vous identifiez auprès des autorités belges, pas pour quel service. Nous gardons votre numéro belge et le numéro que votre pays vous donne.',
    de: 'Ihr Land sieht, dass Sie sich bei den belgischen Behörden anmelden, aber nicht für welchen Dienst. Wir behalten Ihre belgische Nummer und die Nummer, die Ihr Land Ihnen gibt.',
    en: 'Your country sees that you sign in with the Belgian government, not for which service. We keep your Belgian number and the number that your country gives you.',
  },
});

/** What went wrong, in words that fit another country. */
export const foreignProblemTexts = defineTexts('digital-keys/foreign-means-problems', {
  refused: {
    nl: 'U hebt de aanmelding in uw land gestopt',
    fr: 'Vous avez arrêté l’identification dans votre pays',
    de: 'Sie haben die Anmeldung in Ihrem Land abgebrochen',
    en: 'You stopped the sign-in in your country',
  },
  'timed-out': {
    nl: 'Het duurde te lang voor u terug was',
    fr: 'Vous êtes revenu trop tard',
    de: 'Es hat zu lange gedauert, bis Sie zurück waren',
    en: 'It took too long before you were back',
  },
  'level-too-low': {
    nl: 'Uw inlogmiddel is niet sterk genoeg voor deze dienst',
    fr: 'Votre moyen d’identification n’est pas assez sûr pour ce service',
    de: 'Ihr Anmeldemittel ist für diesen Dienst nicht stark genug',
    en: 'Your electronic ID is not strong enough for this service',
  },
  'not-verified': {
    nl: 'We kunnen het antwoord van uw land niet vertrouwen',
    fr: 'Nous ne pouvons pas nous fier à la réponse de votre pays',
    de: 'Wir können der Antwort Ihres Landes nicht vertrauen',
    en: 'We cannot trust the answer of your country',
  },
  'no-number': {
    nl: 'U hebt nog geen Belgisch nummer',
    fr: 'Vous n’avez pas encore de numéro belge',
    de: 'Sie haben noch keine belgische Nummer',
    en: 'You have no Belgian number yet',
  },
  'not-begun': {
    nl: 'Dit antwoord hoort niet bij deze aanmelding',
    fr: 'Cette réponse n’appartient pas à cette identification',
    de: 'Diese Antwort gehört nicht zu dieser Anmeldung',
    en: 'This answer does not belong to this sign-in',
  },
  'not-allowed': {
    nl: 'U kunt zich niet aanmelden met het inlogmiddel van uw land',
    fr: 'Vous ne pouvez pas vous identifier avec le moyen de votre pays',
    de: 'Sie können sich mit dem Anmeldemittel Ihres Landes nicht anmelden',
    en: 'You cannot sign in with the electronic ID of your country',
  },
  unavailable: {
    nl: 'Aanmelden via een ander land lukt op dit moment niet',
    fr: 'L’identification via un autre pays ne fonctionne pas pour le moment',
    de: 'Die Anmeldung über ein anderes Land funktioniert im Moment nicht',
    en: 'Signing in through another country does not work at the moment',
  },
});

export const foreignAdviceTexts = defineTexts('digital-keys/foreign-means-advice', {
  refused: {
    nl: 'U bent niet aangemeld. Wilt u het toch, probeer dan opnieuw of kies een andere sleutel.',
    fr: 'Vous n’êtes pas identifié. Si vous le souhaitez quand même, réessayez ou choisissez une autre clé.',
    de: 'Sie sind nicht angemeldet. Möchten Sie es doch, versuchen Sie es noch einmal oder wählen Sie einen anderen Schlüssel.',
    en: 'You are not signed in. If you still want to, try again or choose another key.',
  },
  'timed-out': {
    nl: 'Een antwoord van uw land is maar enkele minuten geldig. Probeer opnieuw, of kies een andere sleutel.',
    fr: 'Une réponse de votre pays n’est valable que quelques minutes. Réessayez, ou choisissez une autre clé.',
    de: 'Eine Antwort Ihres Landes gilt nur wenige Minuten. Versuchen Sie es noch einmal, oder wählen Sie einen anderen Schlüssel.',
    en: 'An answer of your country is valid for a few minutes only. Try again, or choose another key.',
  },
  'level-too-low': {
    nl: 'Gebruik een sterker inlogmiddel van uw land, of kies een andere sleutel.',
    fr: 'Utilisez un moyen plus sûr de votre pays, ou choisissez une autre clé.',
    de: 'Verwenden Sie ein stärkeres Anmeldemittel Ihres Landes, oder wählen Sie einen anderen Schlüssel.',
    en: 'Use a stronger electronic ID of your country, or choose another key.',
  },
  'not-verified': {
    nl: 'Om u te beschermen hebben we het niet aanvaard. Probeer opnieuw of kies een andere sleutel.',
    fr: 'Pour vous protéger, nous ne l’avons pas acceptée. Réessayez ou choisissez une autre clé.',
    de: 'Zu Ihrem Schutz haben wir sie nicht angenommen. Versuchen Sie es noch einmal oder wählen Sie einen anderen Schlüssel.',
    en: 'To protect you, we did not accept it. Try again or choose another key.',
  },
  'no-number': {
    nl: 'België kent u nog niet, en weet dus niet om wie het gaat. Vraag een Belgisch nummer aan in een registratiekantoor, of kies een andere sleutel.',
    fr: 'La Belgique ne vous connaît pas encore et ne sait donc pas de qui il s’agit. Demandez un numéro belge dans un bureau d’enregistrement, ou choisissez une autre clé.',
    de: 'Belgien kennt Sie noch nicht und weiß deshalb nicht, um wen es geht. Beantragen Sie eine belgische Nummer in einem Registrierungsbüro, oder wählen Sie einen anderen Schlüssel.',
    en: 'Belgium does not know you yet, so we cannot tell who you are. Ask for a Belgian number at a registration office, or choose another key.',
  },
  'not-begun': {
    nl: 'Misschien ging u terug of gebruikte u twee vensters. Begin opnieuw of kies een andere sleutel.',
    fr: 'Vous êtes peut-être revenu en arrière ou vous avez utilisé deux fenêtres. Recommencez ou choisissez une autre clé.',
    de: 'Vielleicht gingen Sie zurück oder benutzten zwei Fenster. Beginnen Sie neu oder wählen Sie einen anderen Schlüssel.',
    en: 'Perhaps you went back or used two windows. Start again or choose another key.',
  },
  'not-allowed': {
    nl: 'Uw profiel is geblokkeerd, of deze sleutel is stopgezet. Kies een andere sleutel of neem contact op met de helpdesk.',
    fr: 'Votre profil est bloqué, ou cette clé a été arrêtée. Choisissez une autre clé ou contactez le helpdesk.',
    de: 'Ihr Profil ist gesperrt, oder dieser Schlüssel wurde gestoppt. Wählen Sie einen anderen Schlüssel oder wenden Sie sich an den Helpdesk.',
    en: 'Your profile is blocked, or this key was stopped. Choose another key or contact the service desk.',
  },
  unavailable: {
    nl: 'U kunt intussen een andere sleutel gebruiken, of het later opnieuw proberen.',
    fr: 'Vous pouvez entre-temps utiliser une autre clé, ou réessayer plus tard.',
    de: 'Sie können inzwischen einen anderen Schlüssel verwenden oder es später noch einmal versuchen.',
    en: 'In the meantime you can use another key, or try again later.',
  },
});
