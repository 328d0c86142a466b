import { defineTexts } from '#libs/texts';

/** Names of the digital keys, as citizens know them from the service itself. */
export const keyNameTexts = defineTexts('ui/key-names', {
  eid: {
    nl: 'eID-kaart met kaartlezer',
    fr: 'Carte eID avec lecteur de carte',
    de: 'eID-Karte mit Kartenleser',
    en: 'eID card with card reader',
  },
  itsme: { nl: 'itsme', fr: 'itsme', de: 'itsme', en: 'itsme' },
  eidas: {
    nl: 'Europees erkend inlogmiddel',
    fr: 'Identification électronique reconnue au plan européen',
    de: 'Europäisch anerkanntes Anmeldemittel',
    en: 'Recognised European electronic ID',
  },
  passkey: { nl: 'Passkey', fr: 'Clé d’accès (passkey)', de: 'Passkey', en: 'Passkey' },
  totp: {
    nl: 'Beveiligingscode via mobiele app',
    fr: 'Code de sécurité via application mobile',
    de: 'Sicherheitscode über mobile App',
    en: 'Security code via mobile app',
  },
  sms: {
    nl: 'Beveiligingscode via sms',
    fr: 'Code de sécurité via SMS',
    de: 'Sicherheitscode per SMS',
    en: 'Security code via text message',
  },
  certificate: {
    nl: 'Persoonlijk certificaat',
    fr: 'Certificat personnel',
    de: 'Persönliches Zertifikat',
    en: 'Personal certificate',
  },
  token: {
    nl: 'Kaart met codes (token)',
    fr: 'Carte de codes (token)',
    de: 'Karte mit Codes (Token)',
    en: 'Card with codes (token)',
  },
  email: {
    nl: 'Beveiligingscode via e-mail',
    fr: 'Code de sécurité via e-mail',
    de: 'Sicherheitscode per E-Mail',
    en: 'Security code via e-mail',
  },
  password: {
    nl: 'Gebruikersnaam en wachtwoord',
    fr: 'Nom d’utilisateur et mot de passe',
    de: 'Benutzername und Passwort',
    en: 'User name and password',
  },
  selfreg: {
    nl: 'Profiel dat u zelf hebt gemaakt',
    fr: 'Profil que vous avez créé vous-même',
    de: 'Selbst erstelltes Profil',
    en: 'Profile you created yourself',
  },
});

/** What the person needs at hand. */
export const keyAboutTexts = defineTexts('ui/key-about', {
  eid: {
    nl: 'Uw identiteitskaart, een kaartlezer en uw pincode',
    fr: 'Votre carte d’identité, un lecteur de carte et votre code PIN',
    de: 'Ihr Personalausweis, ein Kartenleser und Ihr PIN-Code',
    en: 'Your identity card, a card reader and your PIN',
  },
  itsme: {
    nl: 'De app op uw telefoon en uw itsme-code',
    fr: 'L’application sur votre téléphone et votre code itsme',
    de: 'Die App auf Ihrem Telefon und Ihr itsme-Code',
    en: 'The app on your phone and your itsme code',
  },
  eidas: {
    nl: 'De digitale identiteit van een ander Europees land',
    fr: 'L’identité numérique d’un autre pays européen',
    de: 'Die digitale Identität eines anderen europäischen Landes',
    en: 'The digital identity of another European country',
  },
  passkey: {
    nl: 'Het toestel of de sleutel waarop u uw passkey bewaart',
    fr: 'L’appareil ou la clé où se trouve votre clé d’accès',
    de: 'Das Gerät oder der Schlüssel mit Ihrem Passkey',
    en: 'The device or key that holds your passkey',
  },
  totp: {
    nl: 'Gebruikersnaam, wachtwoord en een code uit uw app',
    fr: 'Nom d’utilisateur, mot de passe et un code de votre application',
    de: 'Benutzername, Passwort und ein Code aus Ihrer App',
    en: 'User name, password and a code from your app',
  },
  sms: {
    nl: 'Gebruikersnaam, wachtwoord en een code die u per sms krijgt',
    fr: 'Nom d’utilisateur, mot de passe et un code reçu par SMS',
    de: 'Benutzername, Passwort und ein Code, den Sie per SMS erhalten',
    en: 'User name, password and a code you receive by text message',
  },
  certificate: {
    nl: 'Gebruikersnaam, wachtwoord en uw certificaat',
    fr: 'Nom d’utilisateur, mot de passe et votre certificat',
    de: 'Benutzername, Passwort und Ihr Zertifikat',
    en: 'User name, password and your certificate',
  },
  token: {
    nl: 'Gebruikersnaam, wachtwoord en uw kaart met 24 codes',
    fr: 'Nom d’utilisateur, mot de passe et votre carte de 24 codes',
    de: 'Benutzername, Passwort und Ihre Karte mit 24 Codes',
    en: 'User name, password and your card with 24 codes',
  },
  email: {
    nl: 'Gebruikersnaam, wachtwoord en een code die u per e-mail krijgt',
    fr: 'Nom d’utilisateur, mot de passe et un code reçu par e-mail',
    de: 'Benutzername, Passwort und ein Code, den Sie per E-Mail erhalten',
    en: 'User name, password and a code you receive by e-mail',
  },
  password: {
    nl: 'Zonder extra code: minder goed beveiligd',
    fr: 'Sans code supplémentaire : moins bien protégé',
    de: 'Ohne zusätzlichen Code: weniger gut geschützt',
    en: 'Without an extra code: less well protected',
  },
  service: {
    nl: 'Een dienst die de overheid erkent: u bevestigt daar wie u bent',
    fr: 'Un service reconnu par les autorités : vous y confirmez votre identité',
    de: 'Ein vom Staat anerkannter Dienst: Dort bestätigen Sie, wer Sie sind',
    en: 'A service that the government recognises: there you confirm who you are',
  },
  selfreg: {
    nl: 'Het e-mailadres en het wachtwoord van uw profiel',
    fr: 'L’adresse e-mail et le mot de passe de votre profil',
    de: 'E-Mail-Adresse und Passwort Ihres Profils',
    en: 'The e-mail address and password of your profile',
  },
});

