import { defineError } from './define-error.js';

/** The errors that any app may answer, whatever it is for. */

const tryAgain = {
  nl: 'Ga terug en probeer het opnieuw. Lukt het weer niet, neem dan contact op en vermeld de referentie.',
  fr: 'Revenez en arrière et réessayez. Si le problème persiste, contactez-nous en mentionnant la référence.',
  de: 'Gehen Sie zurück und versuchen Sie es erneut. Gelingt es wieder nicht, kontaktieren Sie uns und nennen Sie die Referenz.',
  en: 'Go back and try again. If it fails again, contact us and mention the reference.',
};

const checkAddress = {
  nl: 'Controleer het adres, of begin opnieuw bij de dienst die u wilt gebruiken.',
  fr: 'Vérifiez l’adresse, ou recommencez à partir du service que vous voulez utiliser.',
  de: 'Prüfen Sie die Adresse, oder beginnen Sie erneut bei dem Dienst, den Sie nutzen möchten.',
  en: 'Check the address, or start again from the service that you want to use.',
};

const waitAMoment = {
  nl: 'Wacht even en probeer het dan opnieuw.',
  fr: 'Patientez un moment, puis réessayez.',
  de: 'Warten Sie einen Augenblick und versuchen Sie es dann erneut.',
  en: 'Wait a moment, then try again.',
};

export const BAD_REQUEST = defineError({
  code: 'HTTP-BAD-REQUEST',
  status: 400,
  title: {
    nl: 'We begrijpen deze vraag niet',
    fr: 'Nous ne comprenons pas cette demande',
    de: 'Wir verstehen diese Anfrage nicht',
    en: 'We do not understand this request',
  },
  explanation: {
    nl: 'Wat uw browser ons stuurde, is onvolledig of beschadigd.',
    fr: 'Ce que votre navigateur nous a envoyé est incomplet ou endommagé.',
    de: 'Was Ihr Browser uns geschickt hat, ist unvollständig oder beschädigt.',
    en: 'What your browser sent us is incomplete or damaged.',
  },
  action: tryAgain,
  meaning:
    'The request could not be read: malformed address, header, form or JSON, or a field that came twice.',
});

export const UNAUTHENTICATED = defineError({
  code: 'HTTP-UNAUTHENTICATED',
  status: 401,
  title: {
    nl: 'U bent niet aangemeld',
    fr: 'Vous n’êtes pas connecté',
    de: 'Sie sind nicht angemeldet',
    en: 'You are not signed in',
  },
  explanation: {
    nl: 'Deze pagina is er alleen voor wie aangemeld is.',
    fr: 'Cette page est réservée aux personnes connectées.',
    de: 'Diese Seite ist nur für angemeldete Personen.',
    en: 'This page is only for people who are signed in.',
  },
  action: { nl: 'Meld u aan.', fr: 'Connectez-vous.', de: 'Melden Sie sich an.', en: 'Sign in.' },
  meaning: 'No session, or no valid bearer token; WWW-Authenticate says which is wanted.',
});

export const FORBIDDEN = defineError({
  code: 'HTTP-FORBIDDEN',
  status: 403,
  title: {
    nl: 'U hebt hier geen toegang',
    fr: 'Vous n’avez pas accès à cette page',
    de: 'Sie haben hier keinen Zugang',
    en: 'You have no access here',
  },
  explanation: {
    nl: 'U bent aangemeld, maar deze pagina hoort niet bij uw rechten.',
    fr: 'Vous êtes connecté, mais vos droits ne couvrent pas cette page.',
    de: 'Sie sind angemeldet, aber diese Seite gehört nicht zu Ihren Rechten.',
    en: 'You are signed in, but this page is not covered by your rights.',
  },
  action: {
    nl: 'Vraag de verantwoordelijke van uw dienst om het recht, of keer terug.',
    fr: 'Demandez ce droit au responsable de votre service, ou revenez en arrière.',
    de: 'Bitten Sie die verantwortliche Person Ihrer Dienststelle um das Recht, oder gehen Sie zurück.',
    en: 'Ask the person responsible in your organisation for the right, or go back.',
  },
  meaning: 'The person or client is known but lacks the level, right or scope that the route demands.',
});

