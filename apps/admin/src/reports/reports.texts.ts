import { defineTexts } from '#libs/texts';

export const reportsTexts = defineTexts('admin/reports', {
  title: {
    nl: 'Wat uw toepassingen deden',
    fr: 'Ce que vos applications ont fait',
    de: 'Was Ihre Anwendungen getan haben',
    en: 'What your applications did',
  },
  lead: {
    nl: 'Kies een toepassing: aanmeldingen, mislukkingen, sms-kosten en elke transactie.',
    fr: 'Choisissez une application : identifications, échecs, coût des SMS et chaque transaction.',
    de: 'Wählen Sie eine Anwendung: Anmeldungen, Fehlschläge, SMS-Kosten und jede Transaktion.',
    en: 'Choose an application: sign-ins, failures, SMS cost and every transaction.',
  },
  signInsThisMonth: {
    nl: 'Aanmeldingen deze maand',
    fr: 'Identifications ce mois-ci',
    de: 'Anmeldungen in diesem Monat',
    en: 'Sign-ins this month',
  },
  none: {
    nl: 'Uw overheidsdienst heeft nog geen toepassingen. Ze verschijnen hier zodra een onlinedienst in test gaat.',
    fr: 'Votre service public n’a pas encore d’applications. Elles apparaissent ici dès qu’un service en ligne entre en test.',
    de: 'Ihr öffentlicher Dienst hat noch keine Anwendungen. Sie erscheinen hier, sobald ein Onlinedienst in den Test geht.',
    en: 'Your agency has no applications yet. They appear here once an online service comes into test.',
  },
  smsCost: {
    nl: 'Sms-kosten per overheidsdienst',
    fr: 'Coût des SMS par service public',
    de: 'SMS-Kosten nach Dienst',
    en: 'SMS cost by agency',
  },
});
