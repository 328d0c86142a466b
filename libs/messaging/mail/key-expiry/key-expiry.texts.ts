import { defineTexts } from '#libs/texts';

export const keyExpiryTexts = defineTexts('messaging/key-expiry', {
  soon: {
    nl: 'Een digitale sleutel van u vervalt binnenkort',
    fr: 'Une de vos clés numériques expire bientôt',
    de: 'Ein digitaler Schlüssel von Ihnen läuft bald ab',
    en: 'A digital key of yours expires soon',
  },
  over: {
    nl: 'Een digitale sleutel van u is vervallen',
    fr: 'Une de vos clés numériques a expiré',
    de: 'Ein digitaler Schlüssel von Ihnen ist abgelaufen',
    en: 'A digital key of yours has expired',
  },
  soonAdvice: {
    nl: 'Maak op tijd een nieuwe sleutel. Daarna kunt u zich met de oude niet meer aanmelden.',
    fr: 'Créez une nouvelle clé à temps. Ensuite, l’ancienne ne vous permettra plus de vous identifier.',
    de: 'Machen Sie rechtzeitig einen neuen Schlüssel. Danach können Sie sich mit dem alten nicht mehr anmelden.',
    en: 'Make a new key in time. Afterwards you cannot sign in with the old one any more.',
  },
  overAdvice: {
    nl: 'U kunt zich er niet meer mee aanmelden. Maak een nieuwe sleutel.',
    fr: 'Elle ne vous permet plus de vous identifier. Créez une nouvelle clé.',
    de: 'Sie können sich damit nicht mehr anmelden. Machen Sie einen neuen Schlüssel.',
    en: 'You cannot sign in with it any more. Make a new key.',
  },
  key: { nl: 'Welke sleutel', fr: 'Quelle clé', de: 'Welcher Schlüssel', en: 'Which key' },
  label: { nl: 'Naam', fr: 'Nom', de: 'Name', en: 'Name' },
  until: { nl: 'Geldig tot', fr: 'Valable jusqu’au', de: 'Gültig bis', en: 'Valid until' },
  renew: {
    nl: 'Naar Mijn digitale sleutels',
    fr: 'Vers Mes clés numériques',
    de: 'Zu Meine digitalen Schlüssel',
    en: 'To My digital keys',
  },
});
