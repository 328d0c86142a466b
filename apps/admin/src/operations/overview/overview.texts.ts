import { defineTexts } from '#libs/texts';

export const overviewTexts = defineTexts('admin/operations', {
  title: { nl: 'Werking', fr: 'Exploitation', de: 'Betrieb', en: 'Operations' },
  maintenance: { nl: 'Onderhoud', fr: 'Entretien', de: 'Wartung', en: 'Maintenance' },
  maintenanceAbout: {
    nl: 'Plannen, goedkeuren, annuleren, en zien wie er een e-mail over kreeg',
    fr: 'Prévoir, approuver, annuler, et voir qui en a été informé',
    de: 'Planen, genehmigen, absagen, und sehen, wer benachrichtigt wurde',
    en: 'Plan, approve, call off, and see who was told',
  },
  incidents: { nl: 'Storingen', fr: 'Pannes', de: 'Störungen', en: 'Problems' },
  incidentsAbout: {
    nl: 'Melden, er nieuws over geven, sluiten, en zien wie er een e-mail over kreeg',
    fr: 'Signaler, donner des nouvelles, clore, et voir qui en a été informé',
    de: 'Melden, Neues dazu sagen, schließen, und sehen, wer benachrichtigt wurde',
    en: 'Report, tell news, close, and see who was told',
  },
  releases: { nl: 'Versies', fr: 'Versions', de: 'Versionen', en: 'Releases' },
  releasesAbout: {
    nl: 'De kalender, en wat er verandert in vier talen',
    fr: 'Le calendrier, et ce qui change en quatre langues',
    de: 'Der Kalender, und was sich ändert, in vier Sprachen',
    en: 'The calendar, and what changes in four languages',
  },
  queues: {
    nl: 'Berichten en achtergrondwerk',
    fr: 'Messages et tâches de fond',
    de: 'Nachrichten und Hintergrundarbeit',
    en: 'Messages and background work',
  },
  queuesAbout: {
    nl: 'Hoeveel er wacht, wat mislukte, en opnieuw proberen',
    fr: 'Combien attend, ce qui a échoué, et réessayer',
    de: 'Wie viel wartet, was fehlschlug, und erneut versuchen',
    en: 'How much waits, what failed, and try again',
  },
  serviceLevel: {
    nl: 'Dienstverlening',
    fr: 'Niveau de service',
    de: 'Servicequalität',
    en: 'Service level',
  },
  serviceLevelAbout: {
    nl: 'Beschikbaarheid, responstijden en belasting per maand en jaar, ook als PDF en CSV',
    fr: 'Disponibilité, temps de réponse et charge par mois et par an, aussi en PDF et CSV',
    de: 'Verfügbarkeit, Antwortzeiten und Last nach Monat und Jahr, auch als PDF und CSV',
    en: 'Availability, response times and load by month and year, as PDF and CSV too',
  },
  publicStatus: {
    nl: 'Wat iedereen ziet',
    fr: 'Ce que tout le monde voit',
    de: 'Was alle sehen',
    en: 'What everybody sees',
  },
  publicStatusAbout: {
    nl: 'De openbare pagina met storingen en gepland onderhoud',
    fr: 'La page publique avec les pannes et les entretiens prévus',
    de: 'Die öffentliche Seite mit Störungen und geplanter Wartung',
    en: 'The public page with problems and planned maintenance',
  },
  parts: {
    nl: 'Toestand van de onderdelen',
    fr: 'État des composants',
    de: 'Zustand der Bestandteile',
    en: 'State of the parts',
  },
  partsAbout: {
    nl: 'Of elk onderdeel nu klaar is',
    fr: 'Si chaque composant est prêt en ce moment',
    de: 'Ob jeder Bestandteil gerade bereit ist',
    en: 'Whether each part is ready now',
  },
});
