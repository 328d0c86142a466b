import { defineTexts } from '#libs/texts';

export const proveTexts = defineTexts('digital-keys/prove', {
  forgot: {
    nl: 'Gebruikersnaam of wachtwoord vergeten?',
    fr: 'Nom d’utilisateur ou mot de passe oublié ?',
    de: 'Benutzername oder Passwort vergessen?',
    en: 'Forgotten your user name or password?',
  },
  otherKey: {
    nl: 'Een andere sleutel kiezen',
    fr: 'Choisir une autre clé',
    de: 'Einen anderen Schlüssel wählen',
    en: 'Choose another key',
  },
  retry: { nl: 'Opnieuw proberen', fr: 'Réessayer', de: 'Noch einmal versuchen', en: 'Try again' },
  throttledTitle: {
    nl: 'Wacht even voor u opnieuw probeert',
    fr: 'Patientez avant de réessayer',
    de: 'Warten Sie, bevor Sie es noch einmal versuchen',
    en: 'Wait before you try again',
  },
  throttled: {
    nl: 'Er waren te veel pogingen na elkaar. Om uw profiel te beschermen kunt u het pas over {wait} opnieuw proberen.',
    fr: 'Il y a eu trop de tentatives successives. Pour protéger votre profil, vous pourrez réessayer dans {wait}.',
    de: 'Es gab zu viele Versuche hintereinander. Zum Schutz Ihres Profils ist ein neuer Versuch erst möglich in: {wait}.',
    en: 'There were too many attempts in a row. To protect your profile, you can try again in {wait}.',
  },
  throttledAdvice: {
    nl: 'Was u dit niet? Dan blijft uw profiel veilig. U kunt intussen een andere sleutel gebruiken.',
    fr: 'Ce n’était pas vous ? Votre profil reste protégé. Vous pouvez entre-temps utiliser une autre clé.',
    de: 'Waren Sie das nicht? Ihr Profil bleibt geschützt. In der Zwischenzeit können Sie einen anderen Schlüssel verwenden.',
    en: 'Was this not you? Your profile stays safe. In the meantime you can use another key.',
  },
  stoppedTitle: {
    nl: 'Deze sleutel werkt niet meer',
    fr: 'Cette clé ne fonctionne plus',
    de: 'Dieser Schlüssel funktioniert nicht mehr',
    en: 'This key no longer works',
  },
  stopped: {
    nl: 'Er waren te veel foute pogingen. Kies een andere sleutel, of maak deze sleutel opnieuw in Mijn digitale sleutels.',
    fr: 'Il y a eu trop de tentatives erronées. Choisissez une autre clé, ou recréez cette clé dans Mes clés numériques.',
    de: 'Es gab zu viele falsche Versuche. Wählen Sie einen anderen Schlüssel oder richten Sie diesen in Meine digitalen Schlüssel neu ein.',
    en: 'There were too many wrong attempts. Choose another key, or make this key anew in My digital keys.',
  },
  stoppedLink: {
    nl: 'Naar Mijn digitale sleutels',
    fr: 'Vers Mes clés numériques',
    de: 'Zu Meine digitalen Schlüssel',
    en: 'Go to My digital keys',
  },
  neverShare: {
    nl: 'Geef uw wachtwoord en codes aan niemand door. CSAM vraagt er nooit naar per telefoon, sms of e-mail.',
    fr: 'Ne communiquez votre mot de passe et vos codes à personne. CSAM ne les demande jamais par téléphone, SMS ou e-mail.',
    de: 'Geben Sie Ihr Passwort und Ihre Codes niemandem. CSAM fragt nie per Telefon, SMS oder E-Mail danach.',
    en: 'Do not give your password and codes to anyone. CSAM never asks for them by telephone, text message or e-mail.',
  },
  neverShareTitle: {
    nl: 'Alleen van u',
    fr: 'Rien qu’à vous',
    de: 'Nur für Sie',
    en: 'Yours alone',
  },
});
