import { defineTexts } from '#libs/texts';

export const changedLinesTexts = defineTexts('admin/changed-lines', {
  what: { nl: 'Wat', fr: 'Quoi', de: 'Was', en: 'What' },
  before: { nl: 'Nu', fr: 'Maintenant', de: 'Jetzt', en: 'Now' },
  after: { nl: 'Wordt', fr: 'Devient', de: 'Wird', en: 'Becomes' },
  none: { nl: 'niets', fr: 'rien', de: 'nichts', en: 'nothing' },
  document: {
    nl: '{label}: de hele tekst',
    fr: '{label} : le texte entier',
    de: '{label}: der ganze Text',
    en: '{label}: the whole text',
  },
});
