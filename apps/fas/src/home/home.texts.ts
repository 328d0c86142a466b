import { defineTexts } from '#libs/texts';

export const homeTexts = defineTexts('fas/home', {
  title: {
    nl: 'Aanmelden bij de digitale overheid',
    fr: 'S’identifier auprès de l’administration numérique',
    de: 'Anmelden bei der digitalen Verwaltung',
    en: 'Sign in to the digital government',
  },
  lead: {
    nl: 'CSAM is de toegangspoort tot de onlinediensten van de overheid. U komt hier vanzelf wanneer een dienst wil weten wie u bent.',
    fr: 'CSAM est la porte d’accès aux services publics en ligne. Vous y arrivez automatiquement lorsqu’un service doit savoir qui vous êtes.',
    de: 'CSAM ist das Eingangstor zu den Onlinediensten der Verwaltung. Sie kommen von selbst hierher, wenn ein Dienst wissen will, wer Sie sind.',
    en: 'CSAM is the gateway to the government’s online services. You come here by yourself when a service needs to know who you are.',
  },
  startTitle: {
    nl: 'Wilde u zich aanmelden?',
    fr: 'Vous vouliez vous identifier ?',
    de: 'Wollten Sie sich anmelden?',
    en: 'Did you want to sign in?',
  },
  start: {
    nl: 'Ga naar de website van de dienst die u zoekt en kies daar ‘Aanmelden’. Die brengt u hierheen en daarna weer terug.',
    fr: 'Allez sur le site du service souhaité et choisissez « S’identifier ». Il vous amène ici, puis vous ramène.',
    de: 'Gehen Sie zur Website des gewünschten Dienstes und wählen Sie dort „Anmelden“. Sie werden hierher und danach wieder zurück geleitet.',
    en: 'Go to the website of the service you are looking for and choose ‘Sign in’ there. It brings you here and then back again.',
  },
  keysTitle: {
    nl: 'Uw digitale sleutels',
    fr: 'Vos clés numériques',
    de: 'Ihre digitalen Schlüssel',
    en: 'Your digital keys',
  },
  keys: {
    nl: 'Een digitale sleutel is een manier om te bewijzen wie u bent. In Mijn digitale sleutels activeert en beheert u ze.',
    fr: 'Une clé numérique est un moyen de prouver qui vous êtes. Vous les activez et les gérez dans Mes clés numériques.',
    de: 'Ein digitaler Schlüssel ist ein Mittel, Ihre Identität nachzuweisen. In Meine digitalen Schlüssel aktivieren und verwalten Sie sie.',
    en: 'A digital key is a way to prove who you are. You activate and manage them in My digital keys.',
  },
  keysLink: {
    nl: 'Naar Mijn digitale sleutels',
    fr: 'Aller à Mes clés numériques',
    de: 'Zu Meine digitalen Schlüssel',
    en: 'Go to My digital keys',
  },
  careTitle: { nl: 'Let op', fr: 'Attention', de: 'Achtung', en: 'Take care' },
  care: {
    nl: 'Kreeg u een e-mail of sms met een link om u hier aan te melden? Klik er niet op. De overheid vraagt zo nooit naar uw codes.',
    fr: 'Vous avez reçu un e-mail ou un SMS avec un lien pour vous identifier ici ? Ne cliquez pas. L’administration ne demande jamais vos codes ainsi.',
    de: 'Haben Sie eine E-Mail oder SMS mit einem Link zur Anmeldung erhalten? Klicken Sie nicht darauf. Die Verwaltung fragt so nie nach Ihren Codes.',
    en: 'Did you get an e-mail or text message with a link to sign in here? Do not click on it. The government never asks for your codes that way.',
  },
});
