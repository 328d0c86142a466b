import { defineTexts } from '#libs/texts';

export const galleryTexts = defineTexts('admin/gallery', {
  title: { nl: 'Alle pagina’s', fr: 'Toutes les pages', de: 'Alle Seiten', en: 'All pages' },
});
