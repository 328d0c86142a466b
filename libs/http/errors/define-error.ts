import { typeset, type LocalisedText } from '#libs/kernel';

export interface ErrorDefinition {
  /** `FAS-JOURNEY-EXPIRED`: app, then what; shown with the page's reference. */
  readonly code: string;
  /** HTTP status of the answer. */
  readonly status: number;
  /** What happened, in a few words. */
  readonly title: LocalisedText;
  /** Why, as far as it helps the person. */
  readonly explanation: LocalisedText;
  /** What the person can do now. */
  readonly action: LocalisedText;
  /** For support and integrators: when this occurs and what to look at. */
  readonly meaning: string;
}

const catalogue = new Map<string, ErrorDefinition>();

/** Defines an error that people or applications may meet. Throws when the code is taken or malformed. */
export function defineError(definition: ErrorDefinition): ErrorDefinition {
  const { code } = definition;
  if (!/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/.test(code)) throw new Error(`${code} is no code for an error.`);
  if (catalogue.has(code)) throw new Error(`The error ${code} is defined twice.`);
  const { title, explanation, action } = definition;
  const set = {
    ...definition,
    title: typeset(title),
    explanation: typeset(explanation),
    action: typeset(action),
  };
  catalogue.set(code, set);
  return set;
}

/** Every error defined so far, by code, for the documentation. */
export function allErrors(): readonly ErrorDefinition[] {
  return [...catalogue.values()].toSorted((one, other) => one.code.localeCompare(other.code));
}
