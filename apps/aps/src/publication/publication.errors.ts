import { defineError } from '#libs/http';

const ASK_FAS = {
  nl: 'Vraag de gegevens opnieuw met een nieuw token.',
  fr: 'Redemandez les données avec un nouveau jeton.',
  de: 'Fragen Sie die Daten mit einem neuen Token erneut an.',
  en: 'Ask for the data again with a new token.',
};

const ASK_SERVICE_DESK = {
  nl: 'Neem contact op met de servicedesk en vermeld de referentie.',
  fr: 'Contactez le service desk en mentionnant la référence.',
  de: 'Wenden Sie sich mit der Referenz an den Service Desk.',
  en: 'Contact the service desk and mention the reference.',
};

export const TOKEN_NOT_ACCEPTED = defineError({
  code: 'APS-TOKEN-NOT-ACCEPTED',
  status: 401,
  title: {
    nl: 'Het token wordt niet aanvaard',
    fr: 'Le jeton n’est pas accepté',
    de: 'Das Token wird nicht angenommen',
    en: 'The token is not accepted',
  },
  explanation: {
    nl: 'De vraag draagt geen geldig token van FAS voor deze dienst.',
    fr: 'La demande ne porte pas de jeton valable de FAS pour ce service.',
    de: 'Die Anfrage trägt kein gültiges Token von FAS für diesen Dienst.',
    en: 'The question carries no valid token of FAS for this service.',
  },
  action: ASK_FAS,
  meaning:
    'No bearer token, or one that is wrongly signed, expired, of another type, for another audience or longer-lived than a minute. The audit record holds the reason.',
});

export const TOKEN_USED = defineError({
  code: 'APS-TOKEN-USED',
  status: 401,
  title: {
    nl: 'Het token is al gebruikt',
    fr: 'Le jeton a déjà été utilisé',
    de: 'Das Token wurde bereits verwendet',
    en: 'The token was used before',
  },
  explanation: {
    nl: 'Een token is goed voor één raadpleging.',
    fr: 'Un jeton vaut pour une seule consultation.',
    de: 'Ein Token gilt für eine einzige Abfrage.',
    en: 'A token is good for one consultation.',
  },
  action: ASK_FAS,
  meaning: 'A consultation is already recorded under the id (jti) of this token: repeated or copied.',
});

export const KEYS_UNAVAILABLE = defineError({
  code: 'APS-KEYS-UNAVAILABLE',
  status: 503,
  title: {
    nl: 'Het token kan nu niet worden gecontroleerd',
    fr: 'Le jeton ne peut pas être vérifié pour le moment',
    de: 'Das Token kann zurzeit nicht geprüft werden',
    en: 'The token cannot be checked now',
  },
  explanation: {
    nl: 'De sleutels van FAS zijn niet bereikbaar.',
    fr: 'Les clés de FAS ne sont pas accessibles.',
    de: 'Die Schlüssel von FAS sind nicht erreichbar.',
    en: 'The keys of FAS cannot be reached.',
  },
  action: ASK_FAS,
  meaning: 'The key set of FAS (connect/jwk_uri) did not answer and none is in memory.',
});

export const QUESTION_MALFORMED = defineError({
  code: 'APS-QUESTION-MALFORMED',
  status: 400,
  title: {
    nl: 'De vraag heeft een andere vorm',
    fr: 'La demande a une autre forme',
    de: 'Die Anfrage hat eine andere Form',
    en: 'The question has another form',
  },
  explanation: {
    nl: 'De vraag houdt attributes, context en language in, en niets anders.',
    fr: 'La demande contient attributes, context et language, et rien d’autre.',
    de: 'Die Anfrage enthält attributes, context und language und sonst nichts.',
    en: 'The question holds attributes, context and language, and nothing else.',
  },
  action: {
    nl: 'Vergelijk de vraag met de beschrijving op /api/docs.',
    fr: 'Comparez la demande avec la description sur /api/docs.',
    de: 'Vergleichen Sie die Anfrage mit der Beschreibung unter /api/docs.',
    en: 'Compare the question with the description at /api/docs.',
  },
  meaning:
    'The body is no such object. A subject in the body is refused too: it is taken from the token only.',
});

export const NOT_PUBLISHED = defineError({
  code: 'APS-NOT-PUBLISHED',
  status: 403,
  title: {
    nl: 'Over deze aanmelding worden geen gegevens gegeven',
    fr: 'Aucune donnée n’est fournie pour cette connexion',
    de: 'Zu dieser Anmeldung werden keine Daten erteilt',
    en: 'No data is given for this sign-in',
  },
  explanation: {
    nl: 'De toepassing of de persoon in het token is niet bekend of niet actief.',
    fr: 'L’application ou la personne du jeton n’est pas connue ou n’est pas active.',
    de: 'Die Anwendung oder die Person im Token ist unbekannt oder nicht aktiv.',
    en: 'The application or the person in the token is not known or not active.',
  },
  action: ASK_SERVICE_DESK,
  meaning:
    'Unknown or suspended application, or a person who is unknown, blocked or deceased. The audit record says which; the caller is not told.',
});
