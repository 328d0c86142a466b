import { defineTexts } from '#libs/texts';

export const releaseMailTexts = defineTexts('operations/release-mail', {
  plannedSubject: {
    nl: 'Versie {version} komt eraan',
    fr: 'La version {version} arrive',
    de: 'Version {version} kommt',
    en: 'Version {version} is coming',
  },
  releasedSubject: {
    nl: 'Versie {version} is er',
    fr: 'La version {version} est disponible',
    de: 'Version {version} ist da',
    en: 'Version {version} is out',
  },
  withdrawnSubject: {
    nl: 'Versie {version} komt er niet',
    fr: 'La version {version} est retirée',
    de: 'Version {version} kommt nicht',
    en: 'Version {version} is withdrawn',
  },
  kind: { nl: 'Soort', fr: 'Type', de: 'Art', en: 'Kind' },
  major: { nl: 'grote release', fr: 'version majeure', de: 'große Version', en: 'major release' },
  minor: { nl: 'kleine release', fr: 'version mineure', de: 'kleine Version', en: 'minor release' },
  when: { nl: 'Wanneer', fr: 'Quand', de: 'Wann', en: 'When' },
  effect: {
    nl: 'Gevolg voor uw gebruikers',
    fr: 'Conséquence pour vos utilisateurs',
    de: 'Folge für Ihre Nutzer',
    en: 'Effect on your users',
  },
  noEffect: {
    nl: 'geen: alles blijft beschikbaar',
    fr: 'aucune : tout reste disponible',
    de: 'keine: alles bleibt verfügbar',
    en: 'none: everything stays available',
  },
  capacity: {
    nl: 'alles blijft beschikbaar; tijdens de release is er {percent} % van de capaciteit',
    fr: 'tout reste disponible ; pendant la mise en production, {percent} % de la capacité reste',
    de: 'alles bleibt verfügbar; während der Umstellung bleiben {percent} % der Kapazität',
    en: 'everything stays available; {percent} % of the capacity stays meanwhile',
  },
  notes: { nl: 'Wat verandert', fr: 'Ce qui change', de: 'Was sich ändert', en: 'What changes' },
});
