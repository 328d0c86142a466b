import type { RecordedChange } from '#libs/audit';
import type { FedId } from '#libs/kernel';
import { hashToken, randomToken } from '#libs/security';
import type { ProvenKey } from './sign-in-session.js';

export interface BegunSession {
  readonly uid: string;
  /** Value for the cookie. */
  readonly cookie: string;
}

/** A session that is not there yet. */
export interface SessionToBegin extends BegunSession {
  /** Begins it together with the record of it. */
  begin(recorded: RecordedChange): Promise<void>;
  /** Carries out another change with its record, and begins the session in the same statement when that changed anything. */
  beginningWith(recorded: RecordedChange): RecordedChange;
}

/** Values of the new row follow so many others. */
const insertAfter = (others: number): string => `
  insert into fas.sign_in_session (uid, cookie, fed_id, events, expires_at)
  select $${others + 1}::text, $${others + 2}::text, $${others + 3}::text, jsonb_build_array($${others + 4}::jsonb),
         now() + make_interval(hours => $${others + 5}::int)`;

/** A session that begins with this proof, once one of its statements is carried out, which `begun` hears of. */
export function sessionToBegin(
  fedId: FedId,
  event: ProvenKey,
  { absoluteHours, begun }: { readonly absoluteHours: number; readonly begun: () => void },
): SessionToBegin {
  const [uid, cookie] = [randomToken(16), randomToken()];
  const own = [uid, hashToken(cookie), fedId, JSON.stringify(event), absoluteHours];
  return {
    uid,
    cookie,
    begin: async (recorded) => {
      await recorded({ name: 'session-begin', sql: `${insertAfter(0)} returning 1`, values: own });
      begun();
    },
    beginningWith: (recorded) => async (change) => {
      const insert = `${insertAfter(change.values.length)} where exists (select 1 from change)`;
      const changed = await recorded({
        ...change,
        name: `${change.name}-in-new-session`,
        after: `begun as (${insert})`,
        values: [...change.values, ...own],
      });
      begun();
      return changed;
    },
  };
}
