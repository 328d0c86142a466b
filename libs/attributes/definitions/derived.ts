import type { LocalisedText } from '#libs/kernel';
import { BEYOND_IDENTIFICATION, defineAttribute, LEGAL_BASIS_KINDS } from '../definition.js';

const BOTH_CONTEXTS = ['citizen', 'enterprise'] as const;

/** An answer of yes or no instead of the data behind it. */
const YES_OR_NO = {
  type: 'flag',
  freshness: 'asked-each-time',
  sensitivity: 'personal',
  forSelfRegistered: false,
} as const;

const olderThan = (age: number): { readonly label: LocalisedText; readonly meaning: LocalisedText } => ({
  label: {
    nl: `Of u ${age} jaar of ouder bent`,
    fr: `Si vous avez ${age} ans ou plus`,
    de: `Ob Sie ${age} Jahre oder älter sind`,
    en: `Whether you are ${age} or older`,
  },
  meaning: {
    nl: `Ja of nee: u bent vandaag ${age} jaar of ouder. Uw geboortedatum gaat niet mee.`,
    fr: `Oui ou non : vous avez aujourd’hui ${age} ans ou plus. Votre date de naissance n’est pas transmise.`,
    de: `Ja oder nein: Sie sind heute ${age} Jahre oder älter. Ihr Geburtsdatum wird nicht übermittelt.`,
    en: `Yes or no: today you are ${age} or older. Your date of birth is not handed over.`,
  },
});

const ageFlag = {
  ...YES_OR_NO,
  source: 'national-register',
  legalBases: BEYOND_IDENTIFICATION,
  contexts: BOTH_CONTEXTS,
} as const;

export const over12 = defineAttribute({
  name: 'over12',
  oidcClaim: 'over12',
  samlName: 'over12',
  scope: 'over12',
  ...olderThan(12),
  ...ageFlag,
});
export const over16 = defineAttribute({
  name: 'over16',
  oidcClaim: 'over16',
  samlName: 'over16',
  scope: 'over16',
  ...olderThan(16),
  ...ageFlag,
});
export const over18 = defineAttribute({
  name: 'over18',
  oidcClaim: 'over18',
  samlName: 'over18',
  scope: 'over18',
  ...olderThan(18),
  ...ageFlag,
});
export const over21 = defineAttribute({
  name: 'over21',
  oidcClaim: 'over21',
  samlName: 'over21',
  scope: 'over21',
  ...olderThan(21),
  ...ageFlag,
});

export const alive = defineAttribute({
  name: 'alive',
  oidcClaim: 'alive',
  samlName: 'alive',
  scope: 'alive',
  label: {
    nl: 'Of u in leven bent',
    fr: 'Si vous êtes en vie',
    de: 'Ob Sie am Leben sind',
    en: 'Whether you are alive',
  },
  meaning: {
    nl: 'Ja of nee: het register kent de persoon als in leven.',
    fr: 'Oui ou non : le registre connaît la personne comme étant en vie.',
    de: 'Ja oder nein: Das Register führt die Person als lebend.',
    en: 'Yes or no: the register has the person as alive.',
  },
  ...YES_OR_NO,
  source: 'national-register',
  legalBases: BEYOND_IDENTIFICATION,
  contexts: BOTH_CONTEXTS,
});

export const residentOf = defineAttribute({
  name: 'residentOf',
  oidcClaim: 'residentOf',
  samlName: 'residentOf',
  scope: 'residentof',
  label: {
    nl: 'Of u in de gemeente met NIS-code {parameter} woont',
    fr: 'Si vous habitez la commune au code INS {parameter}',
    de: 'Ob Sie in der Gemeinde mit NIS-Code {parameter} wohnen',
    en: 'Whether you live in the municipality with NIS code {parameter}',
  },
  meaning: {
    nl: 'Ja of nee: uw hoofdverblijfplaats ligt in die gemeente. Uw adres gaat niet mee.',
    fr: 'Oui ou non : votre résidence principale se trouve dans cette commune. Votre adresse n’est pas transmise.',
    de: 'Ja oder nein: Ihr Hauptwohnsitz liegt in dieser Gemeinde. Ihre Adresse wird nicht übermittelt.',
    en: 'Yes or no: your main residence is in that municipality. Your address is not handed over.',
  },
  ...YES_OR_NO,
  source: 'national-register',
  legalBases: BEYOND_IDENTIFICATION,
  contexts: ['citizen'],
  parameter: {
    pattern: /^\d{5}$/,
    meaning: {
      nl: 'NIS-code van de gemeente',
      fr: 'Code INS de la commune',
      de: 'NIS-Code der Gemeinde',
      en: 'NIS code of the municipality',
    },
    open: false,
  },
});

export const representativeOf = defineAttribute({
  name: 'representativeOf',
  oidcClaim: 'representativeOf',
  samlName: 'representativeOf',
  scope: 'representativeof',
  label: {
    nl: 'Of u onderneming {parameter} vertegenwoordigt',
    fr: 'Si vous représentez l’entreprise {parameter}',
    de: 'Ob Sie das Unternehmen {parameter} vertreten',
    en: 'Whether you represent enterprise {parameter}',
  },
  meaning: {
    nl: 'Ja of nee: u hebt vandaag een functie in die onderneming volgens de KBO. Andere ondernemingen gaan niet mee.',
    fr: 'Oui ou non : vous exercez aujourd’hui une fonction dans cette entreprise selon la BCE. Les autres entreprises ne sont pas transmises.',
    de: 'Ja oder nein: Sie haben heute laut ZUD eine Funktion in diesem Unternehmen. Andere Unternehmen werden nicht übermittelt.',
    en: 'Yes or no: today you hold a function in that enterprise according to the KBO. Other enterprises are not handed over.',
  },
  ...YES_OR_NO,
  source: 'enterprise-register',
  legalBases: LEGAL_BASIS_KINDS,
  contexts: BOTH_CONTEXTS,
  parameter: {
    pattern: /^[01]\d{9}$/,
    meaning: {
      nl: 'Ondernemingsnummer, tien cijfers',
      fr: 'Numéro d’entreprise, dix chiffres',
      de: 'Unternehmensnummer, zehn Ziffern',
      en: 'Enterprise number, ten digits',
    },
    open: true,
  },
});
