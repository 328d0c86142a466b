import { defineTexts } from '#libs/texts';

export const deliveryTexts = defineTexts('admin/deliveries', {
  mails: { nl: 'E-mails hierover', fr: 'E-mails à ce sujet', de: 'E-Mails dazu', en: 'E-mails about this' },
  outcome: {
    nl: 'Wat er van elk bericht werd',
    fr: 'Ce que chaque message est devenu',
    de: 'Was aus jeder Nachricht wurde',
    en: 'What became of each message',
  },
  noMails: {
    nl: 'Er zijn nog geen e-mails weg.',
    fr: 'Aucun e-mail n’est encore parti.',
    de: 'Noch keine E-Mail ist weg.',
    en: 'No e-mail has left yet.',
  },
  message: { nl: 'Bericht', fr: 'Message', de: 'Nachricht', en: 'Message' },
  at: { nl: 'Geschreven', fr: 'Écrit', de: 'Geschrieben', en: 'Written' },
  recipients: { nl: 'Ontvangers', fr: 'Destinataires', de: 'Empfänger', en: 'Recipients' },
  sent: { nl: 'Verstuurd', fr: 'Envoyés', de: 'Gesendet', en: 'Sent' },
  failed: { nl: 'Mislukt', fr: 'Échoués', de: 'Fehlgeschlagen', en: 'Failed' },
  waiting: { nl: 'Onderweg', fr: 'En route', de: 'Unterwegs', en: 'Under way' },
  planned: { nl: 'aankondiging', fr: 'annonce', de: 'Ankündigung', en: 'announcement' },
  changed: { nl: 'wijziging', fr: 'modification', de: 'Änderung', en: 'change' },
  cancelled: { nl: 'annulering', fr: 'annulation', de: 'Absage', en: 'cancellation' },
  reminder: { nl: 'herinnering', fr: 'rappel', de: 'Erinnerung', en: 'reminder' },
  opened: {
    nl: 'er is een storing',
    fr: 'il y a une panne',
    de: 'es gibt eine Störung',
    en: 'there is a problem',
  },
  updated: { nl: 'nieuws erover', fr: 'nouvelles', de: 'Neues dazu', en: 'news about it' },
  recovered: {
    nl: 'het werkt weer',
    fr: 'cela refonctionne',
    de: 'es geht wieder',
    en: 'it works again',
  },
  released: { nl: 'uitgebracht', fr: 'sortie', de: 'erschienen', en: 'brought out' },
  withdrawn: { nl: 'ingetrokken', fr: 'retirée', de: 'zurückgezogen', en: 'withdrawn' },
});
