import type { PasswordStore } from '#libs/digital-keys';
import type { FedId } from '#libs/kernel';
import type { NameIndex, PeopleStore } from '#libs/people';
import type { PersonSearch } from './person-search.js';

export interface PersonFinderParts {
  readonly people: PeopleStore;
  readonly passwords: PasswordStore;
  readonly names: NameIndex;
}

/** Finds people by keyed hashes only: no list of people can be read by looking. */
export class PersonFinder {
  constructor(private readonly the: PersonFinderParts) {}

  /** One at most, but for people with the same name who were born on the same day. */
  async find(search: PersonSearch): Promise<readonly FedId[]> {
    switch (search.by) {
      case 'number':
        return one((await this.the.people.findByNumber(search.number))?.fedId);
      case 'mail':
        return one((await this.the.people.findByMail(search.mail))?.fedId);
      case 'username':
        return one(await this.the.passwords.ownerOf(search.username));
      case 'name':
        return this.the.names.find(search);
    }
  }
}

const one = (fedId: FedId | undefined): readonly FedId[] => (fedId === undefined ? [] : [fedId]);
