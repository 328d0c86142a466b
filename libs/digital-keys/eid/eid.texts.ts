import { defineTexts } from '#libs/texts';

export const eidTexts = defineTexts('digital-keys/eid', {
  title: {
    nl: 'Aanmelden met uw identiteitskaart',
    fr: 'S’identifier avec votre carte d’identité',
    de: 'Mit Ihrem Personalausweis anmelden',
    en: 'Sign in with your identity card',
  },
  lead: {
    nl: 'U hebt uw kaart nodig, een kaartlezer en de pincode van uw kaart.',
    fr: 'Il vous faut votre carte, un lecteur de cartes et le code PIN de votre carte.',
    de: 'Sie brauchen Ihre Karte, ein Lesegerät und den PIN-Code Ihrer Karte.',
    en: 'You need your card, a card reader and the PIN of your card.',
  },
  stepInsert: {
    nl: 'Sluit de kaartlezer aan en steek uw kaart erin.',
    fr: 'Branchez le lecteur et insérez votre carte.',
    de: 'Schließen Sie das Lesegerät an und stecken Sie Ihre Karte ein.',
    en: 'Connect the card reader and insert your card.',
  },
  stepChoose: {
    nl: 'Druk op de knop hieronder. Uw browser vraagt welk certificaat u wilt gebruiken: kies dat met uw naam en “Authentication”.',
    fr: 'Appuyez sur le bouton ci-dessous. Votre navigateur demande quel certificat utiliser : choisissez celui avec votre nom et « Authentication ».',
    de: 'Drücken Sie unten auf die Schaltfläche. Ihr Browser fragt nach dem Zertifikat: Wählen Sie das mit Ihrem Namen und „Authentication“.',
    en: 'Press the button below. Your browser asks which certificate to use: choose the one with your name and “Authentication”.',
  },
  stepPin: {
    nl: 'Typ uw pincode. Na drie foute pincodes wordt uw kaart geblokkeerd.',
    fr: 'Tapez votre code PIN. Après trois codes erronés, votre carte est bloquée.',
    de: 'Geben Sie Ihren PIN-Code ein. Nach drei falschen Eingaben wird Ihre Karte gesperrt.',
    en: 'Type your PIN. After three wrong PINs your card is blocked.',
  },
  read: { nl: 'Kaart lezen', fr: 'Lire la carte', de: 'Karte lesen', en: 'Read the card' },
  readAgain: {
    nl: 'Kaart opnieuw lezen',
    fr: 'Relire la carte',
    de: 'Karte noch einmal lesen',
    en: 'Read the card again',
  },
  pinTitle: {
    nl: 'Uw pincode blijft bij u',
    fr: 'Votre code PIN reste chez vous',
    de: 'Ihr PIN-Code bleibt bei Ihnen',
    en: 'Your PIN stays with you',
  },
  pin: {
    nl: 'U typt uw pincode in een venster van uw eigen computer of op de kaartlezer. Wij krijgen die nooit te zien. Neem uw kaart uit de lezer en sluit de browser wanneer u klaar bent.',
    fr: 'Vous tapez votre code PIN dans une fenêtre de votre ordinateur ou sur le lecteur. Nous ne le voyons jamais. Retirez votre carte et fermez le navigateur quand vous avez terminé.',
    de: 'Sie geben Ihren PIN-Code in einem Fenster Ihres Computers oder am Lesegerät ein. Wir sehen ihn nie. Nehmen Sie die Karte heraus und schließen Sie den Browser, wenn Sie fertig sind.',
    en: 'You type your PIN in a window of your own computer or on the card reader. We never see it. Take your card out and close the browser when you have finished.',
  },
  test: {
    nl: 'Uw kaart en kaartlezer testen',
    fr: 'Tester votre carte et votre lecteur',
    de: 'Karte und Lesegerät testen',
    en: 'Test your card and card reader',
  },
  browserError: {
    nl: 'Toont uw browser een foutmelding in plaats van een pagina? Ga dan terug en test uw kaart: daar leest u wat u kunt doen.',
    fr: 'Votre navigateur affiche une erreur au lieu d’une page ? Revenez en arrière et testez votre carte : vous y lirez que faire.',
    de: 'Zeigt Ihr Browser eine Fehlermeldung statt einer Seite? Gehen Sie zurück und testen Sie Ihre Karte: Dort lesen Sie, was Sie tun können.',
    en: 'Does your browser show an error instead of a page? Then go back and test your card: there you read what you can do.',
  },
});
