import { defineTexts } from '#libs/texts';

export const metadataTexts = defineTexts('admin/saml-metadata', {
  sources: {
    nl: 'SAML-metadata inlezen',
    fr: 'Lire des métadonnées SAML',
    de: 'SAML-Metadaten einlesen',
    en: 'Read SAML metadata',
  },
  url: {
    nl: 'Adres van de metadata',
    fr: 'Adresse des métadonnées',
    de: 'Adresse der Metadaten',
    en: 'Address of the metadata',
  },
  urlHint: {
    nl: 'We halen ze hier geregeld opnieuw op, zodat een nieuwe sleutel vanzelf geldt.',
    fr: 'Nous les y relisons régulièrement, de sorte qu’une nouvelle clé vaut d’elle-même.',
    de: 'Wir lesen sie dort regelmäßig neu, so dass ein neuer Schlüssel von selbst gilt.',
    en: 'We read it there again regularly, so that a new key counts by itself.',
  },
  signer: {
    nl: 'Certificaat waarmee de metadata ondertekend is',
    fr: 'Certificat avec lequel les métadonnées sont signées',
    de: 'Zertifikat, mit dem die Metadaten signiert sind',
    en: 'Certificate with which the metadata is signed',
  },
  signerHint: {
    nl: 'Als tekst (PEM). Geef er twee als u binnenkort wisselt.',
    fr: 'Sous forme de texte (PEM). Donnez-en deux si vous en changez bientôt.',
    de: 'Als Text (PEM). Geben Sie zwei an, wenn Sie bald wechseln.',
    en: 'As text (PEM). Give two when you change it soon.',
  },
  fetch: { nl: 'Ophalen', fr: 'Lire à l’adresse', de: 'Abrufen', en: 'Fetch' },
  file: {
    nl: 'Of kies een bestand met SAML-metadata',
    fr: 'Ou choisissez un fichier de métadonnées SAML',
    de: 'Oder wählen Sie eine Datei mit SAML-Metadaten',
    en: 'Or choose a file with SAML metadata',
  },
  readFile: { nl: 'Bestand inlezen', fr: 'Lire le fichier', de: 'Datei einlesen', en: 'Read the file' },
  fromAddress: {
    nl: 'Opgehaald van {url}. Wilt u ze niet meer volgen, kies dan hieronder een bestand.',
    fr: 'Lues à {url}. Si vous ne voulez plus les suivre, choisissez un fichier ci-dessous.',
    de: 'Von {url} abgerufen. Sollen sie nicht mehr verfolgt werden, wählen Sie unten eine Datei.',
    en: 'Fetched from {url}. To follow it no longer, choose a file below.',
  },
  understood: {
    nl: 'Dit lezen we in de metadata',
    fr: 'Voici ce que nous lisons dans les métadonnées',
    de: 'Das lesen wir in den Metadaten',
    en: 'This is what we read in the metadata',
  },
  followed: {
    nl: 'Kijk het na. Het telt zodra u bewaart; daarna volgen we het adres.',
    fr: 'Vérifiez-le. Cela compte dès que vous enregistrez ; ensuite, nous suivons l’adresse.',
    de: 'Prüfen Sie es. Es zählt, sobald Sie speichern; danach folgen wir der Adresse.',
    en: 'Check it. It counts as soon as you save; from then on we follow the address.',
  },
  asItIs: {
    nl: 'Kijk het na. Het telt zodra u bewaart, en blijft zo tot u het vervangt.',
    fr: 'Vérifiez-le. Cela compte dès que vous enregistrez, et reste ainsi jusqu’à ce que vous le remplaciez.',
    de: 'Prüfen Sie es. Es zählt, sobald Sie speichern, und bleibt so, bis Sie es ersetzen.',
    en: 'Check it. It counts as soon as you save, and stays so until you replace it.',
  },
  entityId: { nl: 'Naam (entityID)', fr: 'Nom (entityID)', de: 'Name (entityID)', en: 'Name (entityID)' },
  consumers: {
    nl: 'Adressen voor antwoorden',
    fr: 'Adresses pour les réponses',
    de: 'Adressen für Antworten',
    en: 'Addresses for answers',
  },
  logout: {
    nl: 'Adressen om af te melden',
    fr: 'Adresses de déconnexion',
    de: 'Adressen zum Abmelden',
    en: 'Addresses for signing out',
  },
  signing: {
    nl: 'Certificaten om te ondertekenen',
    fr: 'Certificats de signature',
    de: 'Zertifikate zum Signieren',
    en: 'Certificates to sign with',
  },
  encryption: {
    nl: 'Certificaten om te versleutelen',
    fr: 'Certificats de chiffrement',
    de: 'Zertifikate zum Verschlüsseln',
    en: 'Certificates to encrypt to',
  },
  certificate: {
    nl: 'eindigt op {end}',
    fr: 'se termine le {end}',
    de: 'endet am {end}',
    en: 'ends on {end}',
  },
  requestsSigned: {
    nl: 'Vragen zijn ondertekend',
    fr: 'Les demandes sont signées',
    de: 'Anfragen sind signiert',
    en: 'Requests are signed',
  },
  yes: { nl: 'ja', fr: 'oui', de: 'ja', en: 'yes' },
  no: { nl: 'nee', fr: 'non', de: 'nein', en: 'no' },
  none: { nl: 'geen', fr: 'aucun', de: 'keine', en: 'none' },
  validUntil: { nl: 'Geldig tot', fr: 'Valables jusqu’au', de: 'Gültig bis', en: 'Valid until' },
  noEnd: { nl: 'zonder einde', fr: 'sans fin', de: 'ohne Ende', en: 'without an end' },
});

