import { Injectable } from '@nestjs/common';
import { parsePersonNumber, registerOf, type PersonNumber } from '#libs/kernel';
import { DemoWorld, type Persona } from '#libs/testing';
import type { FunctionalError } from './person-xml.js';

/** The people as the registers know them: those of the demo, with the numbers that were replaced since it began. */
@Injectable()
export class Population {
  private readonly replaced = new Map<string, string>();

  constructor(private readonly world: DemoWorld) {}

  get people(): readonly Persona[] {
    return this.world.people.map((person) => {
      const number = this.replaced.get(person.id);
      return number === undefined
        ? person
        : {
            ...person,
            nationalNumber: number,
            formerNumbers: [...person.formerNumbers, person.nationalNumber],
          };
    });
  }

  /** Gives a person the number that waits for them; false when none does. */
  giveNextNumber(id: string): boolean {
    const next = this.world.people.find((person) => person.id === id)?.nextNumber;
    if (next !== undefined) this.replaced.set(id, next);
    return next !== undefined;
  }
}

/** Whether a register holds the person now. */
export const isIn = (register: 'national' | 'bis', { nationalNumber }: Persona): boolean =>
  registerOf(nationalNumber as PersonNumber) === register;

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
