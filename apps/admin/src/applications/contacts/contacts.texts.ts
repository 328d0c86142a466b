import { defineTexts } from '#libs/texts';

export const contactsTexts = defineTexts('admin/service-contacts', {
  title: {
    nl: 'Wie we schrijven over deze dienst',
    fr: 'À qui nous écrivons au sujet de ce service',
    de: 'Wem wir zu diesem Dienst schreiben',
    en: 'Whom we write to about this service',
  },
  lead: {
    nl: 'Gebruik liefst adressen van een team, niet van één persoon. Wijzigingen gelden meteen.',
    fr: 'Utilisez de préférence des adresses d’équipe, pas d’une seule personne. Les modifications valent immédiatement.',
    de: 'Nutzen Sie am besten Adressen eines Teams, nicht einer einzelnen Person. Änderungen gelten sofort.',
    en: 'Best use addresses of a team, not of one person. Changes count at once.',
  },
  business: {
    nl: 'E-mail voor de opvolging',
    fr: 'E-mail pour le suivi',
    de: 'E-Mail für fachliche Fragen',
    en: 'E-mail for business matters',
  },
  technical: {
    nl: 'E-mail voor de techniek',
    fr: 'E-mail technique',
    de: 'E-Mail für die Technik',
    en: 'E-mail for technical matters',
  },
  security: {
    nl: 'E-mail voor veiligheid',
    fr: 'E-mail pour la sécurité',
    de: 'E-Mail für Sicherheit',
    en: 'E-mail for security',
  },
  billing: {
    nl: 'E-mail voor facturen',
    fr: 'E-mail pour la facturation',
    de: 'E-Mail für Rechnungen',
    en: 'E-mail for billing',
  },
  outage: {
    nl: 'E-mail voor onderhoud en storingen',
    fr: 'E-mail pour maintenance et pannes',
    de: 'E-Mail für Wartung und Störungen',
    en: 'E-mail for maintenance and outages',
  },
  'about-business': {
    nl: 'Over de overeenkomst en machtigingen die aflopen',
    fr: 'Au sujet de la convention et des autorisations qui se terminent',
    de: 'Zu Vereinbarung und ablaufenden Ermächtigungen',
    en: 'About the agreement, and authorisations that end',
  },
  'about-technical': {
    nl: 'Over certificaten die aflopen en de aansluiting',
    fr: 'Au sujet des certificats qui expirent et du raccordement',
    de: 'Zu ablaufenden Zertifikaten und zur Anbindung',
    en: 'About certificates that end, and the connection',
  },
  'about-security': {
    nl: 'Bij een incident',
    fr: 'En cas d’incident',
    de: 'Bei einem Vorfall',
    en: 'In case of an incident',
  },
  'about-billing': {
    nl: 'Over de kosten van sms',
    fr: 'Au sujet des coûts des SMS',
    de: 'Zu den Kosten der SMS',
    en: 'About the cost of text messages',
  },
  'about-outage': {
    nl: 'Een week vooraf bij onderhoud, meteen bij een storing',
    fr: 'Une semaine avant une maintenance, immédiatement en cas de panne',
    de: 'Eine Woche vor Wartungen, sofort bei Störungen',
    en: 'A week before maintenance, at once in an outage',
  },
  returned: {
    nl: 'Onze e-mail naar deze adressen kwam terug. We schrijven er niet meer naartoe:',
    fr: 'Nos e-mails à ces adresses sont revenus. Nous n’y écrivons plus :',
    de: 'Unsere E-Mails an diese Adressen kamen zurück. Wir schreiben nicht mehr dorthin:',
    en: 'Our e-mail to these addresses came back. We no longer write to them:',
  },
  returnedSince: {
    nl: '{what}, sinds {date}',
    fr: '{what}, depuis le {date}',
    de: '{what}, seit dem {date}',
    en: '{what}, since {date}',
  },
  returnedAdvice: {
    nl: 'Schrijf een ander adres. Bestaat het adres weer, bewaar dan gewoon opnieuw.',
    fr: 'Indiquez une autre adresse. Si l’adresse existe de nouveau, enregistrez simplement.',
    de: 'Geben Sie eine andere Adresse an. Gibt es die Adresse wieder, dann speichern Sie einfach neu.',
    en: 'Write another address. If the address exists again, simply save once more.',
  },
  mail: {
    nl: 'Dit is geen e-mailadres.',
    fr: 'Ce n’est pas une adresse e-mail.',
    de: 'Das ist keine E-Mail-Adresse.',
    en: 'This is no e-mail address.',
  },
  save: { nl: 'Bewaren', fr: 'Enregistrer', de: 'Speichern', en: 'Save' },
  cancel: { nl: 'Annuleren', fr: 'Annuler', de: 'Abbrechen', en: 'Cancel' },
});
