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
  status: {
    nl: 'Toestand van de onderdelen',
    fr: 'État des composants',
    de: 'Zustand der Bestandteile',
    en: 'State of the parts',
  },
  signIn: { nl: 'Aanmelden', fr: 'S’identifier', de: 'Anmelden', en: 'Sign in' },
  restTitle: {
    nl: 'Diensten en sleutels beheren',
    fr: 'Gérer des services et des clés',
    de: 'Dienste und Schlüssel verwalten',
    en: 'Managing services and keys',
  },
  rest: {
    nl: 'Dat gaat vandaag met het opdrachtregelprogramma csam, op de machine zelf. Aanmelden kan hier al, met een sterke sleutel, maar geeft nog geen rechten.',
    fr: 'Cela se fait aujourd’hui avec le programme csam en ligne de commande, sur la machine même. Vous pouvez déjà vous identifier ici avec une clé forte, mais cela ne donne pas encore de droits.',
    de: 'Das geschieht heute mit dem Kommandozeilenprogramm csam auf der Maschine selbst. Anmelden ist hier schon mit einem starken Schlüssel möglich, gibt aber noch keine Rechte.',
    en: 'Today that is done with the csam command line, on the machine itself. You can already sign in here with a strong key, but that gives no rights yet.',
  },
});