export const FOREIGN_FORM = defineError({
  code: 'HTTP-FOREIGN-FORM',
  status: 403,
  title: {
    nl: 'Dit formulier is niet meer geldig',
    fr: 'Ce formulaire n’est plus valable',
    de: 'Dieses Formular ist nicht mehr gültig',
    en: 'This form is no longer valid',
  },
  explanation: {
    nl: 'Het kwam niet van onze eigen pagina, of uw browser bewaart geen cookies. Er is niets gewijzigd.',
    fr: 'Il ne venait pas de notre propre page, ou votre navigateur refuse les cookies. Rien n’a été modifié.',
    de: 'Es kam nicht von unserer eigenen Seite, oder Ihr Browser speichert keine Cookies. Es wurde nichts geändert.',
    en: 'It did not come from our own page, or your browser keeps no cookies. Nothing was changed.',
  },
  action: {
    nl: 'Ga terug, laad de pagina opnieuw en vul het formulier nog eens in.',
    fr: 'Revenez en arrière, rechargez la page et remplissez à nouveau le formulaire.',
    de: 'Gehen Sie zurück, laden Sie die Seite neu und füllen Sie das Formular noch einmal aus.',
    en: 'Go back, reload the page and fill in the form again.',
  },
  meaning:
    'A form without a valid token of this browser, or posted from another site (cross-site request forgery).',
});

export const NOT_FOUND = defineError({
  code: 'HTTP-NOT-FOUND',
  status: 404,
  title: {
    nl: 'Deze pagina bestaat niet',
    fr: 'Cette page n’existe pas',
    de: 'Diese Seite gibt es nicht',
    en: 'This page does not exist',
  },
  explanation: {
    nl: 'Misschien is het adres verkeerd overgenomen of bestaat de pagina niet meer.',
    fr: 'L’adresse est peut-être mal recopiée, ou la page n’existe plus.',
    de: 'Vielleicht wurde die Adresse falsch übernommen, oder die Seite gibt es nicht mehr.',
    en: 'The address may have been copied wrongly, or the page no longer exists.',
  },
  action: checkAddress,
  meaning: 'No route has this path.',
});

export const METHOD_NOT_ALLOWED = defineError({
  code: 'HTTP-METHOD-NOT-ALLOWED',
  status: 405,
  title: {
    nl: 'Zo kan deze pagina niet geopend worden',
    fr: 'Cette page ne peut pas être ouverte ainsi',
    de: 'So kann diese Seite nicht geöffnet werden',
    en: 'This page cannot be opened this way',
  },
  explanation: {
    nl: 'Het adres bestaat, maar niet voor dit soort vraag.',
    fr: 'L’adresse existe, mais pas pour ce type de demande.',
    de: 'Die Adresse gibt es, aber nicht für diese Art von Anfrage.',
    en: 'The address exists, but not for this kind of request.',
  },
  action: checkAddress,
  meaning: 'The path exists under other methods, which the Allow header names.',
});

export const REQUEST_TIMEOUT = defineError({
  code: 'HTTP-REQUEST-TIMEOUT',
  status: 408,
  title: {
    nl: 'De verbinding was te traag',
    fr: 'La connexion était trop lente',
    de: 'Die Verbindung war zu langsam',
    en: 'The connection was too slow',
  },
  explanation: {
    nl: 'Uw vraag is niet op tijd volledig aangekomen.',
    fr: 'Votre demande n’est pas arrivée entièrement à temps.',
    de: 'Ihre Anfrage ist nicht rechtzeitig vollständig angekommen.',
    en: 'Your request did not arrive completely in time.',
  },
  action: waitAMoment,
  meaning: 'Headers or body were not complete within the time-out.',
});

export const TOO_LARGE = defineError({
  code: 'HTTP-TOO-LARGE',
  status: 413,
  title: {
    nl: 'Dit is te groot',
    fr: 'C’est trop volumineux',
    de: 'Das ist zu groß',
    en: 'This is too large',
  },
  explanation: {
    nl: 'Wat u verstuurde, is groter dan we aannemen.',
    fr: 'Ce que vous avez envoyé dépasse la taille acceptée.',
    de: 'Was Sie gesendet haben, ist größer, als wir annehmen.',
    en: 'What you sent is larger than we accept.',
  },
  action: tryAgain,
  meaning: 'The body is larger than the limit of the route.',
});

