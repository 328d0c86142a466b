import type { Database, Queryable } from '#libs/database';
import { days, hours } from '#libs/kernel';

/** A record that commits this late is still counted; one that comes later is never sealed either. */
const LATE = hours(1);

/** So much of the past is counted in one transaction. */
const STRETCH = days(7);

/** What is counted, by name of the audit record. `reason` is a word of the record, never what somebody typed. */
const COUNTED = `
  select e.application, date_trunc('hour', e.occurred_at, 'UTC') as hour,
         case e.name
           when 'SignInCompleted' then case when e.data->>'singleSignOn' = 'true' then 'went-on' else 'signed-in' end
           when 'SignInStarted' then 'started'
           when 'SignInRefused' then 'refused'
           when 'KeyRefused' then 'proof-refused'
           when 'SecurityCodeAsked' then 'code-not-sent'
           when 'LogoutNotDelivered' then 'logout-not-delivered'
           else 'rejected' end as what,
         coalesce(e.data->>'key', '') as key,
         case e.name when 'SignInCompleted' then (e.data->>'level')::integer else 0 end as level,
         case e.name
           when 'KeyRefused' then case when e.data->>'locked' = 'true' then 'locked' else e.data->>'reason' end
           when 'OidcRequestRejected' then e.data->>'error'
           when 'SamlRequestRejected' then e.data->>'rule'
           when 'SecurityCodeAsked' then e.data->>'outcome'
           else coalesce(e.data->>'reason', '') end as reason
    from audit.event e
   where e.occurred_at >= $1 and e.occurred_at < $2 and e.application is not null
     and e.name in ('SignInCompleted', 'SignInStarted', 'SignInRefused', 'KeyRefused', 'SecurityCodeAsked',
                    'LogoutNotDelivered', 'OidcRequestRejected', 'SamlRequestRejected')
     and not (e.name = 'SecurityCodeAsked' and e.data->>'outcome' = 'sent') and e.application <> all($3)`;

/** Seconds from the first page to the answer, as the upper bound of a stretch; the person's own time included. */
const TOOK = `
  select e.application, date_trunc('hour', e.occurred_at, 'UTC') as hour, 'took' as what, '' as key, 0 as level,
         case when e.occurred_at - s.occurred_at <= interval '15 seconds' then '15'
              when e.occurred_at - s.occurred_at <= interval '30 seconds' then '30'
              when e.occurred_at - s.occurred_at <= interval '1 minute' then '60'
              when e.occurred_at - s.occurred_at <= interval '2 minutes' then '120'
              when e.occurred_at - s.occurred_at <= interval '5 minutes' then '300'
              else 'more' end as reason
    from audit.event e
    join audit.event s on s.name = 'SignInStarted' and s.data->>'journey' = e.data->>'journey'
     and s.occurred_at >= $1::timestamptz - interval '1 hour' and s.occurred_at < $2
   where e.occurred_at >= $1 and e.occurred_at < $2 and e.application is not null and e.name = 'SignInCompleted'
     and e.application <> all($3)`;

const INSERT_HOURS = `
  insert into operations.usage_hour (application, hour, what, key, level, reason, count)
  select application, hour, what, key, level, coalesce(reason, ''), count(*)
    from (${COUNTED} union all ${TOOK}) counted
   group by 1, 2, 3, 4, 5, 6`;

const BELGIAN_DAY = `(hour at time zone 'Europe/Brussels')::date`;
const FIRST_DAY = `($1::timestamptz at time zone 'Europe/Brussels')::date`;
const LAST_DAY = `(($2::timestamptz - interval '1 microsecond') at time zone 'Europe/Brussels')::date`;

const INSERT_DAYS = `
  insert into operations.usage_day (application, day, what, key, level, reason, count)
  select application, ${BELGIAN_DAY}, what, key, level, reason, sum(count)
    from operations.usage_hour
   where hour >= (${FIRST_DAY}::timestamp at time zone 'Europe/Brussels')
     and hour < ((${LAST_DAY} + 1)::timestamp at time zone 'Europe/Brussels')
   group by 1, 2, 3, 4, 5, 6`;

const NEXT = `
  select coalesce((select counted_until from operations.usage_progress),
                  (select min(occurred_at) from audit.event)) as until`;

/**
 * Counts what the audit record says of applications since the last time. Hours that may still get records are counted
 * anew, so a run that is repeated changes nothing. Returns whether something is left to count.
 *
 * @param except ids of applications that nobody uses: those of probes
 */
export function countUsage(database: Database, now: Date, except: readonly string[] = []): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('operations.usage', 0))");
    const [row] = await tx.query<{ until: Date | null }>(NEXT);
    if (row === undefined || row.until === null) return false;
    const from = startOfHour(new Date(row.until.getTime() - LATE));
    const until = new Date(Math.min(from.getTime() + STRETCH, now.getTime()));
    if (until <= from) return false;
    await countStretch(tx, { from, until, except });
    return until < now;
  });
}

interface Stretch {
  readonly from: Date;
  readonly until: Date;
  readonly except: readonly string[];
}

async function countStretch(tx: Queryable, { from, until, except }: Stretch): Promise<void> {
  // An hour that has begun is counted whole, so that what another clock saw sooner is in it.
  const end = new Date(startOfHour(until).getTime() + hours(1));
  await tx.query('delete from operations.usage_hour where hour >= $1 and hour < $2', [from, end]);
  await tx.query(INSERT_HOURS, [from, end, except]);
  await tx.query(`delete from operations.usage_day where day between ${FIRST_DAY} and ${LAST_DAY}`, [
    from,
    end,
  ]);
  await tx.query(INSERT_DAYS, [from, end]);
  await tx.query(
    `insert into operations.usage_progress (counted_until) values ($1)
     on conflict (one) do update set counted_until = excluded.counted_until`,
    [until],
  );
}

function startOfHour(moment: Date): Date {
  const start = new Date(moment);
  start.setUTCMinutes(0, 0, 0);
  return start;
}
