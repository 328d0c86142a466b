import type { Queryable } from '#libs/database';
import type { BlindIndex } from '#libs/security';
import type { CappedTarget } from './send-cap.js';

export type CountOutcome =
  { readonly kind: 'counted' } | { readonly kind: 'capped'; readonly purpose: string; readonly until: Date };

/** A stretch begins with its first code; a full one takes nothing more until it ends. */
const COUNT = `
  insert into digital_keys.send_count as c (purpose, target, sent, ends_at)
  select purpose, target, 1, $4::timestamptz + stretch * interval '1 millisecond'
    from unnest($1::text[], $2::text[], $3::bigint[]) with ordinality as t (purpose, target, stretch, place)
   order by place
  on conflict (purpose, target) do update
     set sent = case when c.ends_at <= $4 then 1 else c.sent + 1 end,
         ends_at = case when c.ends_at <= $4 then excluded.ends_at else c.ends_at end
  returning purpose, sent, ends_at`;

/**
 * Counters of what is sent, the same for all processes. Counted first and judged afterwards, in the transaction of the
 * caller, who rolls back what was refused: a refused code costs nobody anything, and of fifty at the same moment no
 * more pass than the cap allows. Targets are kept as blind indexes.
 */
export class SendCounts {
  constructor(
    private readonly database: Queryable,
    private readonly index: BlindIndex,
  ) {}

  async count(caps: readonly CappedTarget[], now: Date): Promise<CountOutcome> {
    const rows = await this.database.prepared<{ purpose: string; sent: number; ends_at: Date }>(
      'send-counts.count',
      COUNT,
      [
        caps.map(({ purpose }) => purpose),
        caps.map(({ purpose, target }) => this.index.of(target, `send-count.${purpose}`)),
        caps.map(({ window }) => window),
        now,
      ],
    );
    const limits = new Map(caps.map(({ purpose, limit }) => [purpose, limit]));
    const over = rows
      .filter(({ purpose, sent }) => sent > (limits.get(purpose) ?? 0))
      .toSorted((one, other) => other.ends_at.getTime() - one.ends_at.getTime())[0];
    return over === undefined
      ? { kind: 'counted' }
      : { kind: 'capped', purpose: over.purpose, until: over.ends_at };
  }
}
