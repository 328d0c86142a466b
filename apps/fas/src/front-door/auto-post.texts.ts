import { defineTexts } from '#libs/texts';

export const autoPostTexts = defineTexts('fas/auto-post', {
  title: {
    nl: 'U gaat terug naar {application}',
    fr: 'Vous retournez à {application}',
    de: 'Sie kehren zurück zu {application}',
    en: 'You are going back to {application}',
  },
  explanation: {
    nl: 'Dit gebeurt vanzelf. Duurt het te lang? Gebruik dan de knop.',
    fr: 'Cela se fait automatiquement. Si rien ne se passe, utilisez le bouton.',
    de: 'Das geschieht automatisch. Dauert es zu lange? Dann benutzen Sie die Schaltfläche.',
    en: 'This happens by itself. Does it take too long? Then use the button.',
  },
  submit: {
    nl: 'Doorgaan naar {application}',
    fr: 'Continuer vers {application}',
    de: 'Weiter zu {application}',
    en: 'Continue to {application}',
  },
});
