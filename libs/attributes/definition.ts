import { typeset, type LocalisedText } from '#libs/kernel';
import type { Context } from '#libs/loa';

/** Where a value comes from. One folder of the APS plays each source. */
export type AttributeSourceName =
  'identity' | 'national-register' | 'bis-register' | 'contact-data' | 'enterprise-register' | 'roles';

/**
 * The legal grounds on which an agency may receive personal data: its own national-register authorisation,
 * its accession to the general authorisation RR 21/2015, a law, or a protocol agreement (law of 30 July 2018).
 */
export type LegalBasisKind = 'RR_OWN' | 'RR_21_2015' | 'LAW' | 'PROTOCOL';

export const LEGAL_BASIS_KINDS: readonly LegalBasisKind[] = ['RR_OWN', 'RR_21_2015', 'LAW', 'PROTOCOL'];

/** RR 21/2015 covers the use of the number and what identifies the person, and no other register data. */
export const BEYOND_IDENTIFICATION: readonly LegalBasisKind[] = ['RR_OWN', 'LAW', 'PROTOCOL'];

/** How current a value is: asked from its source for this very request, or as its owner last set it with us. */
export type Freshness = 'asked-each-time' | 'as-last-set';

/** `flag` is `true` or `false`; `roles` is a JSON list, see `Role`. */
export type AttributeType =
  | 'text'
  | 'date'
  | 'code'
  | 'email'
  | 'language'
  | 'person-number'
  | 'person-id'
  | 'flag'
  | 'enterprise-number'
  | 'establishment-number'
  | 'roles';

/** What an attribute is about besides the person: `residentOf:21004` asks about one municipality. */
export interface AttributeParameter {
  readonly pattern: RegExp;
  /** For documents: what is filled in. */
  readonly meaning: LocalisedText;
  /** true: any value may be asked when the attribute alone is in the dossier; false: the dossier names the values. */
  readonly open: boolean;
}

export interface AttributeDefinition {
  /** Our own name for it, which the APS contract and an application's dossier use. */
  readonly name: string;
  readonly oidcClaim: string;
  readonly samlName: string;
  /** The OIDC scope that asks for it. */
  readonly scope: string;
  /** A few words for a list that a citizen reads. `{parameter}` stands for what is filled in. */
  readonly label: LocalisedText;
  /** A sentence that says what exactly is handed over. */
  readonly meaning: LocalisedText;
  readonly type: AttributeType;
  readonly source: AttributeSourceName;
  readonly freshness: Freshness;
  readonly sensitivity: 'personal' | 'sensitive';
  /** The kinds of legal basis that can cover it; a basis of another kind never does. */
  readonly legalBases: readonly LegalBasisKind[];
  readonly contexts: readonly Context[];
  /** false: only a person whose identity an authority has established has it. */
  readonly forSelfRegistered: boolean;
  readonly parameter?: AttributeParameter;
  /** It is about the enterprise for which the person signs in, so one must have been chosen. */
  readonly ofEnterprise?: boolean;
}

/** Declares an attribute. Every screen, document, claim and decision about it is made from this one record. */
export function defineAttribute<const D extends AttributeDefinition>(definition: D): D {
  const { label, meaning, parameter } = definition;
  return Object.freeze({
    ...definition,
    label: typeset(label),
    meaning: typeset(meaning),
    ...(parameter && { parameter: { ...parameter, meaning: typeset(parameter.meaning) } }),
  });
}
