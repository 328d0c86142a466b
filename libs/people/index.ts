export { AGREEMENT_VERSION, AgreementsStore, type AcceptedAgreement } from './agreements.store.js';
export { contactLifeMigrations } from './contact-life.migrations.js';
export { ContactsStore, type OwnContact } from './contacts.store.js';
export { PendingContactsStore, type PendingContact } from './pending-contacts.store.js';
export { NameIndex, type NameAndBirth } from './name-index.js';
export { nameIndexMigrations } from './name-index.migrations.js';
export { peopleMigrations } from './people.migrations.js';
export { PeopleStore } from './people.store.js';
export type { Contact, ContactKind, NewPerson, Person, PersonIdentifier, PersonState } from './person.js';
