import { defineError } from '#libs/http';

const backToService = {
  nl: 'Ga terug naar de dienst die u wilt gebruiken en begin daar opnieuw.',
  fr: 'Retournez au service que vous voulez utiliser et recommencez à partir de là.',
  de: 'Gehen Sie zurück zu dem Dienst, den Sie nutzen möchten, und beginnen Sie dort erneut.',
  en: 'Go back to the service that you want to use and start again there.',
};

export const UnknownClient = defineError({
  code: 'FAS-OIDC-UNKNOWN-CLIENT',
  status: 400,
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
  meaning: 'The client id is not registered, or its application has ended.',
});

export const WrongRedirectAddress = defineError({
  code: 'FAS-OIDC-REDIRECT-ADDRESS',
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
  action: backToService,
  meaning:
    'redirect_uri or post_logout_redirect_uri is missing or not exactly one of the registered addresses.',
});

export const LoginExpired = defineError({
  code: 'FAS-OIDC-LOGIN-EXPIRED',
  status: 400,
  title: {
    nl: 'Deze aanmelding is niet meer geldig',
    fr: 'Cette connexion n’est plus valable',
    de: 'Diese Anmeldung ist nicht mehr gültig',
    en: 'This sign-in is no longer valid',
  },
  explanation: {
    nl: 'Ze duurde te lang, werd al afgerond, of begon in een andere browser.',
    fr: 'Elle a duré trop longtemps, est déjà terminée, ou a commencé dans un autre navigateur.',
    de: 'Sie hat zu lange gedauert, ist schon abgeschlossen oder begann in einem anderen Browser.',
    en: 'It took too long, was finished already, or began in another browser.',
  },
  action: backToService,
  meaning: 'The return to the authorization endpoint finds no open journey of this browser.',
});

export const UnusableRequest = defineError({
  code: 'FAS-OIDC-REQUEST',
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
  action: backToService,
  meaning: 'The OpenID Connect request is malformed; the audit record says what was wrong.',
});
