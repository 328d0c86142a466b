import { defineTexts } from '#libs/texts';

export const homeTexts = defineTexts('sma/home', {
  title: {
    nl: 'Mijn digitale sleutels',
    fr: 'Mes clés numériques',
    de: 'Meine digitalen Schlüssel',
    en: 'My digital keys',
  },
  lead: {
    nl: 'Een digitale sleutel is een manier om te bewijzen wie u bent bij een onlinedienst van de overheid. Hier ziet u welke sleutels u hebt en waar ze gebruikt werden.',
    fr: 'Une clé numérique est un moyen de prouver qui vous êtes auprès d’un service public en ligne. Vous voyez ici quelles clés vous avez et où elles ont servi.',
    de: 'Ein digitaler Schlüssel ist ein Mittel, mit dem Sie einem Onlinedienst der Verwaltung zeigen, wer Sie sind. Hier sehen Sie, welche Schlüssel Sie haben und wo sie benutzt wurden.',
    en: 'A digital key is a way to prove who you are to an online service of the government. Here you see which keys you have and where they were used.',
  },
});
