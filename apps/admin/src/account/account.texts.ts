import { defineTexts } from '#libs/texts';

export const accountTexts = defineTexts('admin/account', {
  title: {
    nl: 'U bent aangemeld',
    fr: 'Vous êtes connecté',
    de: 'Sie sind angemeldet',
    en: 'You are signed in',
  },
  lead: {
    nl: 'U hebt hier nog geen taken: rechten van medewerkers bestaan nog niet.',
    fr: 'Vous n’avez encore aucune tâche ici : les droits des collaborateurs n’existent pas encore.',
    de: 'Sie haben hier noch keine Aufgaben: Rechte von Mitarbeitern gibt es noch nicht.',
    en: 'You have no tasks here yet: rights of staff do not exist yet.',
  },
  name: { nl: 'Voornaam', fr: 'Prénom', de: 'Vorname', en: 'Given name' },
  level: {
    nl: 'Betrouwbaarheid van uw sleutel',
    fr: 'Niveau de garantie de votre clé',
    de: 'Sicherheitsniveau Ihres Schlüssels',
    en: 'Assurance level of your key',
  },
  since: { nl: 'Bewezen op', fr: 'Prouvé le', de: 'Nachgewiesen am', en: 'Proven on' },
  signOut: { nl: 'Afmelden', fr: 'Se déconnecter', de: 'Abmelden', en: 'Sign out' },
});
