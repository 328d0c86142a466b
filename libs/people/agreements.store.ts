import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';

/** The version of the user agreement that is in force. A new one is asked of everybody again. */
export const AGREEMENT_VERSION = '1.0';

export interface AcceptedAgreement {
  readonly version: string;
  readonly acceptedAt: Date;
}

/** Table of accepted versions of the user agreement. */
export class AgreementsStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): AgreementsStore {
    return new AgreementsStore(tx);
  }

  async accept(fedId: FedId, version: string): Promise<void> {
    await this.database.query(
      'insert into people.agreement_acceptance (fed_id, version) values ($1, $2) on conflict do nothing',
      [fedId, version],
    );
  }

  /** Newest first. */
  async ofPerson(fedId: FedId): Promise<AcceptedAgreement[]> {
    const rows = await this.database.query<{ version: string; accepted_at: Date }>(
      'select version, accepted_at from people.agreement_acceptance where fed_id = $1 order by accepted_at desc',
      [fedId],
    );
    return rows.map(({ version, accepted_at }) => ({ version, acceptedAt: accepted_at }));
  }

  async hasAccepted(fedId: FedId, version = AGREEMENT_VERSION): Promise<boolean> {
    return (await this.ofPerson(fedId)).some((accepted) => accepted.version === version);
  }
}
