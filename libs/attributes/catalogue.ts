import {
  defineAttribute,
  LEGAL_BASIS_KINDS,
  type AttributeDefinition,
  type LegalBasisKind,
} from './definition.js';

const BOTH_CONTEXTS = ['citizen', 'enterprise'] as const;

/** RR 21/2015 covers the use of the number and what identifies the person, and no other register data. */
const BEYOND_IDENTIFICATION: readonly LegalBasisKind[] = ['RR_OWN', 'LAW', 'PROTOCOL'];

const egovNRN = defineAttribute({
  name: 'egovNRN',
  oidcClaim: 'egovNRN',
  samlName: 'egovNRN',
  scope: 'egovnrn',
  label: {
    nl: 'Rijksregisternummer of BIS-nummer',
    fr: 'Numéro de registre national ou numéro BIS',
    de: 'Nationalregisternummer oder BIS-Nummer',
    en: 'National number or BIS number',
  },
  meaning: {
    nl: 'Het nummer van 11 cijfers waaronder de overheid u kent.',
    fr: 'Le numéro de 11 chiffres sous lequel l’administration vous connaît.',
    de: 'Die Nummer mit 11 Ziffern, unter der die Behörden Sie kennen.',
    en: 'The number of 11 digits by which the government knows you.',
  },
  type: 'person-number',
  source: 'identity',
  freshness: 'as-last-set',
  sensitivity: 'sensitive',
  legalBases: LEGAL_BASIS_KINDS,
  contexts: BOTH_CONTEXTS,
  forSelfRegistered: false,
});

const givenName = defineAttribute({
  name: 'givenName',
  oidcClaim: 'givenName',
  samlName: 'givenName',
  scope: 'profile',
  label: { nl: 'Voornaam', fr: 'Prénom', de: 'Vorname', en: 'Given name' },
  meaning: {
    nl: 'Uw voornamen zoals ze in het Rijksregister staan.',
    fr: 'Vos prénoms tels qu’ils figurent au Registre national.',
    de: 'Ihre Vornamen, wie sie im Nationalregister stehen.',
    en: 'Your given names as they stand in the National Register.',
  },
  type: 'text',
  source: 'national-register',
  freshness: 'asked-each-time',
  sensitivity: 'personal',
  legalBases: LEGAL_BASIS_KINDS,
  contexts: BOTH_CONTEXTS,
  forSelfRegistered: false,
});

const surname = defineAttribute({
  name: 'surname',
  oidcClaim: 'surname',
  samlName: 'surname',
  scope: 'profile',
  label: { nl: 'Naam', fr: 'Nom', de: 'Name', en: 'Surname' },
  meaning: {
    nl: 'Uw familienaam zoals hij in het Rijksregister staat.',
    fr: 'Votre nom de famille tel qu’il figure au Registre national.',
    de: 'Ihr Familienname, wie er im Nationalregister steht.',
    en: 'Your family name as it stands in the National Register.',
  },
  type: 'text',
  source: 'national-register',
  freshness: 'asked-each-time',
  sensitivity: 'personal',
  legalBases: LEGAL_BASIS_KINDS,
  contexts: BOTH_CONTEXTS,
  forSelfRegistered: false,
});

const mail = defineAttribute({
  name: 'mail',
  oidcClaim: 'mail',
  samlName: 'mail',
  scope: 'profile',
  label: { nl: 'E-mailadres', fr: 'Adresse e-mail', de: 'E-Mail-Adresse', en: 'E-mail address' },
  meaning: {
    nl: 'Het e-mailadres dat u bij Mijn digitale sleutels hebt opgegeven en bevestigd.',
    fr: 'L’adresse e-mail que vous avez indiquée et confirmée dans Mes clés numériques.',
    de: 'Die E-Mail-Adresse, die Sie bei Meine digitalen Schlüssel angegeben und bestätigt haben.',
    en: 'The e-mail address that you gave and confirmed in My digital keys.',
  },
  type: 'email',
  source: 'contact-data',
  freshness: 'as-last-set',
  sensitivity: 'personal',
  legalBases: LEGAL_BASIS_KINDS,
  contexts: BOTH_CONTEXTS,
  forSelfRegistered: true,
});

const prefLanguage = defineAttribute({
  name: 'prefLanguage',
  oidcClaim: 'prefLanguage',
  samlName: 'PrefLanguage',
  scope: 'profile',
  label: { nl: 'Voorkeurtaal', fr: 'Langue préférée', de: 'Bevorzugte Sprache', en: 'Preferred language' },
  meaning: {
    nl: 'De taal waarin u aangesproken wilt worden.',
    fr: 'La langue dans laquelle vous souhaitez que l’on s’adresse à vous.',
    de: 'Die Sprache, in der Sie angesprochen werden möchten.',
    en: 'The language in which you wish to be addressed.',
  },
  type: 'language',
  source: 'contact-data',
  freshness: 'as-last-set',
  sensitivity: 'personal',
  legalBases: LEGAL_BASIS_KINDS,
  contexts: BOTH_CONTEXTS,
  forSelfRegistered: true,
});

