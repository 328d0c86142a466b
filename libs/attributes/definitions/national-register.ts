import { BEYOND_IDENTIFICATION, defineAttribute, LEGAL_BASIS_KINDS } from '../definition.js';

const BOTH_CONTEXTS = ['citizen', 'enterprise'] as const;

export const givenName = defineAttribute({
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

export const surname = defineAttribute({
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

export const birthDate = defineAttribute({
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

export const gender = defineAttribute({
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

export const address = defineAttribute({
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
