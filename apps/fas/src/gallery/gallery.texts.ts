import { defineTexts } from '#libs/texts';

export const galleryTexts = defineTexts('fas/gallery', {
  title: {
    nl: 'Alle toestanden van de pagina’s',
    fr: 'Tous les états des pages',
    de: 'Alle Zustände der Seiten',
    en: 'Every state of the pages',
  },
});
