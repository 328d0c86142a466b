import { defineTexts } from '#libs/texts';

/** Kinds of failure, and those reasons that have words of their own. */
export const failureTexts = defineTexts('admin/reports/failures', {
  refused: {
    nl: 'Niet aangemeld',
    fr: 'Non identifié',
    de: 'Nicht angemeldet',
    en: 'Not signed in',
  },
  'refused:cancelled': {
    nl: 'De persoon stopte zelf',
    fr: 'La personne a arrêté',
    de: 'Die Person brach ab',
    en: 'The person stopped',
  },
  'refused:interaction-needed': {
    nl: 'Zonder scherm gevraagd, maar er was een scherm nodig',
    fr: 'Demandé sans écran, mais un écran était nécessaire',
    de: 'Ohne Seite verlangt, aber eine war nötig',
    en: 'Asked without a page, but one was needed',
  },
  'refused:sign-in-needed': {
    nl: 'Zonder scherm gevraagd, maar niemand was aangemeld',
    fr: 'Demandé sans écran, mais personne n’était identifié',
    de: 'Ohne Seite verlangt, aber niemand war angemeldet',
    en: 'Asked without a page, but nobody was signed in',
  },
  'refused:level-not-met': {
    nl: 'Sleutel niet sterk genoeg',
    fr: 'Clé pas assez forte',
    de: 'Schlüssel nicht stark genug',
    en: 'Key not strong enough',
  },
  'refused:level-impossible': {
    nl: 'Geen aangeboden sleutel is sterk genoeg',
    fr: 'Aucune clé proposée n’est assez forte',
    de: 'Kein angebotener Schlüssel ist stark genug',
    en: 'No key on offer is strong enough',
  },
  'refused:attribute-unavailable': {
    nl: 'Een bron van gegevens antwoordde niet',
    fr: 'Une source de données n’a pas répondu',
    de: 'Eine Datenquelle antwortete nicht',
    en: 'A source of data did not answer',
  },
  'refused:other-person': {
    nl: 'Iemand anders dan gevraagd',
    fr: 'Une autre personne que demandé',
    de: 'Eine andere Person als verlangt',
    en: 'Another person than asked',
  },
  'proof-refused': {
    nl: 'Sleutel niet aanvaard',
    fr: 'Clé non acceptée',
    de: 'Schlüssel nicht angenommen',
    en: 'Key not accepted',
  },
  'proof-refused:wrong': {
    nl: 'Fout wachtwoord of foute code',
    fr: 'Mot de passe ou code erroné',
    de: 'Falsches Passwort oder falscher Code',
    en: 'Wrong password or code',
  },
  'proof-refused:credentials': {
    nl: 'Foute gebruikersnaam of fout wachtwoord',
    fr: 'Nom d’utilisateur ou mot de passe erroné',
    de: 'Falscher Benutzername oder falsches Passwort',
    en: 'Wrong user name or password',
  },
  'proof-refused:locked': {
    nl: 'Te vaak fout: even gesloten',
    fr: 'Trop d’erreurs : bloqué un moment',
    de: 'Zu oft falsch: kurz gesperrt',
    en: 'Wrong too often: locked for a while',
  },
  'code-not-sent': {
    nl: 'Code niet verstuurd',
    fr: 'Code non envoyé',
    de: 'Code nicht gesendet',
    en: 'Code not sent',
  },
  rejected: {
    nl: 'Vraag van de toepassing geweigerd',
    fr: 'Demande de l’application refusée',
    de: 'Anfrage der Anwendung abgewiesen',
    en: 'Request of the application rejected',
  },
  'logout-not-delivered': {
    nl: 'Afmelding niet bevestigd',
    fr: 'Déconnexion non confirmée',
    de: 'Abmeldung nicht bestätigt',
    en: 'Sign-out not confirmed',
  },
});