/** What is wrong with metadata that was read from an address. */
export const metadataProblemTexts = defineTexts('admin/saml-metadata-problems', {
  metadata: {
    nl: 'Dit is geen metadata van een SAML-dienst die we kunnen gebruiken.',
    fr: 'Ce ne sont pas des métadonnées d’un service SAML que nous pouvons utiliser.',
    de: 'Das sind keine Metadaten eines SAML-Dienstes, die wir verwenden können.',
    en: 'This is no metadata of a SAML service that we can use.',
  },
  signature: {
    nl: 'De metadata is niet ondertekend met dit certificaat.',
    fr: 'Les métadonnées ne sont pas signées avec ce certificat.',
    de: 'Die Metadaten sind nicht mit diesem Zertifikat signiert.',
    en: 'The metadata is not signed with this certificate.',
  },
  signer: {
    nl: 'Plak het certificaat als tekst, van BEGIN CERTIFICATE tot END CERTIFICATE.',
    fr: 'Collez le certificat sous forme de texte, de BEGIN CERTIFICATE à END CERTIFICATE.',
    de: 'Fügen Sie das Zertifikat als Text ein, von BEGIN CERTIFICATE bis END CERTIFICATE.',
    en: 'Paste the certificate as text, from BEGIN CERTIFICATE to END CERTIFICATE.',
  },
  validity: {
    nl: 'De metadata zegt niet tot wanneer ze geldt, is verlopen, of geldt te lang (validUntil).',
    fr: 'Les métadonnées ne disent pas jusqu’à quand elles valent, sont périmées, ou valent trop longtemps (validUntil).',
    de: 'Die Metadaten sagen nicht, bis wann sie gelten, sind abgelaufen, oder gelten zu lange (validUntil).',
    en: 'The metadata does not say until when it is valid, has expired, or is valid for too long (validUntil).',
  },
  unreachable: {
    nl: 'Dit adres antwoordt niet, of ligt in een eigen netwerk waar we niet bij kunnen.',
    fr: 'Cette adresse ne répond pas, ou se trouve dans un réseau privé auquel nous n’avons pas accès.',
    de: 'Diese Adresse antwortet nicht, oder sie liegt in einem eigenen Netz, das wir nicht erreichen.',
    en: 'This address does not answer, or lies in a network of your own that we do not reach.',
  },
  notADocument: {
    nl: 'Op dit adres staat geen metadata: het antwoord verwijst door, is een fout, of is geen gewone tekst.',
    fr: 'Il n’y a pas de métadonnées à cette adresse : la réponse renvoie ailleurs, est une erreur ou n’est pas du texte simple.',
    de: 'Unter dieser Adresse stehen keine Metadaten: Die Antwort verweist weiter, ist ein Fehler oder kein einfacher Text.',
    en: 'There is no metadata at this address: the answer leads elsewhere, is an error, or is no plain text.',
  },
  notRead: {
    nl: 'Haal de metadata eerst op, zodat u ziet wat erin staat.',
    fr: 'Lisez d’abord les métadonnées, pour voir ce qu’elles contiennent.',
    de: 'Rufen Sie die Metadaten zuerst ab, damit Sie sehen, was darin steht.',
    en: 'Fetch the metadata first, so that you see what it says.',
  },
});
