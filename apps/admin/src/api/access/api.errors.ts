import { defineError } from '#libs/http';

const seeDocs = {
  nl: 'Zie /api/docs, en vermeld de referentie als u contact opneemt.',
  fr: 'Consultez /api/docs, et mentionnez la référence si vous nous contactez.',
  de: 'Siehe /api/docs, und nennen Sie die Referenz, wenn Sie uns kontaktieren.',
  en: 'See /api/docs, and mention the reference if you contact us.',
};

export const API_TOKEN = defineError({
  code: 'ADMIN-API-TOKEN',
  status: 401,
  title: {
    nl: 'Geen geldig token',
    fr: 'Pas de jeton valable',
    de: 'Kein gültiges Token',
    en: 'No valid token',
  },
  explanation: {
    nl: 'Deze vraag heeft een token van FAS voor de administratie nodig, van een API-client die nog mag werken.',
    fr: 'Cette demande nécessite un jeton du FAS pour l’administration, d’un client API qui peut encore travailler.',
    de: 'Diese Anfrage braucht ein Token von FAS für die Verwaltung, von einem API-Client, der noch arbeiten darf.',
    en: 'This request needs a token of FAS for the administration, of an API client that may still work.',
  },
  action: seeDocs,
  meaning:
    'The bearer token is absent, expired, not for the administration, or its API client was withdrawn, has ended, or belongs to an agency that is suspended. The audit record ApiCallRefused says which.',
});

export const API_RIGHT = defineError({
  code: 'ADMIN-API-RIGHT',
  status: 403,
  title: {
    nl: 'Deze API-client heeft dit recht niet',
    fr: 'Ce client API n’a pas ce droit',
    de: 'Dieser API-Client hat dieses Recht nicht',
    en: 'This API client does not have this right',
  },
  explanation: {
    nl: 'De header WWW-Authenticate noemt het recht dat deze actie vraagt.',
    fr: 'L’en-tête WWW-Authenticate nomme le droit que cette action demande.',
    de: 'Der Header WWW-Authenticate nennt das Recht, das diese Handlung verlangt.',
    en: 'The header WWW-Authenticate names the right that this action takes.',
  },
  action: seeDocs,
  meaning: 'A program called a route whose right (`write`, `audit`) its API client does not have.',
});

export const API_INPUT = defineError({
  code: 'ADMIN-API-INPUT',
  status: 422,
  title: {
    nl: 'Iets in de vraag klopt niet',
    fr: 'Un élément de la demande n’est pas correct',
    de: 'Etwas in der Anfrage stimmt nicht',
    en: 'Something in the request is wrong',
  },
  explanation: {
    nl: 'De lijst `errors` noemt elk veld dat niet klopt, en waarom.',
    fr: 'La liste `errors` nomme chaque champ incorrect, et pourquoi.',
    de: 'Die Liste `errors` nennt jedes falsche Feld, und warum.',
    en: 'The list `errors` names each field that is wrong, and why.',
  },
  action: seeDocs,
  meaning: 'A body, parameter or header of a call to the API is not as the OpenAPI document describes it.',
});

export const API_NO_VERSION = defineError({
  code: 'ADMIN-API-NO-VERSION',
  status: 428,
  title: {
    nl: 'Zeg welke versie u wijzigt',
    fr: 'Indiquez quelle version vous modifiez',
    de: 'Nennen Sie die Version, die Sie ändern',
    en: 'Say which version you change',
  },
  explanation: {
    nl: 'Stuur in If-Match de ETag mee van wat u gelezen hebt.',
    fr: 'Envoyez dans If-Match l’ETag de ce que vous avez lu.',
    de: 'Senden Sie in If-Match den ETag dessen, was Sie gelesen haben.',
    en: 'Send in If-Match the ETag of what you read.',
  },
  action: seeDocs,
  meaning: 'A call that replaces something came without the header If-Match (RFC 6585 section 3).',
});

export const API_OTHER_VERSION = defineError({
  code: 'ADMIN-API-OTHER-VERSION',
  status: 412,
  title: {
    nl: 'Iemand anders heeft dit gewijzigd',
    fr: 'Quelqu’un d’autre a modifié ceci',
    de: 'Jemand anders hat dies geändert',
    en: 'Somebody else changed this',
  },
  explanation: {
    nl: 'Lees het opnieuw, en wijzig dan de nieuwe versie.',
    fr: 'Relisez, puis modifiez la nouvelle version.',
    de: 'Lesen Sie es neu, und ändern Sie dann die neue Version.',
    en: 'Read it again, then change the new version.',
  },
  action: seeDocs,
  meaning: 'The ETag in If-Match is not that of what is stored now: nothing was changed.',
});

export const API_NOT_NOW = defineError({
  code: 'ADMIN-API-NOT-NOW',
  status: 409,
  title: {
    nl: 'Dit kan nu niet',
    fr: 'Ce n’est pas possible maintenant',
    de: 'Das geht jetzt nicht',
    en: 'This cannot be done now',
  },
  explanation: {
    nl: 'De toestand van de dienst laat dit niet toe. `reason` zegt waarom, `missing` wat ontbreekt.',
    fr: 'L’état du service ne le permet pas. `reason` dit pourquoi, `missing` ce qui manque.',
    de: 'Der Zustand des Dienstes lässt das nicht zu. `reason` sagt warum, `missing` was fehlt.',
    en: 'The state of the service does not allow it. `reason` says why, `missing` what is missing.',
  },
  action: seeDocs,
  meaning:
    'A step of a service was asked that its state does not allow (`not-now`), for which something is missing (`missing`), that could not be registered (`cannot`), or while another request waits (`waiting`).',
});
