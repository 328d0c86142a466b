import { defineTexts } from '#libs/texts';

export const notMeAlertTexts = defineTexts('messaging/not-me-alert', {
  subject: {
    nl: 'Iemand meldt: dit was ik niet',
    fr: 'Quelqu’un signale : ce n’était pas moi',
    de: 'Jemand meldet: das war ich nicht',
    en: 'Somebody reports: this was not me',
  },
  preview: {
    nl: 'Er wacht een melding op opvolging.',
    fr: 'Un signalement attend d’être traité.',
    de: 'Eine Meldung wartet.',
    en: 'A report waits to be taken care of.',
  },
  introduction: {
    nl: 'Iemand zag een aanmelding of wijziging die niet van hem of haar was. Wat gebruikt was, is geblokkeerd. Bekijk de melding met referentie {reference}.',
    fr: 'Une personne a vu une connexion ou un changement qui ne venait pas d’elle. Ce qui a servi est suspendu. Regardez le signalement avec la référence {reference}.',
    de: 'Jemand sah eine Anmeldung oder Änderung, die nicht von ihm oder ihr war. Was benutzt wurde, ist gesperrt. Sehen Sie die Meldung mit der Referenz {reference} an.',
    en: 'Somebody saw a sign-in or change that was not theirs. What was used is suspended. Look into the report with the reference {reference}.',
  },
  action: {
    nl: 'Naar de meldingen',
    fr: 'Vers les signalements',
    de: 'Zu den Meldungen',
    en: 'To the reports',
  },
});
