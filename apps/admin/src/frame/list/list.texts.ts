import { defineTexts } from '#libs/texts';

export const listTexts = defineTexts('admin/list', {
  search: { nl: 'Zoeken', fr: 'Rechercher', de: 'Suchen', en: 'Search' },
  all: { nl: 'Alle', fr: 'Tous', de: 'Alle', en: 'All' },
  show: { nl: 'Tonen', fr: 'Afficher', de: 'Anzeigen', en: 'Show' },
  count: {
    nl: '{from} tot {to} van {total}',
    fr: '{from} à {to} sur {total}',
    de: '{from} bis {to} von {total}',
    en: '{from} to {to} of {total}',
  },
  nothingFound: {
    nl: 'Niets gevonden met deze zoekwoorden en filters.',
    fr: 'Aucun résultat avec ces mots et ces filtres.',
    de: 'Nichts gefunden mit diesen Suchwörtern und Filtern.',
    en: 'Nothing found with these words and filters.',
  },
  showAll: { nl: 'Alles tonen', fr: 'Tout afficher', de: 'Alles anzeigen', en: 'Show everything' },
  whole: {
    nl: '{what}: de hele lijst ({total})',
    fr: '{what} : la liste complète ({total})',
    de: '{what}: die ganze Liste ({total})',
    en: '{what}: the whole list ({total})',
  },
  asFile: {
    nl: 'Deze lijst als bestand (CSV)',
    fr: 'Cette liste sous forme de fichier (CSV)',
    de: 'Diese Liste als Datei (CSV)',
    en: 'This list as a file (CSV)',
  },
  pages: { nl: 'Bladzijden', fr: 'Pages', de: 'Seiten', en: 'Pages' },
  page: {
    nl: 'Bladzijde {page} van {pages}',
    fr: 'Page {page} sur {pages}',
    de: 'Seite {page} von {pages}',
    en: 'Page {page} of {pages}',
  },
  previous: { nl: 'Vorige', fr: 'Précédente', de: 'Vorherige', en: 'Previous' },
  next: { nl: 'Volgende', fr: 'Suivante', de: 'Nächste', en: 'Next' },
});
