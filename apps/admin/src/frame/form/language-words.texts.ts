import { defineTexts } from '#libs/texts';

/** Languages within a sentence, after "in": a list of languages to choose from shows each by its own name. */
export const languageWords = defineTexts('admin/language-words', {
  nl: { nl: 'het Nederlands', fr: 'néerlandais', de: 'Niederländisch', en: 'Dutch' },
  fr: { nl: 'het Frans', fr: 'français', de: 'Französisch', en: 'French' },
  de: { nl: 'het Duits', fr: 'allemand', de: 'Deutsch', en: 'German' },
  en: { nl: 'het Engels', fr: 'anglais', de: 'Englisch', en: 'English' },
});
