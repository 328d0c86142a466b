import { defineTexts } from '#libs/texts';

export const homeTexts = defineTexts('admin/home', {
  title: {
    nl: 'Beheer van CSAM',
    fr: 'Gestion de CSAM',
    de: 'Verwaltung von CSAM',
    en: 'Administration of CSAM',
  },
  lead: {
    nl: 'Deze plaats is voor wie CSAM draaiende houdt. Vandaag toont ze de toestand van de onderdelen.',
    fr: 'Cet espace est destiné à ceux qui font fonctionner CSAM. Il montre aujourd’hui l’état des composants.',
    de: 'Dieser Bereich ist für diejenigen, die CSAM betreiben. Heute zeigt er den Zustand der Bestandteile.',
    en: 'This place is for those who keep CSAM running. Today it shows the state of its parts.',
  },
});
