import { defineTexts } from '#libs/texts';

export const pageTexts = defineTexts('ui/page', {
  skip: { nl: 'Naar de inhoud', fr: 'Aller au contenu', de: 'Zum Inhalt', en: 'Skip to content' },
  languages: { nl: 'Taal', fr: 'Langue', de: 'Sprache', en: 'Language' },
  help: { nl: 'Hulp nodig?', fr: 'Besoin d’aide ?', de: 'Brauchen Sie Hilfe?', en: 'Need help?' },
  news: { nl: 'Wat is er nieuw', fr: 'Quoi de neuf', de: 'Was ist neu', en: 'What is new' },
  accessibility: {
    nl: 'Toegankelijkheid',
    fr: 'Accessibilité',
    de: 'Barrierefreiheit',
    en: 'Accessibility',
  },
  privacy: { nl: 'Privacy', fr: 'Vie privée', de: 'Datenschutz', en: 'Privacy' },
  contact: { nl: 'Contact', fr: 'Contact', de: 'Kontakt', en: 'Contact' },
  problemTitle: { nl: 'Fout: {title}', fr: 'Erreur : {title}', de: 'Fehler: {title}', en: 'Error: {title}' },
});
