import { parsePersonNumber } from '#libs/kernel';
import type { Persona } from '#libs/testing';
import type { FunctionalError } from './person-xml.js';

export type LookUp =
  | { readonly kind: 'found'; readonly person: Persona }
  | { readonly kind: 'error'; readonly error: FunctionalError };

const error = (code: FunctionalError['code'], description: string): LookUp => ({
  kind: 'error',
  error: { code, description },
});

/** Looks a number up among the people of the demo, as the register would. */
export function lookUp(number: string, people: readonly Persona[], today: Date): LookUp {
  if (parsePersonNumber(number, { today }).kind === 'invalid') {
    return error('PERSON_NUMBER_INVALID', 'The number does not pass its check');
  }
  const person = people.find(({ nationalNumber }) => nationalNumber === number);
  if (person !== undefined) return { kind: 'found', person };
  if (people.some(({ formerNumbers }) => formerNumbers.includes(number))) {
    return error('PERSON_NUMBER_REPLACED', 'The number was replaced by another one');
  }
  return error('PERSON_NOT_FOUND', 'No person has this number');
}
