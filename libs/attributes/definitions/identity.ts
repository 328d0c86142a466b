import { defineAttribute, LEGAL_BASIS_KINDS } from '../definition.js';

const BOTH_CONTEXTS = ['citizen', 'enterprise'] as const;

export const egovNRN = defineAttribute({
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

export const fedid = defineAttribute({
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