const fedid = defineAttribute({
  name: 'fedid',
  oidcClaim: 'fedid',
  samlName: 'urn:be:fedict:iam:attr:fedid',
  scope: 'profile',
  label: {
    nl: 'Technisch kenmerk van uw profiel',
    fr: 'Identifiant technique de votre profil',
    de: 'Technische Kennung Ihres Profils',
    en: 'Technical identifier of your profile',
  },
  meaning: {
    nl: 'Een code zonder betekenis waaraan de dienst u een volgende keer herkent.',
    fr: 'Un code sans signification grâce auquel le service vous reconnaît la fois suivante.',
    de: 'Ein Code ohne Bedeutung, an dem der Dienst Sie beim nächsten Mal wiedererkennt.',
    en: 'A code without meaning by which the service knows you again the next time.',
  },
  type: 'person-id',
  source: 'identity',
  freshness: 'as-last-set',
  sensitivity: 'personal',
  legalBases: LEGAL_BASIS_KINDS,
  contexts: BOTH_CONTEXTS,
  forSelfRegistered: true,
});

const birthDate = defineAttribute({
  name: 'birthDate',
  oidcClaim: 'birthDate',
  samlName: 'birthDate',
  scope: 'birthdate',
  label: { nl: 'Geboortedatum', fr: 'Date de naissance', de: 'Geburtsdatum', en: 'Date of birth' },
  meaning: {
    nl: 'Uw officiële geboortedatum. Een onbekende dag of maand blijft weg.',
    fr: 'Votre date de naissance officielle. Un jour ou un mois inconnu est omis.',
    de: 'Ihr offizielles Geburtsdatum. Ein unbekannter Tag oder Monat fehlt.',
    en: 'Your official date of birth. An unknown day or month is left out.',
  },
  type: 'date',
  source: 'national-register',
  freshness: 'asked-each-time',
  sensitivity: 'personal',
  legalBases: BEYOND_IDENTIFICATION,
  contexts: BOTH_CONTEXTS,
  forSelfRegistered: false,
});

const gender = defineAttribute({
  name: 'gender',
  oidcClaim: 'gender',
  samlName: 'gender',
  scope: 'gender',
  label: { nl: 'Geslacht', fr: 'Sexe', de: 'Geschlecht', en: 'Gender' },
  meaning: {
    nl: 'Het geslacht zoals het in het Rijksregister staat.',
    fr: 'Le sexe tel qu’il figure au Registre national.',
    de: 'Das Geschlecht, wie es im Nationalregister steht.',
    en: 'The gender as it stands in the National Register.',
  },
  type: 'code',
  source: 'national-register',
  freshness: 'asked-each-time',
  sensitivity: 'personal',
  legalBases: BEYOND_IDENTIFICATION,
  contexts: ['citizen'],
  forSelfRegistered: false,
});

const address = defineAttribute({
  name: 'address',
  oidcClaim: 'address',
  samlName: 'address',
  scope: 'address',
  label: { nl: 'Adres', fr: 'Adresse', de: 'Adresse', en: 'Address' },
  meaning: {
    nl: 'Uw hoofdverblijfplaats: straat, huisnummer, postcode en gemeente.',
    fr: 'Votre résidence principale : rue, numéro, code postal et commune.',
    de: 'Ihr Hauptwohnsitz: Straße, Hausnummer, Postleitzahl und Gemeinde.',
    en: 'Your main residence: street, house number, postcode and municipality.',
  },
  type: 'text',
  source: 'national-register',
  freshness: 'asked-each-time',
  sensitivity: 'personal',
  legalBases: BEYOND_IDENTIFICATION,
  contexts: ['citizen'],
  forSelfRegistered: false,
});

/** All attributes that a relying party can ask for, in the order in which a person reads them. */
export const ATTRIBUTES = [
  givenName,
  surname,
  egovNRN,
  birthDate,
  gender,
  address,
  mail,
  prefLanguage,
  fedid,
] as const satisfies readonly AttributeDefinition[];

export type AttributeName = (typeof ATTRIBUTES)[number]['name'];

const byName = new Map<string, AttributeDefinition>(
  ATTRIBUTES.map((attribute) => [attribute.name, attribute]),
);
const bySamlName = new Map<string, AttributeDefinition>(
  ATTRIBUTES.map((attribute) => [attribute.samlName, attribute]),
);

export const attributeNamed = (name: string): AttributeDefinition | undefined => byName.get(name);

export const attributeOfSamlName = (samlName: string): AttributeDefinition | undefined =>
  bySamlName.get(samlName);

export const isAttributeName = (name: string): name is AttributeName => byName.has(name);

/** The attributes for which an OIDC scope asks (for example `profile`), as names. */
export function attributesOfScopes(scopes: readonly string[]): AttributeName[] {
  return ATTRIBUTES.filter(({ scope }) => scopes.includes(scope)).map(({ name }) => name);
}
