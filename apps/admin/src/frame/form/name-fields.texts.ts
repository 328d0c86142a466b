import { defineTexts } from '#libs/texts';

export const nameFieldsTexts = defineTexts('admin/name-fields', {
  nl: {
    nl: 'Naam in het Nederlands',
    fr: 'Nom en néerlandais',
    de: 'Name auf Niederländisch',
    en: 'Name in Dutch',
  },
  fr: { nl: 'Naam in het Frans', fr: 'Nom en français', de: 'Name auf Französisch', en: 'Name in French' },
  de: { nl: 'Naam in het Duits', fr: 'Nom en allemand', de: 'Name auf Deutsch', en: 'Name in German' },
  en: { nl: 'Naam in het Engels', fr: 'Nom en anglais', de: 'Name auf Englisch', en: 'Name in English' },
});
