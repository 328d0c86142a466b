import { defineTexts } from '#libs/texts';

export const signedOutTexts = defineTexts('sma/signed-out', {
  title: {
    nl: 'U bent afgemeld',
    fr: 'Vous êtes déconnecté',
    de: 'Sie sind abgemeldet',
    en: 'You are signed out',
  },
  here: {
    nl: 'U bent afgemeld van Mijn digitale sleutels.',
    fr: 'Vous êtes déconnecté de Mes clés numériques.',
    de: 'Sie sind von Meine digitalen Schlüssel abgemeldet.',
    en: 'You are signed out of My digital keys.',
  },
  elsewhere: {
    nl: 'In deze browser kunt u nog wel zonder sleutel naar andere diensten. Meld u ook daarvan af als anderen deze computer gebruiken.',
    fr: 'Dans ce navigateur, vous pouvez encore accéder à d’autres services sans clé. Déconnectez-vous-en aussi si d’autres utilisent cet ordinateur.',
    de: 'In diesem Browser kommen Sie noch ohne Schlüssel zu anderen Diensten. Melden Sie sich auch davon ab, wenn andere diesen Computer benutzen.',
    en: 'In this browser you can still go to other services without your key. Sign out of that too when others use this computer.',
  },
  everywhere: {
    nl: 'U bent overal afgemeld. Wie zich nu als u wil aanmelden, heeft uw sleutel nodig.',
    fr: 'Vous êtes déconnecté partout. Pour s’identifier à votre place, il faut à présent votre clé.',
    de: 'Sie sind überall abgemeldet. Wer sich jetzt als Sie anmelden will, braucht Ihren Schlüssel.',
    en: 'You are signed out everywhere. Who wants to sign in as you now needs your key.',
  },
  keyEnded: {
    nl: 'Het is gebeurd. U was hier met die sleutel aangemeld, daarom bent u nu afgemeld. Meld u aan met een andere sleutel om verder te gaan.',
    fr: 'C’est fait. Vous étiez ici avec cette clé, vous êtes donc déconnecté. Identifiez-vous avec une autre clé pour continuer.',
    de: 'Es ist erledigt. Sie waren hier mit diesem Schlüssel angemeldet, darum sind Sie jetzt abgemeldet. Melden Sie sich mit einem anderen Schlüssel an, um weiterzumachen.',
    en: 'It is done. You were here with that key, so you are signed out now. Sign in with another key to go on.',
  },
  signOutOfFas: {
    nl: 'Ook bij andere diensten afmelden',
    fr: 'Se déconnecter aussi des autres services',
    de: 'Auch von anderen Diensten abmelden',
    en: 'Sign out of other services too',
  },
  start: { nl: 'Naar het begin', fr: 'Retour au début', de: 'Zum Anfang', en: 'To the start' },
});
