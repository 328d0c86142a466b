import { defineTexts } from '#libs/texts';

export const certificateTexts = defineTexts('digital-keys/certificate', {
  title: {
    nl: 'Aanmelden met uw certificaat',
    fr: 'S’identifier avec votre certificat',
    de: 'Mit Ihrem Zertifikat anmelden',
    en: 'Sign in with your certificate',
  },
  alreadyProven: {
    nl: 'U bent al aangemeld met uw gebruikersnaam en wachtwoord. We vragen nu alleen nog uw certificaat.',
    fr: 'Vous êtes déjà identifié avec votre nom d’utilisateur et votre mot de passe. Il ne manque plus que votre certificat.',
    de: 'Sie sind bereits mit Benutzername und Passwort angemeldet. Es fehlt nur noch Ihr Zertifikat.',
    en: 'You are already signed in with your user name and password. We now only need your certificate.',
  },
  stepReady: {
    nl: 'Staat uw certificaat op een kaart of USB-sleutel? Sluit die dan eerst aan.',
    fr: 'Votre certificat se trouve sur une carte ou une clé USB ? Branchez-la d’abord.',
    de: 'Liegt Ihr Zertifikat auf einer Karte oder einem USB-Stick? Schließen Sie diese zuerst an.',
    en: 'Is your certificate on a card or a USB key? Then connect that first.',
  },
  stepChoose: {
    nl: 'Druk op de knop hieronder. Uw browser vraagt welk certificaat u wilt gebruiken: kies dat wat u in Mijn digitale sleutels hebt geregistreerd.',
    fr: 'Appuyez sur le bouton ci-dessous. Votre navigateur demande quel certificat utiliser : choisissez celui que vous avez enregistré dans Mes clés numériques.',
    de: 'Drücken Sie unten auf die Schaltfläche. Ihr Browser fragt nach dem Zertifikat: Wählen Sie jenes, das Sie in Meine digitalen Schlüssel registriert haben.',
    en: 'Press the button below. Your browser asks which certificate to use: choose the one that you registered in My digital keys.',
  },
  show: {
    nl: 'Certificaat tonen',
    fr: 'Présenter le certificat',
    de: 'Zertifikat zeigen',
    en: 'Show the certificate',
  },
  showAgain: {
    nl: 'Certificaat opnieuw tonen',
    fr: 'Présenter à nouveau le certificat',
    de: 'Zertifikat noch einmal zeigen',
    en: 'Show the certificate again',
  },
  browserRemembers: {
    nl: 'Uw browser onthoudt welk certificaat u koos. Wilt u een ander certificaat kiezen? Sluit de browser dan volledig en open hem opnieuw.',
    fr: 'Votre navigateur retient le certificat choisi. Vous voulez en choisir un autre ? Fermez complètement le navigateur et rouvrez-le.',
    de: 'Ihr Browser merkt sich das gewählte Zertifikat. Möchten Sie ein anderes wählen? Dann schließen Sie den Browser ganz und öffnen ihn neu.',
    en: 'Your browser remembers which certificate you chose. Do you want to choose another one? Then close the browser completely and open it again.',
  },
});
