export { peopleMigrations } from './people.migrations.js';
export { PeopleStore } from './people.store.js';
export type { Contact, ContactKind, NewPerson, Person, PersonIdentifier, PersonState } from './person.js';