export const keyTileTexts = defineTexts('ui/key-tiles', {
  strength: {
    nl: 'Betrouwbaarheid:',
    fr: 'Niveau de garantie :',
    de: 'Sicherheitsniveau:',
    en: 'Assurance level:',
  },
  usedLast: {
    nl: 'Laatst gebruikt in deze browser',
    fr: 'Dernière clé utilisée dans ce navigateur',
    de: 'Zuletzt in diesem Browser verwendet',
    en: 'Last used in this browser',
  },
  basic: { nl: 'basis', fr: 'de base', de: 'Basis', en: 'basic' },
  low: { nl: 'laag', fr: 'faible', de: 'niedrig', en: 'low' },
  substantial: { nl: 'substantieel', fr: 'substantiel', de: 'substanziell', en: 'substantial' },
  high: { nl: 'hoog', fr: 'élevé', de: 'hoch', en: 'high' },
  'too-weak': {
    nl: 'Niet sterk genoeg voor deze dienst.',
    fr: 'Pas assez sûre pour ce service.',
    de: 'Für diesen Dienst nicht stark genug.',
    en: 'Not strong enough for this service.',
  },
  'too-strong': {
    nl: 'Deze dienst vraagt uitdrukkelijk een andere sleutel.',
    fr: 'Ce service demande expressément une autre clé.',
    de: 'Dieser Dienst verlangt ausdrücklich einen anderen Schlüssel.',
    en: 'This service expressly asks for another key.',
  },
  'not-for-this-service': {
    nl: 'Deze dienst aanvaardt deze sleutel niet.',
    fr: 'Ce service n’accepte pas cette clé.',
    de: 'Dieser Dienst akzeptiert diesen Schlüssel nicht.',
    en: 'This service does not accept this key.',
  },
  'not-as-citizen': {
    nl: 'Met deze sleutel kunt u hier niet voor uzelf handelen.',
    fr: 'Avec cette clé, vous ne pouvez pas agir ici pour vous-même.',
    de: 'Mit diesem Schlüssel können Sie hier nicht für sich selbst handeln.',
    en: 'You cannot act for yourself here with this key.',
  },
  'not-as-enterprise': {
    nl: 'Met deze sleutel kunt u niet voor een onderneming handelen.',
    fr: 'Avec cette clé, vous ne pouvez pas agir pour une entreprise.',
    de: 'Mit diesem Schlüssel können Sie nicht für ein Unternehmen handeln.',
    en: 'You cannot act for an enterprise with this key.',
  },
  'out-of-service': {
    nl: 'Tijdelijk buiten dienst. Probeer het later opnieuw.',
    fr: 'Temporairement hors service. Réessayez plus tard.',
    de: 'Vorübergehend außer Betrieb. Versuchen Sie es später noch einmal.',
    en: 'Temporarily out of service. Try again later.',
  },
});
