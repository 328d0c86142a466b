import { defineTexts } from '#libs/texts';

export const identityServiceTexts = defineTexts('digital-keys/identity-service', {
  title: {
    nl: 'Aanmelden met {service}',
    fr: 'S’identifier avec {service}',
    de: 'Mit {service} anmelden',
    en: 'Sign in with {service}',
  },
  lead: {
    nl: 'U bevestigt bij {service} wie u bent, en komt daarna hier terug.',
    fr: 'Vous confirmez votre identité auprès de {service}, puis vous revenez ici.',
    de: 'Sie bestätigen bei {service}, wer Sie sind, und kommen dann hierher zurück.',
    en: 'You confirm with {service} who you are, and then come back here.',
  },
  stepGo: {
    nl: 'Druk op de knop hieronder. U gaat naar de pagina van {service}.',
    fr: 'Appuyez sur le bouton ci-dessous. Vous allez à la page de {service}.',
    de: 'Drücken Sie unten auf die Schaltfläche. Sie kommen zur Seite von {service}.',
    en: 'Press the button below. You go to the page of {service}.',
  },
  stepConfirm: {
    nl: 'Bevestig daar wie u bent, bijvoorbeeld in de app op uw telefoon. Kijk na of CSAM het vraagt.',
    fr: 'Confirmez-y votre identité, par exemple dans l’application sur votre téléphone. Vérifiez que c’est CSAM qui la demande.',
    de: 'Bestätigen Sie dort, wer Sie sind, zum Beispiel in der App auf Ihrem Telefon. Prüfen Sie, ob CSAM danach fragt.',
    en: 'Confirm there who you are, for example in the app on your phone. Check that it is CSAM that asks.',
  },
  stepBack: {
    nl: 'U komt vanzelf hier terug.',
    fr: 'Vous revenez ici automatiquement.',
    de: 'Sie kommen von selbst hierher zurück.',
    en: 'You come back here by yourself.',
  },
  go: {
    nl: 'Verder naar {service}',
    fr: 'Continuer vers {service}',
    de: 'Weiter zu {service}',
    en: 'Continue to {service}',
  },
  again: {
    nl: 'Opnieuw met {service}',
    fr: 'Réessayer avec {service}',
    de: 'Noch einmal mit {service}',
    en: 'Try again with {service}',
  },
  privacyTitle: {
    nl: 'Wat {service} te weten komt',
    fr: 'Ce que {service} apprend',
    de: 'Was {service} erfährt',
    en: 'What {service} learns',
  },
  privacy: {
    nl: '{service} ziet dat u zich aanmeldt bij CSAM, niet voor welke dienst. Wij vragen aan {service} alleen uw rijksregisternummer.',
    fr: '{service} voit que vous vous identifiez auprès de CSAM, pas pour quel service. Nous ne demandons à {service} que votre numéro de registre national.',
    de: '{service} sieht, dass Sie sich bei CSAM anmelden, aber nicht für welchen Dienst. Wir fragen {service} nur nach Ihrer Nationalregisternummer.',
    en: '{service} sees that you sign in at CSAM, not for which service. We ask {service} for your national register number only.',
  },
  careTitle: {
    nl: 'Vraagt u dit zelf?',
    fr: 'Est-ce bien vous ?',
    de: 'Sind Sie es wirklich?',
    en: 'Is it really you?',
  },
  care: {
    nl: 'Wordt u gevraagd te bevestigen terwijl u zich nergens aanmeldt? Weiger dat altijd.',
    fr: 'On vous demande de confirmer alors que vous ne vous identifiez nulle part ? Refusez toujours.',
    de: 'Sollen Sie etwas bestätigen, obwohl Sie sich nirgends anmelden? Lehnen Sie das immer ab.',
    en: 'Are you asked to confirm while you are not signing in anywhere? Always refuse.',
  },
});

/** What went wrong with a recognised service. */
export const serviceProblemTexts = defineTexts('digital-keys/identity-service-problems', {
  refused: {
    nl: 'U hebt bij {service} geweigerd of bent gestopt',
    fr: 'Vous avez refusé ou arrêté chez {service}',
    de: 'Sie haben bei {service} abgelehnt oder abgebrochen',
    en: 'You refused or stopped at {service}',
  },
  'timed-out': {
    nl: 'Het duurde te lang bij {service}',
    fr: 'Le délai est dépassé chez {service}',
    de: 'Es hat bei {service} zu lange gedauert',
    en: 'It took too long at {service}',
  },
  'level-too-low': {
    nl: 'U hebt zich bij {service} niet sterk genoeg aangemeld',
    fr: 'Votre identification chez {service} n’est pas assez sûre',
    de: 'Ihre Anmeldung bei {service} ist nicht stark genug',
    en: 'Your sign-in at {service} is not strong enough',
  },
  'not-verified': {
    nl: 'We kunnen het antwoord van {service} niet vertrouwen',
    fr: 'Nous ne pouvons pas nous fier à la réponse de {service}',
    de: 'Wir können der Antwort von {service} nicht vertrauen',
    en: 'We cannot trust the answer of {service}',
  },
  'no-number': {
    nl: '{service} geeft ons uw rijksregisternummer niet',
    fr: '{service} ne nous donne pas votre numéro de registre national',
    de: '{service} gibt uns Ihre Nationalregisternummer nicht',
    en: '{service} does not give us your national register number',
  },
  'not-begun': {
    nl: 'Dit antwoord van {service} hoort niet bij deze aanmelding',
    fr: 'Cette réponse de {service} n’appartient pas à cette identification',
    de: 'Diese Antwort von {service} gehört nicht zu dieser Anmeldung',
    en: 'This answer of {service} does not belong to this sign-in',
  },
  'not-allowed': {
    nl: 'U kunt zich met {service} niet aanmelden',
    fr: 'Vous ne pouvez pas vous identifier avec {service}',
    de: 'Sie können sich mit {service} nicht anmelden',
    en: 'You cannot sign in with {service}',
  },
  unavailable: {
    nl: '{service} werkt op dit moment niet',
    fr: '{service} ne fonctionne pas pour le moment',
    de: '{service} funktioniert im Moment nicht',
    en: '{service} does not work at the moment',
  },
});

