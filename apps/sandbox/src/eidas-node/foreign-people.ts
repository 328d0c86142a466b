import { fullName, type DemoPerson } from '#libs/testing';

/** Somebody with a means of another country. */
export interface ForeignPerson {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  readonly country: string;
  /** <country of the person>/<country that asks>/<identifier there>. */
  readonly identifier: string;
  /** Number by which Belgium knows the person; absent when it does not. */
  readonly number?: string;
}

/** Who of the invented world has such a means, and of which country. */
const COUNTRIES: Readonly<Record<string, { code: string; name: string } | undefined>> = {
  'hakim-hazelnoot': { code: 'PT', name: 'Portugal' },
  'nele-nieuwnummer': { code: 'NL', name: 'Netherlands' },
  'yara-zonderdatum': { code: 'EE', name: 'Estonia' },
};

/** Nobody in Belgium knows her. */
const STRANGER: ForeignPerson = {
  id: 'ana-sem-numero',
  name: 'Ana Sem Número',
  givenName: 'Ana',
  surname: 'Sem Número',
  country: 'Portugal',
  identifier: 'PT/BE/90000001',
};

export function foreignPeople(people: readonly DemoPerson[]): ForeignPerson[] {
  const known = people.flatMap((person, index) => {
    const country = COUNTRIES[person.id];
    if (country === undefined) return [];
    return [
      {
        id: person.id,
        name: fullName(person),
        givenName: person.givenNames.join(' '),
        surname: person.surname,
        country: country.name,
        identifier: `${country.code}/BE/${10_000_000 + index}`,
        number: person.nationalNumber,
      },
    ];
  });
  return [...known, STRANGER];
}
