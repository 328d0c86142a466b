import { defineTexts } from '#libs/texts';

export const chooseKeyTexts = defineTexts('fas/choose-key', {
  title: {
    nl: 'Kies hoe u zich aanmeldt',
    fr: 'Choisissez comment vous identifier',
    de: 'Wählen Sie, wie Sie sich anmelden',
    en: 'Choose how to sign in',
  },
  stepUpTitle: {
    nl: 'Kies een sterkere sleutel',
    fr: 'Choisissez une clé plus sûre',
    de: 'Wählen Sie einen stärkeren Schlüssel',
    en: 'Choose a stronger key',
  },
  stepUpLead: {
    nl: 'U bent al aangemeld met ‘{key}’. Voor deze dienst is dat niet genoeg: hij vraagt een sterker bewijs dat u het bent.',
    fr: 'Vous êtes déjà identifié avec « {key} ». Pour ce service, cela ne suffit pas : il demande une preuve plus sûre de votre identité.',
    de: 'Sie sind bereits angemeldet mit „{key}“. Für diesen Dienst reicht das nicht: Er verlangt einen stärkeren Nachweis Ihrer Identität.',
    en: 'You are already signed in with ‘{key}’. For this service that is not enough: it asks for stronger proof that it is you.',
  },
  enterprise: {
    nl: 'U meldt zich aan om voor een onderneming te handelen. Na het aanmelden kiest u de onderneming.',
    fr: 'Vous vous identifiez pour agir au nom d’une entreprise. Vous choisirez l’entreprise ensuite.',
    de: 'Sie melden sich an, um für ein Unternehmen zu handeln. Das Unternehmen wählen Sie danach aus.',
    en: 'You are signing in to act for an enterprise. You choose the enterprise after signing in.',
  },
  failedTitle: {
    nl: 'Aanmelden met ‘{key}’ is niet gelukt',
    fr: 'L’identification avec « {key} » n’a pas abouti',
    de: 'Die Anmeldung mit „{key}“ hat nicht geklappt',
    en: 'Signing in with ‘{key}’ did not succeed',
  },
  failedRefused: {
    nl: 'De aanmelding is geweigerd of afgebroken. Probeer het opnieuw of kies een andere sleutel.',
    fr: 'L’identification a été refusée ou interrompue. Réessayez ou choisissez une autre clé.',
    de: 'Die Anmeldung wurde abgelehnt oder abgebrochen. Versuchen Sie es noch einmal oder wählen Sie einen anderen Schlüssel.',
    en: 'The sign-in was refused or stopped. Try again or choose another key.',
  },
  failedTimeout: {
    nl: 'Het duurde te lang. Probeer het opnieuw of kies een andere sleutel.',
    fr: 'Le délai est dépassé. Réessayez ou choisissez une autre clé.',
    de: 'Es hat zu lange gedauert. Versuchen Sie es noch einmal oder wählen Sie einen anderen Schlüssel.',
    en: 'It took too long. Try again or choose another key.',
  },
  failedUnavailable: {
    nl: 'Deze sleutel werkt op dit moment niet. Kies een andere sleutel.',
    fr: 'Cette clé ne fonctionne pas pour le moment. Choisissez une autre clé.',
    de: 'Dieser Schlüssel funktioniert im Moment nicht. Wählen Sie einen anderen Schlüssel.',
    en: 'This key does not work at the moment. Choose another key.',
  },
  available: {
    nl: 'Sleutels die deze dienst openen',
    fr: 'Clés qui ouvrent ce service',
    de: 'Schlüssel, die diesen Dienst öffnen',
    en: 'Keys that open this service',
  },
  unavailable: {
    nl: 'Hier niet te gebruiken',
    fr: 'Non utilisables ici',
    de: 'Hier nicht verwendbar',
    en: 'Not usable here',
  },
  stronger: {
    nl: 'Hebt u geen van de sleutels hierboven?',
    fr: 'Vous n’avez aucune des clés ci-dessus ?',
    de: 'Haben Sie keinen der Schlüssel oben?',
    en: 'Do you have none of the keys above?',
  },
  strongerLink: {
    nl: 'Activeer een sleutel in Mijn digitale sleutels',
    fr: 'Activez une clé dans Mes clés numériques',
    de: 'Aktivieren Sie einen Schlüssel in Meine digitalen Schlüssel',
    en: 'Activate a key in My digital keys',
  },
  whyTitle: {
    nl: 'Waarom deze sleutels?',
    fr: 'Pourquoi ces clés ?',
    de: 'Warum diese Schlüssel?',
    en: 'Why these keys?',
  },
  whyHigh: {
    nl: 'Deze dienst vraagt de betrouwbaarheid hoog. Uw identiteit is dan met zeer grote zekerheid bewezen, bijvoorbeeld met uw identiteitskaart en pincode.',
    fr: 'Ce service demande le niveau de garantie élevé. Votre identité est alors prouvée avec une très grande certitude, par exemple avec votre carte d’identité et votre code PIN.',
    de: 'Dieser Dienst verlangt das Sicherheitsniveau hoch. Ihre Identität ist dann mit sehr großer Sicherheit nachgewiesen, zum Beispiel mit Ihrem Personalausweis und PIN-Code.',
    en: 'This service asks for the assurance level high. Your identity is then proven with very great certainty, for example with your identity card and PIN.',
  },
  whySubstantial: {
    nl: 'Deze dienst vraagt ten minste de betrouwbaarheid substantieel. U bewijst dan op twee manieren tegelijk wie u bent, bijvoorbeeld met een wachtwoord en een code.',
    fr: 'Ce service demande au moins le niveau de garantie substantiel. Vous prouvez alors votre identité de deux manières à la fois, par exemple avec un mot de passe et un code.',
    de: 'Dieser Dienst verlangt mindestens das Sicherheitsniveau substanziell. Sie weisen dann Ihre Identität auf zwei Arten zugleich nach, zum Beispiel mit einem Passwort und einem Code.',
    en: 'This service asks for at least the assurance level substantial. You then prove who you are in two ways at once, for example with a password and a code.',
  },
  whyLow: {
    nl: 'Voor deze dienst volstaat de betrouwbaarheid laag: een gebruikersnaam en wachtwoord. Een sterkere sleutel is veiliger en opent deze dienst ook.',
    fr: 'Pour ce service, le niveau de garantie faible suffit : un nom d’utilisateur et un mot de passe. Une clé plus sûre vous protège mieux et ouvre aussi ce service.',
    de: 'Für diesen Dienst genügt das Sicherheitsniveau niedrig: Benutzername und Passwort. Ein stärkerer Schlüssel ist sicherer und öffnet diesen Dienst auch.',
    en: 'For this service the assurance level low is enough: a user name and password. A stronger key is safer and opens this service too.',
  },
  whyBasic: {
    nl: 'Voor deze dienst hoeft u uw identiteit niet te bewijzen. Elke sleutel opent hem.',
    fr: 'Pour ce service, vous ne devez pas prouver votre identité. Chaque clé l’ouvre.',
    de: 'Für diesen Dienst müssen Sie Ihre Identität nicht nachweisen. Jeder Schlüssel öffnet ihn.',
    en: 'For this service you do not have to prove your identity. Any key opens it.',
  },
  whyWithin: {
    nl: 'Ook binnen de betrouwbaarheid {strength} is de ene sleutel sterker dan de andere. Deze dienst vraagt een van de sterkere.',
    fr: 'Au sein du niveau de garantie « {strength} », certaines clés sont plus sûres que d’autres. Ce service demande l’une des plus sûres.',
    de: 'Auch innerhalb des Sicherheitsniveaus {strength} ist ein Schlüssel stärker als der andere. Dieser Dienst verlangt einen der stärkeren.',
    en: 'Even within the assurance level {strength} one key is stronger than another. This service asks for one of the stronger ones.',
  },
  cancel: {
    nl: 'Annuleren en terug naar de dienst',
    fr: 'Annuler et retourner au service',
    de: 'Abbrechen und zurück zum Dienst',
    en: 'Cancel and go back to the service',
  },
});