export const serviceAdviceTexts = defineTexts('digital-keys/identity-service-advice', {
  refused: {
    nl: 'U bent niet aangemeld. Wilt u het toch, probeer dan opnieuw met {service} of kies een andere sleutel.',
    fr: 'Vous n’êtes pas identifié. Si vous le souhaitez quand même, réessayez avec {service} ou choisissez une autre clé.',
    de: 'Sie sind nicht angemeldet. Möchten Sie es doch, versuchen Sie es noch einmal mit {service} oder wählen Sie einen anderen Schlüssel.',
    en: 'You are not signed in. If you still want to, try again with {service} or choose another key.',
  },
  'timed-out': {
    nl: 'Houd uw telefoon bij de hand en probeer opnieuw met {service}, of kies een andere sleutel.',
    fr: 'Gardez votre téléphone à portée de main et réessayez avec {service}, ou choisissez une autre clé.',
    de: 'Halten Sie Ihr Telefon bereit und versuchen Sie es noch einmal mit {service}, oder wählen Sie einen anderen Schlüssel.',
    en: 'Keep your phone at hand and try again with {service}, or choose another key.',
  },
  'level-too-low': {
    nl: 'Gebruik bij {service} uw code in plaats van uw vinger of gezicht, of kies een andere sleutel.',
    fr: 'Chez {service}, utilisez votre code au lieu de votre doigt ou visage, ou choisissez une autre clé.',
    de: 'Verwenden Sie bei {service} Ihren Code statt Finger oder Gesicht, oder wählen Sie einen anderen Schlüssel.',
    en: 'At {service}, use your code instead of your finger or face, or choose another key.',
  },
  'not-verified': {
    nl: 'Om u te beschermen hebben we het niet aanvaard. Probeer opnieuw met {service} of kies een andere sleutel.',
    fr: 'Pour vous protéger, nous ne l’avons pas acceptée. Réessayez avec {service} ou choisissez une autre clé.',
    de: 'Zu Ihrem Schutz haben wir sie nicht angenommen. Versuchen Sie es noch einmal mit {service} oder wählen Sie einen anderen Schlüssel.',
    en: 'To protect you, we did not accept it. Try again with {service} or choose another key.',
  },
  'no-number': {
    nl: 'Zonder dat nummer weten we niet wie u bent. Kies een andere sleutel dan {service}.',
    fr: 'Sans ce numéro, nous ne savons pas qui vous êtes. Choisissez une autre clé que {service}.',
    de: 'Ohne diese Nummer wissen wir nicht, wer Sie sind. Wählen Sie einen anderen Schlüssel als {service}.',
    en: 'Without that number we do not know who you are. Choose another key than {service}.',
  },
  'not-begun': {
    nl: 'Misschien ging u terug of gebruikte u twee vensters. Begin opnieuw met {service} of kies een andere sleutel.',
    fr: 'Vous êtes peut-être revenu en arrière ou vous avez utilisé deux fenêtres. Recommencez avec {service} ou choisissez une autre clé.',
    de: 'Vielleicht gingen Sie zurück oder benutzten zwei Fenster. Beginnen Sie neu mit {service} oder wählen Sie einen anderen Schlüssel.',
    en: 'Perhaps you went back or used two windows. Start again with {service} or choose another key.',
  },
  'not-allowed': {
    nl: 'Uw profiel is geblokkeerd, of deze sleutel is stopgezet. Kies een andere sleutel dan {service} of neem contact op met de helpdesk.',
    fr: 'Votre profil est bloqué, ou cette clé a été arrêtée. Choisissez une autre clé que {service} ou contactez le helpdesk.',
    de: 'Ihr Profil ist gesperrt, oder dieser Schlüssel wurde gestoppt. Wählen Sie einen anderen Schlüssel als {service} oder wenden Sie sich an den Helpdesk.',
    en: 'Your profile is blocked, or this key was stopped. Choose another key than {service} or contact the service desk.',
  },
  unavailable: {
    nl: 'U kunt intussen een andere sleutel gebruiken, of {service} later opnieuw proberen.',
    fr: 'Vous pouvez entre-temps utiliser une autre clé, ou réessayer {service} plus tard.',
    de: 'Sie können inzwischen einen anderen Schlüssel verwenden oder {service} später noch einmal versuchen.',
    en: 'In the meantime you can use another key, or try {service} again later.',
  },
});
