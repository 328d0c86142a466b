import { defineTexts } from '#libs/texts';

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
    nl: 'Wat er veranderd was, is geblokkeerd. U bent overal afgemeld. Meld u aan met een andere sleutel om alles na te kijken.',
    fr: 'Ce qui avait changé est suspendu. Vous êtes déconnecté partout. Identifiez-vous avec une autre clé pour tout vérifier.',
    de: 'Was geändert wurde, ist gesperrt. Sie sind überall abgemeldet. Melden Sie sich mit einem anderen Schlüssel an, um alles zu prüfen.',
    en: 'What was changed is suspended. You are signed out everywhere. Sign in with another key to check everything.',
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
});
