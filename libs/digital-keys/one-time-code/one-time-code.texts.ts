import { defineTexts } from '#libs/texts';

/** What both ways of sending a code have in common. */
export const oneTimeCodeTexts = defineTexts('digital-keys/one-time-code', {
  submit: { nl: 'Aanmelden', fr: 'S’identifier', de: 'Anmelden', en: 'Sign in' },
  resend: {
    nl: 'Stuur een nieuwe code',
    fr: 'Envoyer un nouveau code',
    de: 'Neuen Code senden',
    en: 'Send a new code',
  },
  missing: {
    nl: 'Vul de code in die u kreeg',
    fr: 'Indiquez le code que vous avez reçu',
    de: 'Geben Sie den Code ein, den Sie erhalten haben',
    en: 'Enter the code you received',
  },
  malformed: {
    nl: 'Een code heeft 6 cijfers. Typ ze zoals ze in het bericht staan.',
    fr: 'Un code compte 6 chiffres. Tapez-les comme dans le message.',
    de: 'Ein Code hat 6 Ziffern. Geben Sie sie so ein, wie sie in der Nachricht stehen.',
    en: 'A code has 6 digits. Type them as they are in the message.',
  },
  wrong: {
    nl: 'Deze code klopt niet. Typ de code uit het nieuwste bericht.',
    fr: 'Ce code est incorrect. Tapez le code du message le plus récent.',
    de: 'Dieser Code stimmt nicht. Geben Sie den Code aus der neuesten Nachricht ein.',
    en: 'This code is not right. Type the code from the newest message.',
  },
  expired: {
    nl: 'Uw code is niet meer geldig. Vraag een nieuwe code.',
    fr: 'Votre code n’est plus valable. Demandez un nouveau code.',
    de: 'Ihr Code ist nicht mehr gültig. Fordern Sie einen neuen Code an.',
    en: 'Your code is no longer valid. Ask for a new code.',
  },
  tooSoonTitle: {
    nl: 'Er is net een code gestuurd',
    fr: 'Un code vient d’être envoyé',
    de: 'Gerade wurde ein Code gesendet',
    en: 'A code was sent a moment ago',
  },
  tooSoon: {
    nl: 'Over {wait} kunt u een nieuwe vragen.',
    fr: 'Vous pourrez en demander un nouveau dans {wait}.',
    de: 'Einen neuen können Sie anfordern in: {wait}.',
    en: 'You can ask for a new one in {wait}.',
  },
  newestOnly: {
    nl: 'Een nieuwe code vervangt de vorige.',
    fr: 'Un nouveau code remplace le précédent.',
    de: 'Ein neuer Code ersetzt den vorigen.',
    en: 'A new code replaces the one before.',
  },
  resendOver: {
    nl: 'Bij deze aanmelding kunnen we geen nieuwe code meer sturen. Kies een andere sleutel als het niet lukt.',
    fr: 'Nous ne pouvons plus envoyer de nouveau code pour cette connexion. En cas de problème, choisissez une autre clé.',
    de: 'Für diese Anmeldung können wir keinen neuen Code mehr senden. Wählen Sie einen anderen Schlüssel, wenn es nicht klappt.',
    en: 'We cannot send another code for this sign-in. Choose another key if it does not work.',
  },
  spentTitle: {
    nl: 'De code was te vaak fout',
    fr: 'Le code était trop souvent incorrect',
    de: 'Der Code war zu oft falsch',
    en: 'The code was wrong too often',
  },
  spent: {
    nl: 'Bij deze aanmelding kunt u geen code meer invullen. Kies een andere sleutel, of begin opnieuw bij de dienst waar u naartoe wilt.',
    fr: 'Vous ne pouvez plus indiquer de code pour cette connexion. Choisissez une autre clé, ou recommencez à partir du service.',
    de: 'Für diese Anmeldung können Sie keinen Code mehr eingeben. Wählen Sie einen anderen Schlüssel, oder beginnen Sie beim Dienst von vorn.',
    en: 'You cannot enter a code any more for this sign-in. Choose another key, or start again from the service.',
  },
  cappedTitle: {
    nl: 'Er zijn te veel codes gevraagd',
    fr: 'Trop de codes ont été demandés',
    de: 'Es wurden zu viele Codes angefordert',
    en: 'Too many codes were asked for',
  },
  capped: {
    nl: 'Over {wait} kunt u weer een code vragen. Intussen kunt u een andere sleutel gebruiken.',
    fr: 'Vous pourrez redemander un code dans {wait}. Entre-temps, vous pouvez utiliser une autre clé.',
    de: 'Einen Code können Sie wieder anfordern in: {wait}. Bis dahin können Sie einen anderen Schlüssel verwenden.',
    en: 'You can ask for a code again in {wait}. In the meantime you can use another key.',
  },
});
