import { defineTexts } from '#libs/texts';

export const incidentMailTexts = defineTexts('operations/incident-mail', {
  openedSubject: {
    nl: 'Storing: {component}',
    fr: 'Panne : {component}',
    de: 'Störung: {component}',
    en: 'Problem: {component}',
  },
  updatedSubject: {
    nl: 'Stand van zaken: {component}',
    fr: 'État de la situation : {component}',
    de: 'Zum Stand der Störung: {component}',
    en: 'Update: {component}',
  },
  recoveredSubject: {
    nl: 'Hersteld: {component}',
    fr: 'Rétabli : {component}',
    de: 'Behoben: {component}',
    en: 'Works again: {component}',
  },
  openedHeading: {
    nl: 'Er is een storing',
    fr: 'Une panne est en cours',
    de: 'Es gibt eine Störung',
    en: 'Something does not work',
  },
  updatedHeading: {
    nl: 'Er is nieuws over de storing',
    fr: 'Des nouvelles de la panne',
    de: 'Neues zur Störung',
    en: 'News about the problem',
  },
  recoveredHeading: {
    nl: 'De storing is voorbij',
    fr: 'La panne est terminée',
    de: 'Die Störung ist vorbei',
    en: 'It works again',
  },
  openedLead: {
    nl: 'Een deel van CSAM Aanmelden werkt niet goed. Wij werken eraan. Zodra het weer werkt, krijgt u bericht.',
    fr: 'Une partie de CSAM S’identifier ne fonctionne pas bien. Nous y travaillons. Vous recevrez un message dès que tout fonctionne.',
    de: 'Ein Teil von CSAM Anmelden funktioniert nicht richtig. Wir arbeiten daran. Sobald alles wieder geht, hören Sie von uns.',
    en: 'A part of CSAM sign-in does not work well. We are working on it. You will hear from us when it works again.',
  },
  updatedLead: {
    nl: 'De storing duurt nog. Dit weten wij nu.',
    fr: 'La panne continue. Voici ce que nous savons.',
    de: 'Die Störung dauert an. Das wissen wir jetzt.',
    en: 'The problem goes on. This is what we know now.',
  },
  recoveredLead: {
    nl: 'Alles werkt weer. U hoeft niets te doen.',
    fr: 'Tout fonctionne à nouveau. Vous n’avez rien à faire.',
    de: 'Alles funktioniert wieder. Sie müssen nichts tun.',
    en: 'Everything works again. There is nothing to do.',
  },
  what: { nl: 'Wat', fr: 'Quoi', de: 'Was', en: 'What' },
  impact: { nl: 'Gevolg', fr: 'Conséquence', de: 'Folge', en: 'Effect' },
  since: { nl: 'Sinds', fr: 'Depuis', de: 'Seit', en: 'Since' },
  until: { nl: 'Tot', fr: 'Jusqu’à', de: 'Bis', en: 'Until' },
  duration: { nl: 'Duur', fr: 'Durée', de: 'Dauer', en: 'Duration' },
});
