import { defineTexts } from '#libs/texts';

export const confirmTexts = defineTexts('admin/confirm', {
  reason: {
    nl: 'Waarom doet u dit?',
    fr: 'Pourquoi faites-vous cela ?',
    de: 'Warum tun Sie das?',
    en: 'Why do you do this?',
  },
  reasonHint: {
    nl: 'Dit wordt bewaard. Noem niemand met een rijksregisternummer of e-mailadres.',
    fr: 'Ceci est conservé. Ne désignez personne par un numéro national ou une adresse e-mail.',
    de: 'Dies wird aufbewahrt. Nennen Sie niemanden mit einer Nationalregisternummer oder E-Mail-Adresse.',
    en: 'This is kept. Name nobody by a national number or e-mail address.',
  },
  reasonMissing: {
    nl: 'Schrijf in een paar woorden waarom.',
    fr: 'Écrivez pourquoi en quelques mots.',
    de: 'Schreiben Sie in ein paar Worten, warum.',
    en: 'Write in a few words why.',
  },
  reasonLong: {
    nl: 'Maak de reden korter: ten hoogste 300 tekens.',
    fr: 'Raccourcissez le motif : 300 caractères au maximum.',
    de: 'Kürzen Sie den Grund auf höchstens 300 Zeichen.',
    en: 'Make the reason shorter: 300 characters at most.',
  },
  reasonIdentity: {
    nl: 'Haal het rijksregisternummer of e-mailadres weg.',
    fr: 'Retirez le numéro national ou l’adresse e-mail.',
    de: 'Entfernen Sie die Nationalregisternummer oder die E-Mail-Adresse.',
    en: 'Take out the national number or e-mail address.',
  },
  cancel: { nl: 'Nee, terug', fr: 'Non, retour', de: 'Nein, zurück', en: 'No, go back' },
});
