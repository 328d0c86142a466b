import { defineTexts } from '#libs/texts';

export const signedOutTexts = defineTexts('fas/signed-out', {
  confirmTitle: {
    nl: 'Wilt u zich overal afmelden?',
    fr: 'Voulez-vous vous déconnecter partout ?',
    de: 'Möchten Sie sich überall abmelden?',
    en: 'Do you want to sign out everywhere?',
  },
  confirm: {
    nl: 'U bent met één aanmelding in deze diensten. Als u zich afmeldt, gebeurt dat in al deze diensten.',
    fr: 'Une seule identification vous donne accès à ces services. Vous serez déconnecté de chacun d’eux.',
    de: 'Sie nutzen diese Dienste mit einer einzigen Anmeldung. Sie werden bei allen abgemeldet.',
    en: 'You use these services with one sign-in. Signing out happens in all of them.',
  },
  confirmNone: {
    nl: 'Uw aanmelding bij CSAM wordt beëindigd.',
    fr: 'Votre session CSAM sera terminée.',
    de: 'Ihre Anmeldung bei CSAM wird beendet.',
    en: 'Your CSAM session will end.',
  },
  services: { nl: 'Diensten', fr: 'Services', de: 'Dienste', en: 'Services' },
  signOut: { nl: 'Afmelden', fr: 'Se déconnecter', de: 'Abmelden', en: 'Sign out' },
  stay: {
    nl: 'Aangemeld blijven',
    fr: 'Rester connecté',
    de: 'Angemeldet bleiben',
    en: 'Stay signed in',
  },
  doneTitle: {
    nl: 'U bent afgemeld',
    fr: 'Vous êtes déconnecté',
    de: 'Sie sind abgemeldet',
    en: 'You are signed out',
  },
  done: {
    nl: 'Uw aanmelding bij CSAM is beëindigd.',
    fr: 'Votre session CSAM est terminée.',
    de: 'Ihre Anmeldung bei CSAM ist beendet.',
    en: 'Your CSAM session has ended.',
  },
  partialTitle: {
    nl: 'U bent nog niet overal afgemeld',
    fr: 'Vous n’êtes pas encore déconnecté partout',
    de: 'Sie sind noch nicht überall abgemeldet',
    en: 'You are not yet signed out everywhere',
  },
  partial: {
    nl: 'Bij CSAM bent u afgemeld, maar niet elke dienst heeft dat bevestigd.',
    fr: 'Vous êtes déconnecté de CSAM, mais tous les services ne l’ont pas confirmé.',
    de: 'Bei CSAM sind Sie abgemeldet, aber nicht jeder Dienst hat das bestätigt.',
    en: 'You are signed out of CSAM, but not every service has confirmed it.',
  },
  partialAction: {
    nl: 'Sluit alle vensters van uw browser, zeker op een toestel dat anderen ook gebruiken.',
    fr: 'Fermez toutes les fenêtres de votre navigateur, surtout sur un appareil partagé.',
    de: 'Schließen Sie alle Fenster Ihres Browsers, vor allem auf einem Gerät, das auch andere nutzen.',
    en: 'Close all windows of your browser, above all on a device that others use too.',
  },
  sharedDevice: {
    nl: 'Op een toestel dat anderen ook gebruiken, sluit u ook het best de browser.',
    fr: 'Sur un appareil partagé, fermez aussi le navigateur.',
    de: 'Schließen Sie auf einem gemeinsam genutzten Gerät am besten auch den Browser.',
    en: 'On a device that others use too, it is best to close the browser as well.',
  },
  confirmed: { nl: 'afgemeld', fr: 'déconnecté', de: 'abgemeldet', en: 'signed out' },
  unconfirmed: {
    nl: 'geen bevestiging gekregen',
    fr: 'pas de confirmation reçue',
    de: 'keine Bestätigung erhalten',
    en: 'no confirmation received',
  },
});
