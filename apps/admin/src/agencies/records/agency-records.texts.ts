import { defineTexts } from '#libs/texts';

export const agencyRecordsTexts = defineTexts('admin/agency-records', {
  title: {
    nl: 'Wat er in het beheer gebeurde',
    fr: 'Ce qui s’est passé dans la gestion',
    de: 'Was in der Verwaltung geschah',
    en: 'What happened in the administration',
  },
  lead: {
    nl: 'Wat uw mensen, uw programma’s en de servicedesk het laatste jaar voor {agency} deden. Mensen staan er niet bij met hun naam.',
    fr: 'Ce que vos collaborateurs, vos programmes et le service desk ont fait pour {agency} depuis un an. Les personnes n’y sont pas nommées.',
    de: 'Was Ihre Leute, Ihre Programme und der Service-Desk im letzten Jahr für {agency} taten. Personen werden nicht genannt.',
    en: 'What your people, your programs and the service desk did for {agency} in the last year. People are not named.',
  },
  empty: {
    nl: 'Er is het laatste jaar niets gebeurd.',
    fr: 'Il ne s’est rien passé depuis un an.',
    de: 'Im letzten Jahr ist nichts geschehen.',
    en: 'Nothing happened in the last year.',
  },
  at: { nl: 'Wanneer', fr: 'Quand', de: 'Wann', en: 'When' },
  what: { nl: 'Wat', fr: 'Quoi', de: 'Was', en: 'What' },
  service: { nl: 'Onlinedienst', fr: 'Service en ligne', de: 'Online-Dienst', en: 'Online service' },
  program: { nl: 'Programma', fr: 'Programme', de: 'Programm', en: 'Program' },
  details: { nl: 'Meer', fr: 'Plus', de: 'Mehr', en: 'More' },
  reference: { nl: 'Referentie', fr: 'Référence', de: 'Referenz', en: 'Reference' },
  back: {
    nl: 'Terug naar de overheidsdienst',
    fr: 'Retour au service public',
    de: 'Zurück zum öffentlichen Dienst',
    en: 'Back to the agency',
  },
});
