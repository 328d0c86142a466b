import { defineTexts } from '#libs/texts';

export const accountAlertTexts = defineTexts('messaging/account-alert', {
  body: {
    nl: 'CSAM: {change}. Was u dit niet? Ga naar Mijn digitale sleutels of bel de helpdesk.',
    fr: 'CSAM : {change}. Ce n’était pas vous ? Allez à Mes clés numériques ou appelez le service d’aide.',
    de: 'CSAM: {change}. Waren Sie das nicht? Öffnen Sie Meine digitalen Schlüssel oder rufen Sie den Helpdesk an.',
    en: 'CSAM: {change}. Was this not you? Go to My digital keys or call the help desk.',
  },
});
