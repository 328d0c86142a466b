import { defineTexts } from '#libs/texts';

export const adminPageTexts = defineTexts('admin/frame', {
  navigation: {
    nl: 'Onderdelen van het beheer',
    fr: 'Parties de la gestion',
    de: 'Bereiche der Verwaltung',
    en: 'Parts of the administration',
  },
  signOut: { nl: 'Afmelden', fr: 'Se déconnecter', de: 'Abmelden', en: 'Sign out' },
  account: { nl: 'Mijn taken', fr: 'Mes tâches', de: 'Meine Aufgaben', en: 'My tasks' },
});
