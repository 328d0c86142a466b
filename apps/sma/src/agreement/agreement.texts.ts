import { defineTexts } from '#libs/texts';

export const agreementTexts = defineTexts('sma/agreement', {
  title: {
    nl: 'De afspraken',
    fr: 'Les conditions d’utilisation',
    de: 'Die Vereinbarung',
    en: 'The agreement',
  },
  version: {
    nl: 'Versie {version}',
    fr: 'Version {version}',
    de: 'Fassung {version}',
    en: 'Version {version}',
  },
  newTitle: {
    nl: 'Er is een nieuwe versie',
    fr: 'Il y a une nouvelle version',
    de: 'Es gibt eine neue Fassung',
    en: 'There is a new version',
  },
  new: {
    nl: 'U aanvaardde versie {version} op {date}. Lees deze versie en aanvaard ze om sleutels te kunnen wijzigen.',
    fr: 'Vous avez accepté la version {version} le {date}. Lisez celle-ci et acceptez-la pour pouvoir modifier vos clés.',
    de: 'Sie haben die Fassung {version} am {date} akzeptiert. Lesen und akzeptieren Sie diese, um Schlüssel zu ändern.',
    en: 'You accepted version {version} on {date}. Read this one and accept it to be able to change keys.',
  },
  personal: {
    nl: 'Uw sleutels zijn alleen voor u. Geef ze nooit aan iemand anders, ook niet aan familie.',
    fr: 'Vos clés ne sont que pour vous. Ne les donnez jamais à quelqu’un d’autre, même en famille.',
    de: 'Ihre Schlüssel sind nur für Sie. Geben Sie sie nie weiter, auch nicht in der Familie.',
    en: 'Your keys are for you alone. Never give them to anybody else, not even family.',
  },
  true: {
    nl: 'U geeft een juist e-mailadres op en houdt uw gegevens bij.',
    fr: 'Vous donnez une adresse e-mail correcte et vous tenez vos données à jour.',
    de: 'Sie geben eine richtige E-Mail-Adresse an und halten Ihre Daten aktuell.',
    en: 'You give a correct e-mail address and keep your data up to date.',
  },
  report: {
    nl: 'Is een sleutel kwijt, of gebruikt iemand anders hem? Dan blokkeert u hem meteen.',
    fr: 'Une clé est perdue ou quelqu’un d’autre l’utilise ? Vous la suspendez tout de suite.',
    de: 'Ist ein Schlüssel verloren oder benutzt ihn jemand anders? Dann sperren Sie ihn sofort.',
    en: 'Is a key lost, or does somebody else use it? Then you suspend it at once.',
  },
  weRecord: {
    nl: 'Wij noteren elke aanmelding en elke wijziging. U kunt dat zelf nakijken in uw geschiedenis.',
    fr: 'Nous notons chaque identification et chaque changement. Vous pouvez le vérifier dans votre historique.',
    de: 'Wir notieren jede Anmeldung und jede Änderung. Sie können das in Ihrem Verlauf nachsehen.',
    en: 'We note every sign-in and every change. You can look at that in your history.',
  },
  weTell: {
    nl: 'Wij laten u elke wijziging per e-mail weten. Wij vragen nooit uw wachtwoord of een code per e-mail of telefoon.',
    fr: 'Nous vous informons de chaque changement par e-mail. Nous ne demandons jamais votre mot de passe ou un code par e-mail ou par téléphone.',
    de: 'Wir melden Ihnen jede Änderung per E-Mail. Wir fragen nie per E-Mail oder Telefon nach Passwort oder Code.',
    en: 'We tell you every change by e-mail. We never ask for your password or a code by e-mail or phone.',
  },
  stop: {
    nl: 'U kunt altijd stoppen: verwijder uw sleutels of laat al uw gegevens wissen.',
    fr: 'Vous pouvez toujours arrêter : supprimez vos clés ou faites effacer toutes vos données.',
    de: 'Sie können jederzeit aufhören: Löschen Sie Ihre Schlüssel oder lassen Sie alle Daten löschen.',
    en: 'You can always stop: remove your keys or have all your data erased.',
  },
  acceptedOn: {
    nl: 'U hebt deze afspraken aanvaard op {date}.',
    fr: 'Vous avez accepté ces conditions le {date}.',
    de: 'Sie haben diese Vereinbarung am {date} akzeptiert.',
    en: 'You accepted this agreement on {date}.',
  },
  accept: { nl: 'Ik ga akkoord', fr: 'J’accepte', de: 'Ich stimme zu', en: 'I agree' },
  notNow: { nl: 'Nu niet', fr: 'Pas maintenant', de: 'Nicht jetzt', en: 'Not now' },
  back: {
    nl: 'Terug naar mijn sleutels',
    fr: 'Retour à mes clés',
    de: 'Zurück zu meinen Schlüsseln',
    en: 'Back to my keys',
  },
});
