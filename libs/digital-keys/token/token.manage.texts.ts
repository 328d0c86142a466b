import { defineTexts } from '#libs/texts';

export const tokenSetupTexts = defineTexts('digital-keys/token-setup', {
  title: {
    nl: 'Uw kaart met codes',
    fr: 'Votre carte de codes',
    de: 'Ihre Karte mit Codes',
    en: 'Your card with codes',
  },
  cardName: { nl: 'Kaart met codes', fr: 'Carte de codes', de: 'Karte mit Codes', en: 'Card with codes' },
  print: {
    nl: 'Druk deze pagina nu af, of schrijf de codes over. Bewaar de kaart apart van uw wachtwoord.',
    fr: 'Imprimez cette page maintenant, ou recopiez les codes. Gardez la carte séparée de votre mot de passe.',
    de: 'Drucken Sie diese Seite jetzt aus, oder schreiben Sie die Codes ab. Bewahren Sie die Karte getrennt vom Passwort auf.',
    en: 'Print this page now, or write the codes down. Keep the card apart from your password.',
  },
  made: {
    nl: 'Kaart {serial}, gemaakt op {date}',
    fr: 'Carte {serial}, créée le {date}',
    de: 'Karte {serial}, erstellt am {date}',
    en: 'Card {serial}, made on {date}',
  },
  once: {
    nl: 'Wij tonen deze codes maar één keer. Laat ze aan niemand zien.',
    fr: 'Nous n’affichons ces codes qu’une seule fois. Ne les montrez à personne.',
    de: 'Wir zeigen diese Codes nur einmal. Zeigen Sie sie niemandem.',
    en: 'We show these codes only once. Do not show them to anybody.',
  },
  tryTitle: {
    nl: 'Probeer het uit',
    fr: 'Faites un essai',
    de: 'Probieren Sie es aus',
    en: 'Try it out',
  },
  code: {
    nl: 'Code op plaats {position}',
    fr: 'Code à la place {position}',
    de: 'Code an Stelle {position}',
    en: 'Code at place {position}',
  },
  missing: {
    nl: 'Vul de code op plaats {position} van uw nieuwe kaart in',
    fr: 'Indiquez le code à la place {position} de votre nouvelle carte',
    de: 'Geben Sie den Code an Stelle {position} Ihrer neuen Karte ein',
    en: 'Enter the code at place {position} of your new card',
  },
  wrong: {
    nl: 'Dit is niet de code op plaats {position} van uw nieuwe kaart',
    fr: 'Ce n’est pas le code à la place {position} de votre nouvelle carte',
    de: 'Das ist nicht der Code an Stelle {position} Ihrer neuen Karte',
    en: 'This is not the code at place {position} of your new card',
  },
  spentTitle: {
    nl: 'Deze kaart geldt niet meer',
    fr: 'Cette carte n’est plus valable',
    de: 'Diese Karte gilt nicht mehr',
    en: 'This card is no longer valid',
  },
  spent: {
    nl: 'De code was te vaak fout. Vraag een nieuwe kaart.',
    fr: 'Le code était trop souvent faux. Demandez une nouvelle carte.',
    de: 'Der Code war zu oft falsch. Fordern Sie eine neue Karte an.',
    en: 'The code was wrong too often. Ask for a new card.',
  },
  again: {
    nl: 'Een nieuwe kaart maken',
    fr: 'Créer une nouvelle carte',
    de: 'Neue Karte erstellen',
    en: 'Make a new card',
  },
});
