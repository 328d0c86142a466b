import { defineError } from '#libs/http';

export const PartnerAnswerUnknown = defineError({
  code: 'FAS-PARTNER-ANSWER',
  status: 400,
  title: {
    nl: 'Dit antwoord hoort bij geen aanmelding',
    fr: 'Cette réponse n’appartient à aucune identification',
    de: 'Diese Antwort gehört zu keiner Anmeldung',
    en: 'This answer belongs to no sign-in',
  },
  explanation: {
    nl: 'Een dienst die voor ons nagaat wie u bent, stuurde u terug met een antwoord dat we niet vroegen.',
    fr: 'Un service qui vérifie votre identité pour nous vous a renvoyé avec une réponse que nous n’avions pas demandée.',
    de: 'Ein Dienst, der für uns prüft, wer Sie sind, hat Sie mit einer Antwort zurückgeschickt, um die wir nicht gebeten haben.',
    en: 'A service that checks for us who you are sent you back with an answer that we did not ask for.',
  },
  action: {
    nl: 'Ga terug naar de dienst waar u zich wilde aanmelden en begin opnieuw.',
    fr: 'Retournez au service auquel vous vouliez accéder et recommencez.',
    de: 'Gehen Sie zurück zum Dienst, bei dem Sie sich anmelden wollten, und beginnen Sie neu.',
    en: 'Go back to the service you wanted to sign in to and start again.',
  },
  meaning:
    'The callback of a recognised identity service was visited with a state that FAS never gave to that service: a mix-up, an old address, or an attack.',
});
