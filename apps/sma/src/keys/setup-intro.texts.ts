import type { KeyKind } from '#libs/loa';
import { defineTexts } from '#libs/texts';

const EXPLAINED = ['password', 'totp', 'token', 'sms', 'email', 'certificate', 'passkey'] as const;
export type ExplainedKind = (typeof EXPLAINED)[number];

export const isExplained = (kind: KeyKind): kind is ExplainedKind => EXPLAINED.some((one) => one === kind);

export const setupIntroTexts = defineTexts('sma/setup-intro', {
  'password-need': {
    nl: 'Niets. Een wachtwoordbeheerder helpt, maar moet niet.',
    fr: 'Rien. Un gestionnaire de mots de passe aide, mais n’est pas obligatoire.',
    de: 'Nichts. Ein Passwortmanager hilft, ist aber nicht nötig.',
    en: 'Nothing. A password manager helps, but you do not need one.',
  },
  'password-happens': {
    nl: 'U kiest een wachtwoord. Alleen opent het weinig diensten; samen met een code opent het er veel meer.',
    fr: 'Vous choisissez un mot de passe. Seul, il ouvre peu de services ; avec un code, il en ouvre bien plus.',
    de: 'Sie wählen ein Passwort. Allein öffnet es wenige Dienste; zusammen mit einem Code viel mehr.',
    en: 'You choose a password. Alone it opens few services; together with a code it opens many more.',
  },
  'totp-need': {
    nl: 'Een telefoon of tablet met een app die codes maakt, bijvoorbeeld Aegis, FreeOTP, Google Authenticator of Microsoft Authenticator.',
    fr: 'Un téléphone ou une tablette avec une application qui crée des codes, par exemple Aegis, FreeOTP, Google Authenticator ou Microsoft Authenticator.',
    de: 'Ein Telefon oder Tablet mit einer App, die Codes erstellt, zum Beispiel Aegis, FreeOTP, Google Authenticator oder Microsoft Authenticator.',
    en: 'A phone or tablet with an app that makes codes, for example Aegis, FreeOTP, Google Authenticator or Microsoft Authenticator.',
  },
  'totp-happens': {
    nl: 'Wij tonen een QR-code. U scant hem met de app en typt de code die de app toont. Daarna werkt de sleutel.',
    fr: 'Nous affichons un code QR. Vous le scannez avec l’application et tapez le code affiché. Ensuite, la clé fonctionne.',
    de: 'Wir zeigen einen QR-Code. Sie scannen ihn mit der App und geben den Code der App ein. Danach funktioniert der Schlüssel.',
    en: 'We show a QR code. You scan it with the app and type the code that the app shows. Then the key works.',
  },
  'token-need': {
    nl: 'Een printer, of pen en papier, en een veilige plek om de kaart te bewaren.',
    fr: 'Une imprimante, ou un stylo et du papier, et un endroit sûr pour garder la carte.',
    de: 'Ein Drucker oder Stift und Papier und ein sicherer Ort für die Karte.',
    en: 'A printer, or pen and paper, and a safe place to keep the card.',
  },
  'token-happens': {
    nl: 'Wij tonen een kaart met 24 codes, één keer. U drukt hem af en typt één code over. Een vorige kaart werkt dan niet meer.',
    fr: 'Nous affichons une carte de 24 codes, une seule fois. Vous l’imprimez et recopiez un code. La carte précédente ne fonctionne alors plus.',
    de: 'Wir zeigen einmal eine Karte mit 24 Codes. Sie drucken sie aus und geben einen Code ein. Eine frühere Karte gilt dann nicht mehr.',
    en: 'We show a card with 24 codes, once. You print it and type one code. A card that you had before then stops working.',
  },
  'sms-need': {
    nl: 'Uw telefoon bij de hand. Codes per sms zijn minder veilig dan een app: wie uw nummer overneemt, krijgt uw codes. Zet er dus ook een app naast.',
    fr: 'Votre téléphone à portée de main. Les codes par SMS sont moins sûrs qu’une application : qui prend votre numéro reçoit vos codes. Ajoutez donc aussi une application.',
    de: 'Ihr Telefon. Codes per SMS sind weniger sicher als eine App: Wer Ihre Nummer übernimmt, bekommt Ihre Codes. Fügen Sie darum auch eine App hinzu.',
    en: 'Your phone at hand. Codes by text message are less safe than an app: whoever takes over your number gets your codes. So add an app as well.',
  },
  'sms-happens': {
    nl: 'Wij sturen een code naar uw eerste telefoonnummer. U typt hem hier in. Daarna werkt de sleutel.',
    fr: 'Nous envoyons un code à votre premier numéro de téléphone. Vous le tapez ici. Ensuite, la clé fonctionne.',
    de: 'Wir schicken einen Code an Ihre erste Telefonnummer. Sie geben ihn hier ein. Danach funktioniert der Schlüssel.',
    en: 'We send a code to your first phone number. You type it here. Then the key works.',
  },
  'email-need': {
    nl: 'U moet nu uw e-mail kunnen lezen.',
    fr: 'Vous devez pouvoir lire vos e-mails maintenant.',
    de: 'Sie müssen jetzt Ihre E-Mails lesen können.',
    en: 'You must be able to read your e-mail now.',
  },
  'email-happens': {
    nl: 'Wij sturen een code naar uw eerste e-mailadres. U typt hem hier in. Daarna werkt de sleutel.',
    fr: 'Nous envoyons un code à votre première adresse e-mail. Vous le tapez ici. Ensuite, la clé fonctionne.',
    de: 'Wir schicken einen Code an Ihre erste E-Mail-Adresse. Sie geben ihn hier ein. Danach funktioniert der Schlüssel.',
    en: 'We send a code to your first e-mail address. You type it here. Then the key works.',
  },
  'certificate-need': {
    nl: 'Een persoonlijk certificaat van een erkende uitgever, in uw browser of op een kaart.',
    fr: 'Un certificat personnel d’un émetteur reconnu, dans votre navigateur ou sur une carte.',
    de: 'Ein persönliches Zertifikat eines anerkannten Ausstellers, im Browser oder auf einer Karte.',
    en: 'A personal certificate of a recognised issuer, in your browser or on a card.',
  },
  'certificate-happens': {
    nl: 'Uw browser vraagt welk certificaat u wilt tonen. Wij kijken of het geldig is en van u is.',
    fr: 'Votre navigateur demande quel certificat vous voulez présenter. Nous vérifions qu’il est valable et à vous.',
    de: 'Ihr Browser fragt, welches Zertifikat Sie zeigen möchten. Wir prüfen, ob es gültig ist und Ihnen gehört.',
    en: 'Your browser asks which certificate to show. We check that it is valid and yours.',
  },
  fileTitle: {
    nl: 'Kan uw browser uw certificaat niet tonen?',
    fr: 'Votre navigateur ne peut pas présenter votre certificat ?',
    de: 'Kann Ihr Browser Ihr Zertifikat nicht zeigen?',
    en: 'Can your browser not show your certificate?',
  },
  file: {
    nl: 'Geef het dan als bestand. U bewijst met het programma openssl dat het van u is. Uw IT-dienst kan helpen.',
    fr: 'Donnez-le en fichier. Vous prouvez avec le programme openssl qu’il est à vous. Votre service informatique peut vous aider.',
    de: 'Geben Sie es als Datei. Mit dem Programm openssl zeigen Sie, dass es Ihres ist. Ihre IT-Abteilung kann helfen.',
    en: 'Then give it as a file. You prove with the program openssl that it is yours. Your IT service can help.',
  },
  fileBegin: {
    nl: 'Als bestand geven',
    fr: 'Donner en fichier',
    de: 'Als Datei geben',
    en: 'Give it as a file',
  },
  'passkey-need': {
    nl: 'Een toestel met vingerafdruk, gezicht of pincode, of een beveiligingssleutel.',
    fr: 'Un appareil avec empreinte, visage ou code, ou une clé de sécurité.',
    de: 'Ein Gerät mit Fingerabdruck, Gesicht oder PIN, oder einen Sicherheitsschlüssel.',
    en: 'A device with fingerprint, face or PIN, or a security key.',
  },
  'passkey-happens': {
    nl: 'Uw toestel maakt een passkey en bewaart hem. U hoeft geen code meer te typen.',
    fr: 'Votre appareil crée une passkey et la garde. Vous ne devez plus taper de code.',
    de: 'Ihr Gerät erstellt einen Passkey und behält ihn. Sie müssen keinen Code mehr eingeben.',
    en: 'Your device makes a passkey and keeps it. You no longer type a code.',
  },
});
