import type { KeyKind } from '#libs/loa';
import { defineTexts } from '#libs/texts';

/** What to do about a key that somebody else issues. */
export const elsewhereAdvice = (kind: KeyKind) => (kind === 'eid' ? 'elsewhere-eid' : 'elsewhere-other');

export const notMeTexts = defineTexts('sma/not-me', {
  'title-ask': {
    nl: 'Hebt u deze wijziging niet zelf gedaan?',
    fr: 'Vous n’avez pas fait ce changement vous-même ?',
    de: 'Haben Sie diese Änderung nicht selbst gemacht?',
    en: 'Did you not make this change yourself?',
  },
  'lead-ask': {
    nl: 'Meld het ons. Wij doen dan meteen het volgende:',
    fr: 'Signalez-le-nous. Nous faisons alors tout de suite ceci :',
    de: 'Melden Sie es uns. Wir tun dann sofort Folgendes:',
    en: 'Tell us. We then do this at once:',
  },
  'title-done': {
    nl: 'Bedankt, wij hebben ingegrepen',
    fr: 'Merci, nous sommes intervenus',
    de: 'Danke, wir haben eingegriffen',
    en: 'Thank you, we have stepped in',
  },
  'lead-done': {
    nl: 'Wat er gebruikt of veranderd was, is geblokkeerd. U bent overal afgemeld.',
    fr: 'Ce qui a été utilisé ou changé est suspendu. Vous êtes déconnecté partout.',
    de: 'Was benutzt oder geändert wurde, ist gesperrt. Sie sind überall abgemeldet.',
    en: 'What was used or changed is suspended. You are signed out everywhere.',
  },
  'title-dead': {
    nl: 'Deze link werkt niet meer',
    fr: 'Ce lien ne fonctionne plus',
    de: 'Dieser Link funktioniert nicht mehr',
    en: 'This link no longer works',
  },
  'lead-dead': {
    nl: 'De link is al gebruikt of te oud. U kunt uw sleutels zelf blokkeren, of de helpdesk vragen om dat te doen.',
    fr: 'Le lien a déjà été utilisé ou est trop ancien. Vous pouvez suspendre vos clés vous-même ou le demander au service d’aide.',
    de: 'Der Link wurde schon benutzt oder ist zu alt. Sie können Ihre Schlüssel selbst sperren oder den Helpdesk darum bitten.',
    en: 'The link was used already or is too old. You can suspend your keys yourself, or ask the help desk to do so.',
  },
  suspends: {
    nl: 'Wij blokkeren de sleutel die veranderd is.',
    fr: 'Nous suspendons la clé qui a changé.',
    de: 'Wir sperren den Schlüssel, der geändert wurde.',
    en: 'We suspend the key that was changed.',
  },
  endsSessions: {
    nl: 'Wij melden u overal af.',
    fr: 'Nous vous déconnectons partout.',
    de: 'Wir melden Sie überall ab.',
    en: 'We sign you out everywhere.',
  },
  tells: {
    nl: 'Wij bevestigen dit per e-mail en onze helpdesk ziet de melding.',
    fr: 'Nous le confirmons par e-mail et notre service d’aide voit le signalement.',
    de: 'Wir bestätigen das per E-Mail und unser Helpdesk sieht die Meldung.',
    en: 'We confirm this by e-mail and our help desk sees the report.',
  },
  report: { nl: 'Dit was ik niet', fr: 'Ce n’était pas moi', de: 'Das war ich nicht', en: 'This was not me' },
  wasMe: {
    nl: 'Ik was het wel, niets doen',
    fr: 'C’était bien moi, ne rien faire',
    de: 'Ich war es doch, nichts tun',
    en: 'It was me after all, do nothing',
  },
  toKeys: { nl: 'Naar mijn sleutels', fr: 'Vers mes clés', de: 'Zu meinen Schlüsseln', en: 'Go to my keys' },
  toHelp: {
    nl: 'Naar de helpdesk',
    fr: 'Vers le service d’aide',
    de: 'Zum Helpdesk',
    en: 'Go to the help desk',
  },
  'title-history': {
    nl: 'Was u dit niet?',
    fr: 'Ce n’était pas vous ?',
    de: 'Waren Sie das nicht?',
    en: 'Was this not you?',
  },
  'title-reported': {
    nl: 'Dit hebt u al gemeld',
    fr: 'Vous l’avez déjà signalé',
    de: 'Das haben Sie schon gemeldet',
    en: 'You reported this already',
  },
  'lead-reported': {
    nl: 'Wij hebben toen ingegrepen. U hoeft niets meer te doen.',
    fr: 'Nous sommes intervenus à ce moment-là. Vous ne devez plus rien faire.',
    de: 'Wir haben damals eingegriffen. Sie müssen nichts mehr tun.',
    en: 'We stepped in at that moment. You need not do anything more.',
  },
  suspendsKey: {
    nl: 'Wij blokkeren deze sleutel: {key}.',
    fr: 'Nous suspendons cette clé : {key}.',
    de: 'Wir sperren diesen Schlüssel: {key}.',
    en: 'We suspend this key: {key}.',
  },
  elsewhereTitle: {
    nl: 'Dit kunnen wij niet voor u blokkeren: {key}',
    fr: 'Nous ne pouvons pas suspendre ceci pour vous : {key}',
    de: 'Das können wir nicht für Sie sperren: {key}',
    en: 'We cannot suspend this for you: {key}',
  },
  'elsewhere-eid': {
    nl: 'Is uw kaart weg, of kent iemand uw pincode? Bel meteen DOC STOP op 00800 2123 2123.',
    fr: 'Votre carte a disparu, ou quelqu’un connaît votre code PIN ? Appelez tout de suite DOC STOP au 00800 2123 2123.',
    de: 'Ist Ihre Karte weg, oder kennt jemand Ihre PIN? Rufen Sie sofort DOC STOP an: 00800 2123 2123.',
    en: 'Is your card gone, or does somebody know your PIN? Call DOC STOP at once on 00800 2123 2123.',
  },
  'elsewhere-other': {
    nl: 'Blokkeer deze sleutel meteen bij wie hem uitgaf, bijvoorbeeld in de app.',
    fr: 'Suspendez tout de suite cette clé chez son émetteur, par exemple dans l’application.',
    de: 'Sperren Sie diesen Schlüssel sofort beim Aussteller, zum Beispiel in der App.',
    en: 'Block this key at once with whoever issued it, for example in the app.',
  },
  lastTitle: {
    nl: 'Daarna hebt u geen actieve sleutel meer',
    fr: 'Ensuite, vous n’avez plus de clé active',
    de: 'Danach haben Sie keinen aktiven Schlüssel mehr',
    en: 'Afterwards you have no active key left',
  },
  last: {
    nl: 'U komt dan weer binnen met uw eID, met itsme of via een registratiekantoor.',
    fr: 'Vous pourrez revenir avec votre eID, itsme ou par un bureau d’enregistrement.',
    de: 'Sie kommen dann wieder hinein mit Ihrer eID, mit itsme oder über ein Registrierungsamt.',
    en: 'You then get back in with your eID, with itsme or through a registration office.',
  },
  undo: {
    nl: 'Was u het toch? Dan kunt u de sleutel later weer activeren, met een sleutel die even sterk is.',
    fr: 'C’était quand même vous ? Vous pourrez réactiver la clé plus tard, avec une clé aussi forte.',
    de: 'Waren Sie es doch? Dann können Sie den Schlüssel später wieder aktivieren, mit einem ebenso starken Schlüssel.',
    en: 'Was it you after all? Then you can resume the key later, with a key that is as strong.',
  },
  toHistory: {
    nl: 'Terug naar mijn geschiedenis',
    fr: 'Retour à mon historique',
    de: 'Zurück zu meinem Verlauf',
    en: 'Back to my history',
  },
  nextTitle: {
    nl: 'Wat u nu doet',
    fr: 'Ce que vous faites maintenant',
    de: 'Was Sie jetzt tun',
    en: 'What you do now',
  },
  'next-signIn': {
    nl: 'Meld u aan met een andere sleutel, het liefst uw eID of itsme.',
    fr: 'Identifiez-vous avec une autre clé, de préférence votre eID ou itsme.',
    de: 'Melden Sie sich mit einem anderen Schlüssel an, am besten mit eID oder itsme.',
    en: 'Sign in with another key, preferably your eID or itsme.',
  },
  'next-check': {
    nl: 'Kijk uw e-mailadressen, telefoonnummers en sleutels na. Verwijder wat niet van u is.',
    fr: 'Vérifiez vos adresses e-mail, numéros et clés. Supprimez ce qui n’est pas à vous.',
    de: 'Prüfen Sie Ihre E-Mail-Adressen, Nummern und Schlüssel. Löschen Sie, was nicht Ihnen gehört.',
    en: 'Check your e-mail addresses, phone numbers and keys. Remove what is not yours.',
  },
  'next-password': {
    nl: 'Kies een nieuw wachtwoord, hier en overal waar u hetzelfde gebruikt.',
    fr: 'Choisissez un nouveau mot de passe, ici et partout où vous utilisez le même.',
    de: 'Wählen Sie ein neues Passwort, hier und überall, wo Sie dasselbe benutzen.',
    en: 'Choose a new password, here and wherever you use the same one.',
  },
  'next-agency': {
    nl: 'Zag u een dienst waar iemand anders binnen was? Bel die dienst.',
    fr: 'Quelqu’un d’autre est entré dans un service ? Appelez ce service.',
    de: 'War jemand anders in einem Dienst? Rufen Sie diesen Dienst an.',
    en: 'Did somebody else get into a service? Call that service.',
  },
});
