import { defineTexts } from '#libs/texts';

export const agencyNoticeTexts = defineTexts('messaging/agency-notice', {
  'agency-suspended': {
    nl: '{name} is stilgelegd',
    fr: '{name} est suspendu',
    de: '{name} ist ausgesetzt',
    en: '{name} is suspended',
  },
  'agency-suspended-follows': {
    nl: 'Niemand kan zich nog bij een van uw onlinediensten aanmelden. Bel de servicedesk om te bespreken wat er nodig is om weer verder te gaan.',
    fr: 'Plus personne ne peut s’identifier auprès de vos services en ligne. Appelez le service desk pour voir ce qu’il faut pour reprendre.',
    de: 'Niemand kann sich mehr bei Ihren Onlinediensten anmelden. Rufen Sie den Service-Desk an und besprechen Sie, was nötig ist, um fortzufahren.',
    en: 'Nobody can sign in to any of your online services any more. Call the service desk to hear what it takes to go on.',
  },
  'agency-resumed': {
    nl: '{name} gaat weer verder',
    fr: '{name} reprend',
    de: '{name} läuft wieder',
    en: '{name} goes on again',
  },
  'agency-resumed-follows': {
    nl: 'Mensen kunnen zich weer bij uw onlinediensten aanmelden.',
    fr: 'Les personnes peuvent de nouveau s’identifier auprès de vos services en ligne.',
    de: 'Menschen können sich wieder bei Ihren Onlinediensten anmelden.',
    en: 'People can sign in to your online services again.',
  },
  'service-suspended': {
    nl: '{name} is stilgelegd',
    fr: '{name} est suspendu',
    de: '{name} ist ausgesetzt',
    en: '{name} is suspended',
  },
  'service-suspended-follows': {
    nl: 'Niemand kan zich nog bij deze onlinedienst aanmelden. Op de pagina van de dienst ziet u wat u kunt doen.',
    fr: 'Plus personne ne peut s’identifier auprès de ce service en ligne. La page du service montre ce que vous pouvez faire.',
    de: 'Niemand kann sich mehr bei diesem Onlinedienst anmelden. Auf der Seite des Dienstes sehen Sie, was Sie tun können.',
    en: 'Nobody can sign in to this online service any more. The page of the service shows what you can do.',
  },
  'secret-withdrawn': {
    nl: 'Het geheim van {name} telt niet meer',
    fr: 'Le secret de {name} ne compte plus',
    de: 'Das Geheimnis von {name} gilt nicht mehr',
    en: 'The secret of {name} does not count any more',
  },
  'secret-withdrawn-follows': {
    nl: 'Uw onlinedienst kan niemand aanmelden tot u een nieuw geheim maakt en instelt. Alleen u krijgt het te zien.',
    fr: 'Votre service en ligne ne peut identifier personne avant que vous ne créiez et configuriez un nouveau secret. Vous seul le voyez.',
    de: 'Ihr Onlinedienst kann niemanden anmelden, bis Sie ein neues Geheimnis erstellen und einstellen. Nur Sie bekommen es zu sehen.',
    en: 'Your online service can sign nobody in until you make a new secret and set it. Only you get to see it.',
  },
  reason: { nl: 'Reden', fr: 'Raison', de: 'Grund', en: 'Reason' },
  open: { nl: 'Bekijken', fr: 'Consulter', de: 'Ansehen', en: 'Look at it' },
});
