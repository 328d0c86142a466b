import type { Database, Queryable } from '#libs/database';
import type { FedId, Language } from '#libs/kernel';
import type { PeopleStore } from '#libs/people';
import type { DigitalKeysStore } from '../digital-keys.store.js';
import { isDuplicate } from '../duplicate.js';
import type { RegistrationStore } from './registration.store.js';
import type { DeclaredName, SelfregStore } from './selfreg.store.js';

export interface ProfileMakerParts {
  readonly database: Database;
  readonly registrations: RegistrationStore;
  readonly profiles: SelfregStore;
  readonly people: PeopleStore;
  readonly keys: DigitalKeysStore;
}

/** What a verified registration becomes. */
export interface ProfileToMake {
  readonly registrationId: string;
  readonly mail: string;
  readonly name: DeclaredName;
  readonly passwordHash: string;
  readonly language: Language;
  readonly now: Date;
}

export interface MadeProfile {
  readonly fedId: FedId;
  readonly keyId: string;
  readonly isNew: boolean;
}

/** Makes profiles; where one has the address already, it gets the new password. */
export class ProfileMaker {
  constructor(private readonly the: ProfileMakerParts) {}

  /** Undefined when the registration was finished or expired, or the profile was stopped meanwhile. */
  async make(wanted: ProfileToMake): Promise<MadeProfile | undefined> {
    try {
      return await this.tryMake(wanted);
    } catch (error) {
      // Two registrations of one mailbox at once: the other one made the profile, which is found now.
      if (!isDuplicate(error)) throw error;
      return this.tryMake(wanted);
    }
  }

  private tryMake(wanted: ProfileToMake): Promise<MadeProfile | undefined> {
    return this.the.database.transaction(async (tx) => {
      if (!(await this.the.registrations.take(tx, wanted.registrationId, wanted.now))) return undefined;
      const profiles = this.the.profiles.within(tx);
      const known = await profiles.findByUsername(wanted.mail);
      if (known === undefined) return this.add(tx, wanted);
      if (!known.usable) return undefined;
      await profiles.setHash(known.keyId, wanted.passwordHash);
      return { fedId: known.fedId, keyId: known.keyId, isNew: false };
    });
  }

  private async add(
    tx: Queryable,
    { mail, name, passwordHash, language }: ProfileToMake,
  ): Promise<MadeProfile> {
    const people = this.the.people.within(tx);
    const { fedId } = await people.create({ enrolment: 'self', language });
    await people.addContact(fedId, { kind: 'mail', value: mail, primary: true, verified: true });
    const keyId = await this.the.keys.within(tx).add({ fedId, kind: 'selfreg', enrolment: 'self' });
    await this.the.profiles.within(tx).add(keyId, { mail, name, passwordHash });
    return { fedId, keyId, isNew: true };
  }
}