export const UNSUPPORTED_TYPE = defineError({
  code: 'HTTP-UNSUPPORTED-TYPE',
  status: 415,
  title: {
    nl: 'Dit soort bericht nemen we niet aan',
    fr: 'Nous n’acceptons pas ce type de message',
    de: 'Diese Art von Nachricht nehmen wir nicht an',
    en: 'We do not accept this kind of message',
  },
  explanation: {
    nl: 'De inhoud is van een soort dat hier niet verwacht wordt.',
    fr: 'Le contenu est d’un type qui n’est pas attendu ici.',
    de: 'Der Inhalt ist von einer Art, die hier nicht erwartet wird.',
    en: 'The content is of a kind that is not expected here.',
  },
  action: tryAgain,
  meaning: 'The Content-Type is not one that the route reads.',
});

export const TOO_MANY = defineError({
  code: 'HTTP-TOO-MANY',
  status: 429,
  title: {
    nl: 'U probeerde het te vaak',
    fr: 'Trop de tentatives',
    de: 'Zu viele Versuche',
    en: 'Too many attempts',
  },
  explanation: {
    nl: 'Om uw gegevens te beschermen, wachten we even.',
    fr: 'Pour protéger vos données, nous attendons un moment.',
    de: 'Zum Schutz Ihrer Daten warten wir einen Augenblick.',
    en: 'To protect your data we wait for a moment.',
  },
  action: waitAMoment,
  meaning: 'A limit on attempts was reached; Retry-After says how long it lasts.',
});

export const HEADERS_TOO_LARGE = defineError({
  code: 'HTTP-HEADERS-TOO-LARGE',
  status: 431,
  title: {
    nl: 'Uw browser stuurt te veel mee',
    fr: 'Votre navigateur envoie trop de données',
    de: 'Ihr Browser sendet zu viel mit',
    en: 'Your browser sends too much along',
  },
  explanation: {
    nl: 'Meestal komt dat door oude cookies.',
    fr: 'C’est souvent dû à d’anciens cookies.',
    de: 'Meist liegt das an alten Cookies.',
    en: 'Old cookies are the usual cause.',
  },
  action: {
    nl: 'Wis de cookies van deze site en probeer het opnieuw.',
    fr: 'Effacez les cookies de ce site et réessayez.',
    de: 'Löschen Sie die Cookies dieser Website und versuchen Sie es erneut.',
    en: 'Clear the cookies of this site and try again.',
  },
  meaning: 'The request line and headers together are larger than 16 KB.',
});

export const INTERNAL = defineError({
  code: 'HTTP-INTERNAL',
  status: 500,
  title: {
    nl: 'Er ging iets mis bij ons',
    fr: 'Un problème est survenu chez nous',
    de: 'Bei uns ist etwas schiefgegangen',
    en: 'Something went wrong on our side',
  },
  explanation: {
    nl: 'Het ligt niet aan u. We hebben de fout genoteerd.',
    fr: 'Vous n’y êtes pour rien. Nous avons noté l’erreur.',
    de: 'Es liegt nicht an Ihnen. Wir haben den Fehler vermerkt.',
    en: 'It is not your doing. We have noted the error.',
  },
  action: tryAgain,
  meaning: 'A fault in the program; the log holds the stack under the same reference.',
});

export const UNAVAILABLE = defineError({
  code: 'HTTP-UNAVAILABLE',
  status: 503,
  title: {
    nl: 'De dienst is even niet beschikbaar',
    fr: 'Le service est momentanément indisponible',
    de: 'Der Dienst ist gerade nicht verfügbar',
    en: 'The service is unavailable for a moment',
  },
  explanation: {
    nl: 'Het is erg druk, of een onderdeel antwoordt niet. Uw gegevens zijn veilig.',
    fr: 'Il y a beaucoup de demandes, ou un composant ne répond pas. Vos données sont en sécurité.',
    de: 'Es ist sehr viel los, oder ein Teil antwortet nicht. Ihre Daten sind sicher.',
    en: 'It is very busy, or a part of it does not answer. Your data are safe.',
  },
  action: waitAMoment,
  meaning:
    'Overload, a database or audit store that does not answer, or a full line; Retry-After says when to come back.',
});
