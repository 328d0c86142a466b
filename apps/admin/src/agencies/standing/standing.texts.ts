import { defineTexts } from '#libs/texts';

export const standingTexts = defineTexts('admin/agency-standing', {
  title: {
    nl: '{name}: stilleggen of verdergaan',
    fr: '{name} : suspendre ou reprendre',
    de: '{name}: aussetzen oder fortsetzen',
    en: '{name}: suspend or go on',
  },
  state: { nl: 'Toestand', fr: 'État', de: 'Zustand', en: 'State' },
  goesOn: { nl: 'Doet mee', fr: 'Participe', de: 'Nimmt teil', en: 'Takes part' },
  stopped: {
    nl: 'Stilgelegd: {reason}',
    fr: 'Suspendu : {reason}',
    de: 'Ausgesetzt: {reason}',
    en: 'Suspended: {reason}',
  },
  suspend: {
    nl: 'De hele dienst stilleggen',
    fr: 'Suspendre tout le service',
    de: 'Den ganzen Dienst aussetzen',
    en: 'Suspend the whole agency',
  },
  resume: {
    nl: 'Weer laten verdergaan',
    fr: 'Laisser reprendre',
    de: 'Fortsetzen lassen',
    en: 'Let it go on',
  },
  'ask-suspend': {
    nl: '{name} stilleggen?',
    fr: 'Suspendre {name} ?',
    de: '{name} aussetzen?',
    en: 'Suspend {name}?',
  },
  'ask-resume': {
    nl: '{name} weer laten verdergaan?',
    fr: 'Laisser {name} reprendre ?',
    de: '{name} fortsetzen lassen?',
    en: 'Let {name} go on?',
  },
  'follows-suspend': {
    nl: 'Binnen enkele seconden kan niemand zich nog bij een van haar onlinediensten aanmelden. De beheerders krijgen een mail met uw reden. Verdergaan kan later, als twee mensen van de servicedesk het eens zijn.',
    fr: 'En quelques secondes, plus personne ne peut s’identifier auprès de ses services en ligne. Les gestionnaires reçoivent un e-mail avec votre raison. La reprise est possible plus tard, si deux personnes du service desk sont d’accord.',
    de: 'Innerhalb von Sekunden kann sich niemand mehr bei den Onlinediensten anmelden. Die Verwalter bekommen eine E-Mail mit Ihrem Grund. Später geht es weiter, wenn zwei Personen des Service-Desks einverstanden sind.',
    en: 'Within seconds nobody can sign in to any of its online services. Its managers get a mail with your reason. It can go on later, when two people of the service desk agree.',
  },
  'follows-resume': {
    nl: 'Een collega van de servicedesk beslist. Tot dan blijft alles stilliggen.',
    fr: 'Un collègue du service desk décide. Jusque-là, tout reste suspendu.',
    de: 'Eine Kollegin oder ein Kollege des Service-Desks entscheidet. Bis dahin bleibt alles ausgesetzt.',
    en: 'A colleague of the service desk decides. Until then everything stays suspended.',
  },
  notice: {
    nl: 'De overheidsdienst is stilgelegd sinds {moment}. Niemand kan zich bij haar onlinediensten aanmelden. Reden: {reason}',
    fr: 'Le service public est suspendu depuis le {moment}. Personne ne peut s’identifier auprès de ses services en ligne. Raison : {reason}',
    de: 'Der öffentliche Dienst ist seit {moment} ausgesetzt. Niemand kann sich bei seinen Onlinediensten anmelden. Grund: {reason}',
    en: 'The agency is suspended since {moment}. Nobody can sign in to its online services. Reason: {reason}',
  },
  serviceNotice: {
    nl: 'Deze onlinedienst is stilgelegd sinds {moment}. Niemand kan zich er aanmelden. Reden: {reason}',
    fr: 'Ce service en ligne est suspendu depuis le {moment}. Personne ne peut s’y identifier. Raison : {reason}',
    de: 'Dieser Onlinedienst ist seit {moment} ausgesetzt. Niemand kann sich dort anmelden. Grund: {reason}',
    en: 'This online service is suspended since {moment}. Nobody can sign in there. Reason: {reason}',
  },
  waiting: {
    nl: 'Iemand heeft gevraagd om weer verder te gaan. Dat wacht op een tweede persoon van de servicedesk.',
    fr: 'Quelqu’un a demandé de reprendre. Cela attend une deuxième personne du service desk.',
    de: 'Jemand hat um die Fortsetzung gebeten. Das wartet auf eine zweite Person des Service-Desks.',
    en: 'Somebody asked to let it go on. That waits for a second person of the service desk.',
  },
});
