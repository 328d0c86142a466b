import type { Queryable } from '#libs/database';
import type { EnterpriseNumber, Language } from '#libs/kernel';
import type { FieldCipher } from '#libs/security';
import type { SmsCap, UsedCap } from './sms-cap.js';

interface CapRow {
  application: string;
  agency: EnterpriseNumber;
  messages: number;
  address: string | null;
  language: Language | null;
  used: number;
}

const contextOf = (application: string) => `operations.sms_cap.address:${application}`;

/**
 * Lets the cap of an application be what its service expects. One that somebody set by hand stays theirs.
 *
 * @param by FedID of who described the service
 */
export async function expectMessages(
  tx: Queryable,
  { application, agency, messages }: Pick<SmsCap, 'application' | 'agency' | 'messages'>,
  by: string,
): Promise<void> {
  await tx.query(
    `insert into operations.sms_cap (application, agency, messages, set_by) values ($1, $2, $3, $4)
     on conflict (application) do update set messages = excluded.messages, set_by = excluded.set_by, set_at = now()
       where sms_cap.address is null and sms_cap.messages <> excluded.messages`,
    [application, agency, messages, by],
  );
}

/** Caps on text messages, and how much of them is used. */
export class SmsCapStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
  ) {}

  /** Sets the cap of an application, in the place of the one before. */
  async set({ application, agency, messages, address, language }: SmsCap, by: string): Promise<void> {
    await this.database.query(
      `insert into operations.sms_cap (application, agency, messages, address, language, set_by)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (application) do update
         set messages = excluded.messages, address = excluded.address, language = excluded.language,
             set_by = excluded.set_by, set_at = now()`,
      [application, agency, messages, this.cipher.encrypt(address, contextOf(application)), language, by],
    );
  }

  /** Every cap with what was used in a month (YYYY-MM, Belgian time). */
  async used(month: string): Promise<UsedCap[]> {
    const rows = await this.database.query<CapRow>(
      `select c.application, c.agency, c.messages, c.address, c.language,
              (select count(*) from messaging.sms s
                where s.cost_period = $1 and s.agency = c.agency and s.application::text = c.application)::int as used
         from operations.sms_cap c order by c.application`,
      [month],
    );
    return rows.map(({ address, language, ...row }) => ({
      ...row,
      ...(address !== null && { address: this.cipher.decrypt(address, contextOf(row.application)) }),
      ...(language !== null && { language }),
    }));
  }
}
