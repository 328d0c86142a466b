import { LANGUAGES } from '#libs/kernel';
import { SERVICE_PROVIDER_ATTRIBUTES } from '#libs/testing';
import { COMPARISONS, LEVEL_CLASSES, type Comparison } from '../level-class.js';

/** What the visitor chose on the start page. */
export interface SamlOptions {
  readonly levelClass?: string;
  readonly comparison: Comparison;
  readonly forceAuthn: boolean;
  readonly passive: boolean;
  /** AttributeConsumingServiceIndex; absent: the default of the service. */
  readonly attributeSet?: string;
  readonly language?: string;
}

/** Reads the start page's query; whatever is not on offer is left out. */
export function readSamlOptions(query: Readonly<Record<string, string | undefined>>): SamlOptions {
  const levelClass = LEVEL_CLASSES.find((value) => value === query['class']);
  const attributeSet = SERVICE_PROVIDER_ATTRIBUTES.find(({ index }) => String(index) === query['attributes']);
  const language = LANGUAGES.find((value) => value === query['language']);
  return {
    comparison: COMPARISONS.find((value) => value === query['comparison']) ?? 'minimum',
    forceAuthn: query['force'] === 'true',
    passive: query['passive'] === 'true',
    ...(levelClass !== undefined && { levelClass }),
    ...(attributeSet !== undefined && { attributeSet: String(attributeSet.index) }),
    ...(language !== undefined && { language }),
  };
}
