import { defineTexts } from '#libs/texts';

export const refusedStepTexts = defineTexts('admin/refused-step', {
  stale: {
    nl: 'Iemand anders heeft dit net gewijzigd. Kijk het na en bewaar opnieuw.',
    fr: 'Quelqu’un d’autre vient de modifier ceci. Vérifiez et enregistrez à nouveau.',
    de: 'Jemand anders hat dies gerade geändert. Prüfen Sie es und speichern Sie erneut.',
    en: 'Somebody else has just changed this. Check it and save again.',
  },
});
