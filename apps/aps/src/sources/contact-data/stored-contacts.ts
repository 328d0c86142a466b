import type { FedId } from '#libs/kernel';
import type { PeopleStore } from '#libs/people';
import type { ContactDirectory } from './contact-data.source.js';

export class StoredContacts implements ContactDirectory {
  constructor(private readonly people: PeopleStore) {}

  async confirmedMail(subject: FedId): Promise<string | undefined> {
    const contacts = await this.people.findContacts(subject);
    return contacts.find(({ kind, verified }) => kind === 'mail' && verified)?.value;
  }
}
