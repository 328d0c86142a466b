import type { ApplicationsStore } from '#libs/agencies';
import type { FedId } from '#libs/kernel';
import type { PeopleStore } from '#libs/people';
import type { ApplicationDirectory, PublishedTo, Subject, SubjectDirectory } from './directories.js';

/** Identifiers of applications are UUIDs; anything else is unknown without asking the database. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export class StoredApplications implements ApplicationDirectory {
  constructor(private readonly applications: ApplicationsStore) {}

  async find(id: string): Promise<PublishedTo | undefined> {
    const application = UUID.test(id) ? await this.applications.find(id) : undefined;
    if (application === undefined) return undefined;
    const { agency, state, environment, contexts, attributes, authorisation } = application;
    return {
      id,
      agency: agency.number,
      active: state === 'active',
      entitled: { environment, contexts, attributes, authorisation },
    };
  }
}

export class StoredSubjects implements SubjectDirectory {
  constructor(private readonly people: PeopleStore) {}

  async find(fedId: FedId): Promise<Subject | undefined> {
    const found = await this.people.findWithNumber(fedId);
    if (found === undefined) return undefined;
    const { person, number } = found;
    return {
      active: person.state === 'active',
      enrolment: person.enrolment,
      preferredLanguage: person.language,
      ...(number && { number: { register: number.register, value: number.number } }),
    };
  }
}
