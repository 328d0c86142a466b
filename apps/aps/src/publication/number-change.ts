import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import { registerOf, type FedId, type PersonNumber } from '#libs/kernel';
import type { PeopleStore } from '#libs/people';
import { PersonNumberConflict, PersonNumberReplaced } from './number-change.audit.js';

export interface NumberChangeServices {
  readonly database: Database;
  readonly people: PeopleStore;
  readonly audit: AuditWriter;
}

/**
 * Takes up that a register gave a person another number. The person stays who they are: FedID, keys and the names under
 * which services know them hang on no number (PR-10). The old number stays as history, so who shows it is still found.
 */
export class NumberChange {
  constructor(private readonly the: NumberChangeServices) {}

  /** @returns false when the new number already belongs to somebody else here: people decide that, not we */
  async replace(subject: FedId, number: PersonNumber, reference: string): Promise<boolean> {
    return this.the.database.transaction(async (tx) => {
      const people = this.the.people.within(tx);
      const owner = await people.findByNumber(number);
      if (owner !== undefined && owner.fedId !== subject) {
        await this.the.audit.record(PersonNumberConflict, {
          reference,
          subject,
          data: { other: owner.fedId },
        });
        return false;
      }
      const current = (await people.findIdentifiers(subject)).find((identifier) => identifier.current);
      if (current?.number === number) return true;
      // A number that was the person's before and is current no longer does not come back by itself.
      if (owner !== undefined) return false;
      const register = registerOf(number);
      await people.addNumber(subject, { register, number });
      await this.the.audit.record(PersonNumberReplaced, {
        reference,
        subject,
        data: { from: current?.register ?? 'none', to: register },
      });
      return true;
    });
  }
}
