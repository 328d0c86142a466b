import { defineTexts } from '#libs/texts';

export const historyTexts = defineTexts('sma/history', {
  title: { nl: 'Geschiedenis', fr: 'Historique', de: 'Verlauf', en: 'History' },
  lead: {
    nl: 'Wat er met uw sleutels gebeurde, het nieuwste eerst.',
    fr: 'Ce qui s’est passé avec vos clés, le plus récent d’abord.',
    de: 'Was mit Ihren Schlüsseln geschah, das Neueste zuerst.',
    en: 'What happened with your keys, newest first.',
  },
  nothing: {
    nl: 'Er is nog niets gebeurd.',
    fr: 'Il ne s’est encore rien passé.',
    de: 'Es ist noch nichts geschehen.',
    en: 'Nothing has happened yet.',
  },
  'signed-in': {
    nl: 'U hebt zich aangemeld',
    fr: 'Vous vous êtes identifié',
    de: 'Sie haben sich angemeldet',
    en: 'You signed in',
  },
  'went-on': {
    nl: 'U ging naar nog een dienst, al aangemeld',
    fr: 'Vous êtes passé à un autre service, déjà identifié',
    de: 'Sie gingen, bereits angemeldet, zu einem weiteren Dienst',
    en: 'You went on to another service, signed in already',
  },
  refused: {
    nl: 'Een aanmelding is niet gelukt of niet afgemaakt',
    fr: 'Une identification a échoué ou n’a pas été terminée',
    de: 'Eine Anmeldung ist nicht gelungen oder wurde nicht beendet',
    en: 'A sign-in did not succeed or was not finished',
  },
  'wrong-proof': {
    nl: 'Er is een fout wachtwoord of een foute code ingevuld',
    fr: 'Un mot de passe ou un code erroné a été saisi',
    de: 'Ein falsches Passwort oder ein falscher Code wurde eingegeben',
    en: 'A wrong password or code was entered',
  },
  locked: {
    nl: 'Uw sleutel is even geblokkeerd na te veel foute pogingen',
    fr: 'Votre clé a été bloquée un moment après trop d’essais erronés',
    de: 'Ihr Schlüssel wurde nach zu vielen Fehlversuchen kurz gesperrt',
    en: 'Your key was locked for a while after too many wrong attempts',
  },
  service: {
    nl: 'Bij {application} van {agency}.',
    fr: 'Auprès de {application}, {agency}.',
    de: 'Bei {application}, {agency}.',
    en: 'At {application} of {agency}.',
  },
  key: { nl: 'Met: {key}.', fr: 'Avec : {key}.', de: 'Mit: {key}.', en: 'With: {key}.' },
  released: {
    nl: 'De dienst kreeg: {attributes}.',
    fr: 'Le service a reçu : {attributes}.',
    de: 'Der Dienst erhielt: {attributes}.',
    en: 'The service received: {attributes}.',
  },
  network: {
    nl: 'Vanaf een internetadres dat begint als {network}.',
    fr: 'Depuis une adresse internet commençant comme {network}.',
    de: 'Von einer Internetadresse, die wie {network} beginnt.',
    en: 'From an internet address that begins like {network}.',
  },
  older: { nl: 'Ouder', fr: 'Plus ancien', de: 'Ältere', en: 'Older' },
  strangeTitle: {
    nl: 'Herkent u iets niet?',
    fr: 'Vous ne reconnaissez pas quelque chose ?',
    de: 'Erkennen Sie etwas nicht?',
    en: 'Do you not recognise something?',
  },
  strange: {
    nl: 'Meld u dan overal af. Daarna is uw sleutel weer nodig om verder te gaan.',
    fr: 'Déconnectez-vous alors partout. Votre clé sera ensuite à nouveau nécessaire pour continuer.',
    de: 'Melden Sie sich dann überall ab. Danach wird wieder Ihr Schlüssel gebraucht, um weiterzugehen.',
    en: 'Then sign out everywhere. After that your key is needed again to go on.',
  },
  strangeLink: {
    nl: 'Waar ik aangemeld ben',
    fr: 'Où je suis connecté',
    de: 'Wo ich angemeldet bin',
    en: 'Where I am signed in',
  },
});
