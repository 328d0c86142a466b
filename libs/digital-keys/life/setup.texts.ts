import { defineTexts } from '#libs/texts';

/** What the pages of all setups share. */
export const setupTexts = defineTexts('digital-keys/setup', {
  cancel: {
    nl: 'Stoppen en terug naar mijn sleutels',
    fr: 'Arrêter et revenir à mes clés',
    de: 'Abbrechen und zurück zu meinen Schlüsseln',
    en: 'Stop and go back to my keys',
  },
  activate: { nl: 'Activeren', fr: 'Activer', de: 'Aktivieren', en: 'Activate' },
});
