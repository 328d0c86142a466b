import { defineTexts } from '#libs/texts';

export const sessionsTexts = defineTexts('sma/sessions', {
  title: {
    nl: 'Waar ik aangemeld ben',
    fr: 'Où je suis connecté',
    de: 'Wo ich angemeldet bin',
    en: 'Where I am signed in',
  },
  lead: {
    nl: 'In deze browsers hoeft u uw sleutel nu niet opnieuw te tonen.',
    fr: 'Dans ces navigateurs, vous ne devez pas montrer à nouveau votre clé pour le moment.',
    de: 'In diesen Browsern müssen Sie Ihren Schlüssel jetzt nicht erneut zeigen.',
    en: 'In these browsers you need not show your key again for now.',
  },
  none: {
    nl: 'U bent nergens meer aangemeld, behalve op deze pagina.',
    fr: 'Vous n’êtes plus connecté nulle part, sauf sur cette page.',
    de: 'Sie sind nirgends mehr angemeldet, außer auf dieser Seite.',
    en: 'You are not signed in anywhere any more, except on this page.',
  },
  thisBrowser: { nl: 'Deze browser', fr: 'Ce navigateur', de: 'Dieser Browser', en: 'This browser' },
  otherBrowser: {
    nl: 'Een andere browser',
    fr: 'Un autre navigateur',
    de: 'Ein anderer Browser',
    en: 'Another browser',
  },
  started: {
    nl: 'Aangemeld op {moment}.',
    fr: 'Connecté le {moment}.',
    de: 'Angemeldet am {moment}.',
    en: 'Signed in on {moment}.',
  },
  lastUsed: {
    nl: 'Het laatst gebruikt op {moment}.',
    fr: 'Dernière utilisation : {moment}.',
    de: 'Zuletzt benutzt: {moment}.',
    en: 'Last used on {moment}.',
  },
  keys: { nl: 'Met: {keys}.', fr: 'Avec : {keys}.', de: 'Mit: {keys}.', en: 'With: {keys}.' },
  services: {
    nl: 'Bij: {services}.',
    fr: 'Auprès de : {services}.',
    de: 'Bei: {services}.',
    en: 'At: {services}.',
  },
  end: { nl: 'Hier afmelden', fr: 'Déconnecter ici', de: 'Hier abmelden', en: 'Sign out here' },
  endOther: { nl: 'Daar afmelden', fr: 'Déconnecter là-bas', de: 'Dort abmelden', en: 'Sign out there' },
  everywhere: {
    nl: 'Overal afmelden',
    fr: 'Se déconnecter partout',
    de: 'Überall abmelden',
    en: 'Sign out everywhere',
  },
  everywhereAbout: {
    nl: 'Daarna vraagt elke nieuwe aanmelding weer uw sleutel. Een dienst waar u al binnen bent, kan u nog even binnen laten: meld u ook daar af.',
    fr: 'Ensuite, chaque nouvelle identification demandera votre clé. Un service où vous êtes déjà entré peut encore vous garder un moment : déconnectez-vous-y aussi.',
    de: 'Danach verlangt jede neue Anmeldung wieder Ihren Schlüssel. Ein Dienst, in dem Sie schon sind, kann Sie noch eine Weile drin lassen: Melden Sie sich auch dort ab.',
    en: 'After that every new sign-in asks for your key again. A service that you are already inside may keep you in for a while: sign out there too.',
  },
});
