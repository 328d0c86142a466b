import { defineError } from '#libs/http';

const backToService = {
  nl: 'Ga terug naar de dienst die u wilt gebruiken en begin daar opnieuw.',
  fr: 'Retournez au service que vous voulez utiliser et recommencez à partir de là.',
  de: 'Gehen Sie zurück zu dem Dienst, den Sie nutzen möchten, und beginnen Sie dort erneut.',
  en: 'Go back to the service that you want to use and start again there.',
};

const contactService = {
  nl: 'Blijft dit zo, meld het dan aan de dienst en vermeld de referentie.',
  fr: 'Si cela persiste, signalez-le au service en mentionnant la référence.',
  de: 'Bleibt das so, melden Sie es dem Dienst und nennen Sie die Referenz.',
  en: 'If this goes on, tell the service and mention the reference.',
};

export const UnusableSamlRequest = defineError({
  code: 'FAS-SAML-REQUEST',
  status: 400,
  title: {
    nl: 'De dienst stuurde ons een vraag die niet klopt',
    fr: 'Le service nous a envoyé une demande incorrecte',
    de: 'Der Dienst hat uns eine fehlerhafte Anfrage geschickt',
    en: 'The service sent us a request that is not right',
  },
  explanation: {
    nl: 'Het ligt niet aan u. De dienst moet zijn koppeling met ons nakijken.',
    fr: 'Vous n’y êtes pour rien. Le service doit vérifier sa connexion avec nous.',
    de: 'Es liegt nicht an Ihnen. Der Dienst muss seine Verbindung mit uns prüfen.',
    en: 'It is not your doing. The service has to check its connection with us.',
  },
  action: contactService,
  meaning: 'The SAML message is malformed or meant for another address; the audit record names the rule.',
});

export const UnknownService = defineError({
  code: 'FAS-SAML-UNKNOWN-SERVICE',
  status: 403,
  title: {
    nl: 'Deze dienst is bij ons niet bekend',
    fr: 'Ce service ne nous est pas connu',
    de: 'Dieser Dienst ist uns nicht bekannt',
    en: 'We do not know this service',
  },
  explanation: {
    nl: 'De website die u hierheen stuurde, is niet aangesloten. We hebben niets doorgegeven.',
    fr: 'Le site qui vous a envoyé ici n’est pas raccordé. Nous n’avons rien transmis.',
    de: 'Die Website, die Sie hierher geschickt hat, ist nicht angeschlossen. Wir haben nichts weitergegeben.',
    en: 'The website that sent you here is not connected. We have passed on nothing.',
  },
  action: backToService,
  meaning:
    'The Issuer is not registered, its application has ended, or its metadata has expired or cannot be used.',
});

export const WrongSignature = defineError({
  code: 'FAS-SAML-SIGNATURE',
  status: 403,
  title: {
    nl: 'We zijn niet zeker wie u hierheen stuurde',
    fr: 'Nous ne savons pas avec certitude qui vous a envoyé ici',
    de: 'Wir sind nicht sicher, wer Sie hierher geschickt hat',
    en: 'We are not sure who sent you here',
  },
  explanation: {
    nl: 'De handtekening van de dienst ontbreekt of klopt niet. We hebben niets doorgegeven.',
    fr: 'La signature du service manque ou est incorrecte. Nous n’avons rien transmis.',
    de: 'Die Signatur des Dienstes fehlt oder ist falsch. Wir haben nichts weitergegeben.',
    en: 'The signature of the service is missing or wrong. We have passed on nothing.',
  },
  action: contactService,
  meaning:
    'The request is unsigned where a signature is demanded, or its signature is wrong: changed on its way, another key than in the metadata, or an algorithm that is not accepted.',
});

export const WrongReturnAddress = defineError({
  code: 'FAS-SAML-RETURN-ADDRESS',
  status: 400,
  title: {
    nl: 'We kunnen u niet veilig terugsturen',
    fr: 'Nous ne pouvons pas vous renvoyer en toute sécurité',
    de: 'Wir können Sie nicht sicher zurückschicken',
    en: 'We cannot send you back safely',
  },
  explanation: {
    nl: 'Het adres waarnaar u terug zou gaan, is niet geregistreerd voor deze dienst.',
    fr: 'L’adresse de retour n’est pas enregistrée pour ce service.',
    de: 'Die Rücksprungadresse ist für diesen Dienst nicht registriert.',
    en: 'The address that you would go back to is not registered for this service.',
  },
  action: contactService,
  meaning:
    'AssertionConsumerServiceURL or -Index is not one of the metadata (compared character by character), both were given, or none can be reached by POST.',
});

export const UsedOrOldRequest = defineError({
  code: 'FAS-SAML-USED',
  status: 400,
  title: {
    nl: 'Deze aanmelding is niet meer geldig',
    fr: 'Cette connexion n’est plus valable',
    de: 'Diese Anmeldung ist nicht mehr gültig',
    en: 'This sign-in is no longer valid',
  },
  explanation: {
    nl: 'Ze werd al gebruikt of is te oud. Dat gebeurt als u teruggaat in uw browser of een oud adres opent.',
    fr: 'Elle a déjà servi ou est trop ancienne. Cela arrive quand vous revenez en arrière dans votre navigateur ou ouvrez une ancienne adresse.',
    de: 'Sie wurde schon benutzt oder ist zu alt. Das passiert, wenn Sie im Browser zurückgehen oder eine alte Adresse öffnen.',
    en: 'It was used before, or it is too old. This happens when you go back in your browser or open an old address.',
  },
  action: backToService,
  meaning:
    'The same request ID came before, or IssueInstant is more than three minutes from our time: a clock at the service that is wrong does this to everybody.',
});
