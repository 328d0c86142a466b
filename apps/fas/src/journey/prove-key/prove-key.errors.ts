import { defineError } from '#libs/http';

export const OtherPersonSignedIn = defineError({
  code: 'FAS-OTHER-PERSON',
  status: 409,
  title: {
    nl: 'In deze browser is nog iemand anders aangemeld',
    fr: 'Une autre personne est encore connectée dans ce navigateur',
    de: 'In diesem Browser ist noch jemand anders angemeldet',
    en: 'Somebody else is still signed in in this browser',
  },
  explanation: {
    nl: 'Uw gegevens kloppen, maar we kunnen twee mensen niet door elkaar halen.',
    fr: 'Vos données sont correctes, mais nous ne pouvons pas confondre deux personnes.',
    de: 'Ihre Angaben stimmen, aber wir dürfen zwei Personen nicht vermischen.',
    en: 'Your details are right, but we must not mix up two people.',
  },
  action: {
    nl: 'Meld eerst de andere persoon af, sluit de browser, en begin opnieuw bij de dienst.',
    fr: 'Déconnectez d’abord l’autre personne, fermez le navigateur, puis recommencez à partir du service.',
    de: 'Melden Sie zuerst die andere Person ab, schließen Sie den Browser und beginnen Sie beim Dienst von vorn.',
    en: 'Sign the other person out first, close the browser, and start again from the service.',
  },
  meaning:
    'A key was proven by another person than the one whose session the browser carries (step-up confusion).',
});
