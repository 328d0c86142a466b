import type { Evaluation } from './evaluation.js';
import type { RefusingEvaluation } from './refusal.js';

/** What a journey asks for next. */
export type Step =
  | { readonly kind: 'choose'; readonly evaluation: Extract<Evaluation, { kind: 'ask' }> }
  | { readonly kind: 'confirm'; readonly evaluation: Extract<Evaluation, { kind: 'confirm' }> }
  | { readonly kind: 'choose-company' }
  | { readonly kind: 'refused'; readonly evaluation: RefusingEvaluation }
  /** `concluded`: by this very step, and to be answered at once. */
  | { readonly kind: 'finish'; readonly concluded?: boolean };
