import { defineTexts } from '#libs/texts';

export const ownPagesTexts = defineTexts('sma/own-pages', {
  label: {
    nl: 'Mijn digitale sleutels',
    fr: 'Mes clés numériques',
    de: 'Meine digitalen Schlüssel',
    en: 'My digital keys',
  },
  overview: { nl: 'Mijn sleutels', fr: 'Mes clés', de: 'Meine Schlüssel', en: 'My keys' },
  contact: { nl: 'Contactgegevens', fr: 'Coordonnées', de: 'Kontaktdaten', en: 'Contact data' },
  'my-data': { nl: 'Mijn gegevens', fr: 'Mes données', de: 'Meine Daten', en: 'My data' },
  history: { nl: 'Geschiedenis', fr: 'Historique', de: 'Verlauf', en: 'History' },
  sessions: {
    nl: 'Waar ik aangemeld ben',
    fr: 'Où je suis connecté',
    de: 'Wo ich angemeldet bin',
    en: 'Where I am signed in',
  },
  signedIn: {
    nl: 'U bent aangemeld',
    fr: 'Vous êtes connecté',
    de: 'Sie sind angemeldet',
    en: 'You are signed in',
  },
  signOut: { nl: 'Afmelden', fr: 'Se déconnecter', de: 'Abmelden', en: 'Sign out' },
});
