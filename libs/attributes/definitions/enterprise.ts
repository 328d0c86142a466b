import { defineAttribute, LEGAL_BASIS_KINDS } from '../definition.js';

/** About the enterprise that the person chose at this sign-in, and about no other. */
const OF_ENTERPRISE = {
  freshness: 'asked-each-time',
  sensitivity: 'personal',
  legalBases: LEGAL_BASIS_KINDS,
  contexts: ['enterprise'],
  forSelfRegistered: false,
  ofEnterprise: true,
} as const;

export const enterpriseNumber = defineAttribute({
  name: 'enterpriseNumber',
  oidcClaim: 'enterpriseNumber',
  samlName: 'enterpriseNumber',
  scope: 'enterprise',
  label: {
    nl: 'Ondernemingsnummer',
    fr: 'Numéro d’entreprise',
    de: 'Unternehmensnummer',
    en: 'Enterprise number',
  },
  meaning: {
    nl: 'Het nummer van de onderneming waarvoor u zich aanmeldt.',
    fr: 'Le numéro de l’entreprise pour laquelle vous vous connectez.',
    de: 'Die Nummer des Unternehmens, für das Sie sich anmelden.',
    en: 'The number of the enterprise for which you sign in.',
  },
  type: 'enterprise-number',
  source: 'enterprise-register',
  ...OF_ENTERPRISE,
});

export const enterpriseName = defineAttribute({
  name: 'enterpriseName',
  oidcClaim: 'enterpriseName',
  samlName: 'enterpriseName',
  scope: 'enterprise',
  label: {
    nl: 'Naam van de onderneming',
    fr: 'Nom de l’entreprise',
    de: 'Name des Unternehmens',
    en: 'Name of the enterprise',
  },
  meaning: {
    nl: 'De naam van die onderneming zoals hij in de KBO staat.',
    fr: 'Le nom de cette entreprise tel qu’il figure à la BCE.',
    de: 'Der Name dieses Unternehmens, wie er in der ZUD steht.',
    en: 'The name of that enterprise as it stands in the KBO.',
  },
  type: 'text',
  source: 'enterprise-register',
  ...OF_ENTERPRISE,
});

export const establishmentNumber = defineAttribute({
  name: 'establishmentNumber',
  oidcClaim: 'establishmentNumber',
  samlName: 'establishmentNumber',
  scope: 'enterprise',
  label: {
    nl: 'Nummer van de vestiging',
    fr: 'Numéro de l’établissement',
    de: 'Nummer der Niederlassung',
    en: 'Establishment number',
  },
  meaning: {
    nl: 'Het nummer van de vestiging, als uw rol alleen daar geldt.',
    fr: 'Le numéro de l’établissement, si votre rôle ne vaut que là.',
    de: 'Die Nummer der Niederlassung, wenn Ihre Rolle nur dort gilt.',
    en: 'The number of the establishment unit, when your role holds only there.',
  },
  type: 'establishment-number',
  source: 'enterprise-register',
  ...OF_ENTERPRISE,
});

export const roles = defineAttribute({
  name: 'roles',
  oidcClaim: 'roles',
  samlName: 'roles',
  scope: 'roles',
  label: { nl: 'Uw rollen', fr: 'Vos rôles', de: 'Ihre Rollen', en: 'Your roles' },
  meaning: {
    nl: 'Uw functies en rollen in die onderneming, volgens de KBO en het rollenbeheer.',
    fr: 'Vos fonctions et rôles dans cette entreprise, selon la BCE et la gestion des rôles.',
    de: 'Ihre Funktionen und Rollen in diesem Unternehmen laut ZUD und Rollenverwaltung.',
    en: 'Your functions and roles in that enterprise, according to the KBO and the role administration.',
  },
  type: 'roles',
  source: 'roles',
  ...OF_ENTERPRISE,
});

export const context = defineAttribute({
  name: 'context',
  oidcClaim: 'context',
  samlName: 'urn:be:fedict:iam:attr:context',
  scope: 'enterprise',
  label: {
    nl: 'Of u voor een onderneming optreedt',
    fr: 'Si vous agissez pour une entreprise',
    de: 'Ob Sie für ein Unternehmen auftreten',
    en: 'Whether you act for an enterprise',
  },
  meaning: {
    nl: 'In welke hoedanigheid u zich aanmeldt: als burger of voor een onderneming.',
    fr: 'En quelle qualité vous vous connectez : comme citoyen ou pour une entreprise.',
    de: 'In welcher Eigenschaft Sie sich anmelden: als Bürger oder für ein Unternehmen.',
    en: 'In which quality you sign in: as a citizen or for an enterprise.',
  },
  type: 'code',
  source: 'identity',
  freshness: 'asked-each-time',
  sensitivity: 'personal',
  legalBases: LEGAL_BASIS_KINDS,
  contexts: ['citizen', 'enterprise'],
  forSelfRegistered: true,
});
