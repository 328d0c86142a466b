import { defineError } from '#libs/http';

const closeYourself = {
  nl: 'Meld u af in de dienst zelf, of sluit alle vensters van uw browser.',
  fr: 'Déconnectez-vous dans le service même, ou fermez toutes les fenêtres de votre navigateur.',
  de: 'Melden Sie sich im Dienst selbst ab oder schließen Sie alle Fenster Ihres Browsers.',
  en: 'Sign out in the service itself, or close all windows of your browser.',
};

export const UnusableLogoutMessage = defineError({
  code: 'FAS-SAML-LOGOUT',
  status: 400,
  title: {
    nl: 'De afmelding is niet gelukt',
    fr: 'La déconnexion n’a pas réussi',
    de: 'Die Abmeldung ist nicht gelungen',
    en: 'Signing out did not work',
  },
  explanation: {
    nl: 'De dienst stuurde ons een bericht dat niet klopt. Het ligt niet aan u.',
    fr: 'Le service nous a envoyé un message incorrect. Vous n’y êtes pour rien.',
    de: 'Der Dienst hat uns eine fehlerhafte Nachricht geschickt. Es liegt nicht an Ihnen.',
    en: 'The service sent us a message that is not right. It is not your doing.',
  },
  action: closeYourself,
  meaning:
    'A SAML logout message is malformed or meant for another address; the audit record names the rule.',
});

export const StaleLogoutMessage = defineError({
  code: 'FAS-SAML-LOGOUT-USED',
  status: 400,
  title: {
    nl: 'Deze afmelding is niet meer geldig',
    fr: 'Cette déconnexion n’est plus valable',
    de: 'Diese Abmeldung ist nicht mehr gültig',
    en: 'This sign-out is no longer valid',
  },
  explanation: {
    nl: 'Ze werd al gebruikt of is te oud. Dat gebeurt als u teruggaat in uw browser.',
    fr: 'Elle a déjà servi ou est trop ancienne. Cela arrive quand vous revenez en arrière dans votre navigateur.',
    de: 'Sie wurde schon benutzt oder ist zu alt. Das passiert, wenn Sie im Browser zurückgehen.',
    en: 'It was used before, or it is too old. This happens when you go back in your browser.',
  },
  action: closeYourself,
  meaning:
    'A LogoutRequest came twice, is more than three minutes from our time or past its NotOnOrAfter; or a LogoutResponse answers no request of ours that waits for an answer.',
});
