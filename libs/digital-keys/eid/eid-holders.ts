import type { Database } from '#libs/database';
import type { PeopleStore } from '#libs/people';
import { KeyHolders } from '../key-holders.js';

/** Whose card it is. Cards follow each other, the key of the person stays. */
export class EidHolders extends KeyHolders {
  constructor(database: Database, people: PeopleStore) {
    super(database, people, { kind: 'eid', enrolment: 'eid' });
  }
}
