import { defineTexts } from '#libs/texts';

/** How a service is tried out in INT. */
export const tryingOutTexts = defineTexts('admin/trying-out', {
  testPeople: {
    nl: 'Personen om mee te testen',
    fr: 'Personnes pour tester',
    de: 'Personen zum Testen',
    en: 'People to test with',
  },
  testPeopleAbout: {
    nl: 'Meld u in INT aan als een verzonnen persoon. Namen, wachtwoorden, codes en kaarten staan hier:',
    fr: 'En INT, connectez-vous comme une personne inventée. Noms, mots de passe, codes et cartes se trouvent ici :',
    de: 'Melden Sie sich in INT als erfundene Person an. Namen, Passwörter, Codes und Karten stehen hier:',
    en: 'In INT, sign in as an invented person. Names, passwords, codes and cards are here:',
  },
  selfTest: { nl: 'De test', fr: 'Le test', de: 'Der Test', en: 'The test' },
  'test-signed-in': {
    nl: 'Iemand heeft zich in test aangemeld',
    fr: 'Quelqu’un s’est identifié en test',
    de: 'Jemand hat sich im Test angemeldet',
    en: 'Somebody signed in in test',
  },
  'test-refused': {
    nl: 'Iemand is in test teruggekeerd zonder aanmelding, en de dienst wist het',
    fr: 'Quelqu’un est revenu sans identification en test, et le service le savait',
    de: 'Jemand kam im Test ohne Anmeldung zurück, und der Dienst wusste es',
    en: 'Somebody turned back in test without signing in, and the service knew',
  },
});
