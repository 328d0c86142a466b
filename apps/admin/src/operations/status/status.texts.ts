import { defineTexts } from '#libs/texts';

const same = (text: string) => ({ nl: text, fr: text, de: text, en: text });

export const statusTexts = defineTexts('admin/status', {
  title: {
    nl: 'Toestand van de onderdelen',
    fr: 'État des composants',
    de: 'Zustand der Bestandteile',
    en: 'State of the parts',
  },
  allReady: {
    nl: 'Alle onderdelen zijn klaar voor gebruik.',
    fr: 'Tous les composants sont prêts.',
    de: 'Alle Bestandteile sind einsatzbereit.',
    en: 'All parts are ready for use.',
  },
  someNot: {
    nl: 'Niet klaar voor gebruik: {count} van de {total} onderdelen.',
    fr: 'Composants qui ne sont pas prêts : {count} sur {total}.',
    de: 'Nicht einsatzbereit: {count} von {total} Bestandteilen.',
    en: 'Not ready for use: {count} of the {total} parts.',
  },
  caption: {
    nl: 'Gevraagd op {moment}',
    fr: 'Demandé le {moment}',
    de: 'Gefragt am {moment}',
    en: 'Asked on {moment}',
  },
  part: { nl: 'Onderdeel', fr: 'Composant', de: 'Bestandteil', en: 'Part' },
  state: { nl: 'Toestand', fr: 'État', de: 'Zustand', en: 'State' },
  took: { nl: 'Antwoord na', fr: 'Réponse après', de: 'Antwort nach', en: 'Answer after' },
  ready: { nl: 'klaar', fr: 'prêt', de: 'bereit', en: 'ready' },
  'not-ready': {
    nl: 'antwoordt, maar is niet klaar',
    fr: 'répond, mais n’est pas prêt',
    de: 'antwortet, ist aber nicht bereit',
    en: 'answers, but is not ready',
  },
  'no-answer': { nl: 'antwoordt niet', fr: 'ne répond pas', de: 'antwortet nicht', en: 'does not answer' },
  fas: {
    nl: 'FAS: aanmelden',
    fr: 'FAS : identification',
    de: 'FAS: Anmeldung',
    en: 'FAS: signing in',
  },
  sma: {
    nl: 'SMA: Mijn digitale sleutels',
    fr: 'SMA : Mes clés numériques',
    de: 'SMA: Meine digitalen Schlüssel',
    en: 'SMA: My digital keys',
  },
  aps: {
    nl: 'APS: gegevens uit authentieke bronnen',
    fr: 'APS : données de sources authentiques',
    de: 'APS: Daten aus authentischen Quellen',
    en: 'APS: data from authentic sources',
  },
  admin: { nl: 'Beheer', fr: 'Gestion', de: 'Verwaltung', en: 'Administration' },
  worker: {
    nl: 'Achtergrondtaken',
    fr: 'Tâches de fond',
    de: 'Hintergrundaufgaben',
    en: 'Background work',
  },
  sandbox: same('Sandbox'),
  about: {
    nl: 'Elk onderdeel zegt zelf of het klaar is, en of het daarvoor zijn databank bereikt. Wie twee seconden zwijgt, geldt als geen antwoord.',
    fr: 'Chaque composant dit lui-même s’il est prêt, et s’il atteint sa base de données. Deux secondes de silence comptent comme aucune réponse.',
    de: 'Jeder Bestandteil sagt selbst, ob er bereit ist und seine Datenbank erreicht. Zwei Sekunden Schweigen gelten als keine Antwort.',
    en: 'Each part says itself whether it is ready, and whether it reaches its database. Two seconds of silence count as no answer.',
  },
  asJson: {
    nl: 'Hetzelfde als JSON',
    fr: 'La même chose en JSON',
    de: 'Dasselbe als JSON',
    en: 'The same as JSON',
  },
});
