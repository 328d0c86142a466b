import { defineTexts } from '#libs/texts';

export const verifyAddressTexts = defineTexts('messaging/verify-address', {
  subject: {
    nl: 'Bevestig uw e-mailadres',
    fr: 'Confirmez votre adresse e-mail',
    de: 'Bestätigen Sie Ihre E-Mail-Adresse',
    en: 'Confirm your e-mail address',
  },
  introduction: {
    nl: 'Iemand gaf dit adres op in Mijn digitale sleutels. Was u dat? Bevestig het dan binnen 24 uur.',
    fr: 'Quelqu’un a donné cette adresse dans Mes clés numériques. C’était vous ? Confirmez-la dans les 24 heures.',
    de: 'Jemand hat diese Adresse in Meine digitalen Schlüssel angegeben. Waren Sie das? Bestätigen Sie sie innerhalb von 24 Stunden.',
    en: 'Somebody gave this address in My digital keys. Was that you? Then confirm it within 24 hours.',
  },
  confirm: {
    nl: 'Adres bevestigen',
    fr: 'Confirmer l’adresse',
    de: 'Adresse bestätigen',
    en: 'Confirm the address',
  },
  orCode: {
    nl: 'Of typ deze code op de pagina die u open hebt:',
    fr: 'Ou tapez ce code sur la page que vous avez ouverte :',
    de: 'Oder geben Sie diesen Code auf der offenen Seite ein:',
    en: 'Or type this code on the page you have open:',
  },
  code: { nl: 'Code', fr: 'Code', de: 'Code', en: 'Code' },
  notYou: {
    nl: 'Was u dit niet?',
    fr: 'Ce n’était pas vous ?',
    de: 'Waren Sie das nicht?',
    en: 'Was this not you?',
  },
  ignore: {
    nl: 'Dan hoeft u niets te doen. Zonder uw bevestiging gebeurt er niets met dit adres.',
    fr: 'Alors ne faites rien. Sans votre confirmation, rien ne se passe avec cette adresse.',
    de: 'Dann müssen Sie nichts tun. Ohne Ihre Bestätigung geschieht mit dieser Adresse nichts.',
    en: 'Then you need do nothing. Without your confirmation nothing happens with this address.',
  },
});
