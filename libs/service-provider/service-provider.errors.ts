import { defineError } from '#libs/http';

const beginAgain = {
  nl: 'Ga naar het begin en meld u opnieuw aan. Laat uw browser cookies van deze site toe.',
  fr: 'Revenez au début et identifiez-vous à nouveau. Autorisez les cookies de ce site dans votre navigateur.',
  de: 'Gehen Sie zum Anfang und melden Sie sich erneut an. Erlauben Sie Ihrem Browser die Cookies dieser Website.',
  en: 'Go to the start and sign in again. Let your browser keep the cookies of this site.',
};

export const ANSWER_NOT_TAKEN = defineError({
  code: 'SP-ANSWER-REFUSED',
  status: 403,
  title: {
    nl: 'We konden u niet aanmelden',
    fr: 'Nous n’avons pas pu vous identifier',
    de: 'Wir konnten Sie nicht anmelden',
    en: 'We could not sign you in',
  },
  explanation: {
    nl: 'Het antwoord van de aanmelddienst hoort niet bij een aanmelding die in deze browser begon, of is te oud.',
    fr: 'La réponse du service d’identification ne correspond pas à une identification commencée dans ce navigateur, ou elle est trop ancienne.',
    de: 'Die Antwort des Anmeldedienstes gehört nicht zu einer Anmeldung, die in diesem Browser begann, oder sie ist zu alt.',
    en: 'The answer of the sign-in service does not belong to a sign-in that began in this browser, or it is too old.',
  },
  action: beginAgain,
  meaning:
    'A SAML response was refused by one of our own apps; the audit event SamlResponseRefused under the same reference has the reason.',
});

export const SIGN_IN_DECLINED = defineError({
  code: 'SP-SIGN-IN-DECLINED',
  status: 403,
  title: {
    nl: 'U bent niet aangemeld',
    fr: 'Vous n’êtes pas identifié',
    de: 'Sie sind nicht angemeldet',
    en: 'You are not signed in',
  },
  explanation: {
    nl: 'De aanmelding is niet afgemaakt, of uw digitale sleutels zijn niet sterk genoeg voor deze pagina.',
    fr: 'L’identification n’a pas été menée à son terme, ou vos clés numériques ne sont pas assez fortes pour cette page.',
    de: 'Die Anmeldung wurde nicht abgeschlossen, oder Ihre digitalen Schlüssel sind für diese Seite nicht stark genug.',
    en: 'The sign-in was not finished, or your digital keys are not strong enough for this page.',
  },
  action: {
    nl: 'Ga naar het begin en probeer het opnieuw, of kies een andere digitale sleutel.',
    fr: 'Revenez au début et réessayez, ou choisissez une autre clé numérique.',
    de: 'Gehen Sie zum Anfang und versuchen Sie es erneut, oder wählen Sie einen anderen digitalen Schlüssel.',
    en: 'Go to the start and try again, or choose another digital key.',
  },
  meaning:
    'FAS answered with an error status that is not a cancellation; the audit record of FAS has the reason.',
});

export const LOGOUT_NOT_TAKEN = defineError({
  code: 'SP-LOGOUT-NOT-TAKEN',
  status: 400,
  title: {
    nl: 'De afmelding werd niet aanvaard',
    fr: 'La déconnexion n’a pas été acceptée',
    de: 'Die Abmeldung wurde nicht angenommen',
    en: 'The sign-out was not accepted',
  },
  explanation: {
    nl: 'Het bericht komt niet van de aanmelddienst, of is te oud.',
    fr: 'Le message ne vient pas du service d’identification, ou est trop ancien.',
    de: 'Die Nachricht kommt nicht vom Anmeldedienst oder ist zu alt.',
    en: 'The message does not come from the sign-in service, or is too old.',
  },
  action: {
    nl: 'Meld u af in de toepassing zelf.',
    fr: 'Déconnectez-vous dans l’application même.',
    de: 'Melden Sie sich in der Anwendung selbst ab.',
    en: 'Sign out in the application itself.',
  },
  meaning:
    'A LogoutRequest to one of our own apps was refused; the audit event SamlLogoutRefused under the same reference has the reason.',
});
