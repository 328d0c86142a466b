import { defineTexts } from '#libs/texts';

export const applicationsTexts = defineTexts('admin/service-desk/applications', {
  title: {
    nl: 'Toepassingen stoppen en hervatten',
    fr: 'Arrêter et reprendre des applications',
    de: 'Anwendungen anhalten und fortsetzen',
    en: 'Stop and resume applications',
  },
  name: { nl: 'Toepassing', fr: 'Application', de: 'Anwendung', en: 'Application' },
  agency: { nl: 'Overheidsdienst', fr: 'Service public', de: 'Öffentlicher Dienst', en: 'Agency' },
  environment: { nl: 'Omgeving', fr: 'Environnement', de: 'Umgebung', en: 'Environment' },
  state: { nl: 'Toestand', fr: 'État', de: 'Zustand', en: 'State' },
  active: { nl: 'Actief', fr: 'Active', de: 'Aktiv', en: 'Active' },
  suspended: { nl: 'Gestopt', fr: 'Arrêtée', de: 'Angehalten', en: 'Stopped' },
  ended: { nl: 'Beëindigd', fr: 'Terminée', de: 'Beendet', en: 'Ended' },
  empty: {
    nl: 'Er zijn nog geen toepassingen.',
    fr: 'Il n’y a pas encore d’applications.',
    de: 'Es gibt noch keine Anwendungen.',
    en: 'There are no applications yet.',
  },
  level: { nl: 'Laagste niveau', fr: 'Niveau minimal', de: 'Niedrigstes Niveau', en: 'Lowest level' },
  suspend: { nl: 'Meteen stoppen', fr: 'Arrêter immédiatement', de: 'Sofort anhalten', en: 'Stop at once' },
  resume: { nl: 'Hervatten', fr: 'Reprendre', de: 'Fortsetzen', en: 'Resume' },
  suspendTitle: {
    nl: 'Deze toepassing meteen stoppen?',
    fr: 'Arrêter cette application immédiatement ?',
    de: 'Diese Anwendung sofort anhalten?',
    en: 'Stop this application at once?',
  },
  suspendAbout: {
    nl: 'Niemand kan zich er nog aanmelden. Dit geldt binnen enkele seconden, en u kunt het laten hervatten.',
    fr: 'Plus personne ne pourra s’y identifier. Cela vaut en quelques secondes, et vous pourrez faire reprendre.',
    de: 'Niemand kann sich dort mehr anmelden. Das gilt innerhalb von Sekunden, und Sie können fortsetzen lassen.',
    en: 'Nobody can sign in there any more. It counts within seconds, and it can be resumed.',
  },
  resumeTitle: {
    nl: 'Deze toepassing hervatten?',
    fr: 'Reprendre cette application ?',
    de: 'Diese Anwendung fortsetzen?',
    en: 'Resume this application?',
  },
  resumeAbout: {
    nl: 'In productie beslist een tweede persoon.',
    fr: 'En production, une deuxième personne décide.',
    de: 'In der Produktion entscheidet eine zweite Person.',
    en: 'In production a second person decides.',
  },
  waiting: {
    nl: 'Er wacht een aanvraag op een beslissing.',
    fr: 'Une demande attend une décision.',
    de: 'Ein Antrag wartet auf eine Entscheidung.',
    en: 'A request waits for a decision.',
  },
  done: { nl: 'Het is gedaan.', fr: 'C’est fait.', de: 'Es ist erledigt.', en: 'It is done.' },
  notes: { nl: 'Notities', fr: 'Notes', de: 'Notizen', en: 'Notes' },
  back: {
    nl: 'Alle toepassingen',
    fr: 'Toutes les applications',
    de: 'Alle Anwendungen',
    en: 'All applications',
  },
});
