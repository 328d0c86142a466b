import { CHANGING_PEOPLE } from './changing-people.js';
import { CITIZENS } from './citizens.js';
import type { Persona } from './persona.js';
import { STAFF } from './staff.js';
import { UNUSUAL_PEOPLE } from './unusual-people.js';

/** Everyone in the demo world, and in tests; the one place people come from. */
export const personas: readonly Persona[] = [...CITIZENS, ...UNUSUAL_PEOPLE, ...CHANGING_PEOPLE, ...STAFF];

/** Full name as a person writes it: all given names, then the surname. */
export function fullName(person: Pick<Persona, 'givenNames' | 'surname'>): string {
  return [...person.givenNames, person.surname].join(' ');
}
