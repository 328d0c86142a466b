import { defineTexts } from '#libs/texts';

export const whatsNewTexts = defineTexts('operations/whats-new', {
  title: { nl: 'Wat is er nieuw', fr: 'Quoi de neuf', de: 'Was ist neu', en: 'What is new' },
  lead: {
    nl: 'Dit veranderde er de laatste tijd aan CSAM, en dit komt er aan.',
    fr: 'Voici ce qui a changé récemment dans CSAM, et ce qui arrive.',
    de: 'Das hat sich in letzter Zeit bei CSAM geändert, und das kommt noch.',
    en: 'This is what changed in CSAM lately, and what is to come.',
  },
  version: {
    nl: 'Versie {version}',
    fr: 'Version {version}',
    de: 'Version {version}',
    en: 'Version {version}',
  },
  coming: { nl: 'Dit komt er aan', fr: 'À venir', de: 'Das kommt noch', en: 'To come' },
  past: { nl: 'Dit is er al', fr: 'Déjà là', de: 'Das ist schon da', en: 'Here already' },
  planned: {
    nl: 'Komt er op {date}, zonder onderbreking.',
    fr: 'Arrive le {date}, sans interruption.',
    de: 'Kommt am {date}, ohne Unterbrechung.',
    en: 'Comes on {date}, without interruption.',
  },
  capacity: {
    nl: 'Intussen blijft {percent} % van de capaciteit beschikbaar. Het kan dan iets trager gaan.',
    fr: 'Pendant ce temps, {percent} % de la capacité reste disponible. Cela peut être un peu plus lent.',
    de: 'Währenddessen bleiben {percent} % der Kapazität verfügbar. Es kann dann etwas langsamer gehen.',
    en: 'Meanwhile {percent}% of the capacity stays available. It can be a little slower then.',
  },
  released: { nl: 'Sinds {date}', fr: 'Depuis le {date}', de: 'Seit {date}', en: 'Since {date}' },
  none: {
    nl: 'Er is nog niets om te melden.',
    fr: 'Il n’y a encore rien à signaler.',
    de: 'Es gibt noch nichts zu melden.',
    en: 'There is nothing to tell yet.',
  },
  back: { nl: 'Naar het begin', fr: 'Vers le début', de: 'Zum Anfang', en: 'To the start' },
});
