import type { AdapterPayload } from 'oidc-provider';
import type { Queryable } from '#libs/database';
import type { RedisState } from '../../../protocol-state/redis-state.js';
import { sessionOf, type SessionRow } from '../../../sign-in-session/session-row.js';
import type { AnswerRow } from './answer.js';
import { answerOf } from './answer.statements.js';
import type { BoundRecord, KeptAlong, NewRecord, OidcRecords, RecordKey, StoredRecord } from './records.js';

/** Fields of a record. */
const PAYLOAD = 'p';
const CONSUMED = 'c';

/**
 * A record that is written anew stays used up when it was. It is listed under the answer that it hangs on, for as long
 * as the longest-lived of them.
 */
const KEEP_AT = `
redis.call('HSET', keys[1], '${PAYLOAD}', ARGV[1])
redis.call('EXPIRE', keys[1], ARGV[2])
if keys[2] then
  redis.call('SADD', keys[2], keys[1])
  if redis.call('TTL', keys[2]) < tonumber(ARGV[2]) then redis.call('EXPIRE', keys[2], ARGV[2]) end
end
return 1`;

const KEEP = `local keys = KEYS ${KEEP_AT}`;

/** The record that is used up is the last key. */
const EXCHANGE = `
local used = KEYS[#KEYS]
local keys = { KEYS[1], #KEYS > 2 and KEYS[2] or nil }
if redis.call('EXISTS', used) == 0 then return 0 end
if redis.call('HSETNX', used, '${CONSUMED}', ARGV[3]) == 0 then return 0 end
${KEEP_AT}`;

/** Nothing is used up that is not there. */
const CONSUME = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
return redis.call('HSETNX', KEYS[1], '${CONSUMED}', ARGV[1])`;

const FORGET_OF_GRANT = `
for _, key in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('UNLINK', key) end
redis.call('UNLINK', KEYS[1])`;

/** The same as a row each, for the half of a bound record that stays in PostgreSQL. */
const FIND_HALF = `
  select to_jsonb(a) as answer, to_jsonb(s) as session
    from (select 1) one
    left join lateral (${answerOf('$1')}) a on true
    left join lateral (${sessionOf('$2', '$3')}) s on true`;

interface Half {
  readonly answer: AnswerRow | null;
  readonly session: SessionRow | null;
}

const keyOf = ({ model, id }: RecordKey): string => `csam:oidc:${model}:${id}`;
const grantKey = (model: string, grantId: string): string => `csam:oidc-grant:${model}:${grantId}`;

/** Where a record goes, and where it is listed. */
const keysOf = (record: NewRecord): string[] => [
  keyOf(record),
  ...(record.grantId === null ? [] : [grantKey(record.model, record.grantId)]),
];

const valuesOf = ({ payload, life }: NewRecord): (string | number)[] => [
  payload,
  Math.max(1, Math.ceil(life)),
];

/** Records in Redis or Valkey, which forgets them by itself. Answers and sessions stay in PostgreSQL. */
export class RedisRecords implements OidcRecords {
  constructor(
    private readonly redis: RedisState,
    private readonly database: Queryable,
  ) {}

  async keep(record: NewRecord, along: KeptAlong = {}): Promise<void> {
    await this.keepAlong(along);
    await this.redis.run(KEEP, keysOf(record), valuesOf(record));
  }

  private async keepAlong({ answer, recorded }: KeptAlong): Promise<void> {
    const name = 'oidc-answer-save';
    if (recorded === undefined) {
      if (answer !== undefined) await this.database.prepared(name, answer.sql, answer.values);
    } else if (answer === undefined)
      await recorded({ name: 'oidc-answer-stands', sql: 'select 1', values: [] });
    else await recorded({ name, sql: `${answer.sql} returning 1`, values: answer.values });
  }

  async find(key: RecordKey): Promise<StoredRecord | undefined> {
    const [payload, consumed] = await this.redis.fields(keyOf(key), [PAYLOAD, CONSUMED]);
    if (payload === null || payload === undefined) return undefined;
    return {
      payload: JSON.parse(payload) as AdapterPayload,
      consumedAt: consumed ? new Date(Number(consumed)) : null,
    };
  }

  async findBound(key: RecordKey, idleMinutes: number): Promise<BoundRecord | undefined> {
    const record = await this.find(key);
    if (record === undefined) return undefined;
    const { grantId = null, sessionUid = null } = record.payload;
    const [half] = await this.database.read<Half>('oidc-bound-half-find', FIND_HALF, [
      grantId,
      sessionUid,
      idleMinutes,
    ]);
    return { ...record, answer: half?.answer ?? null, session: half?.session ?? null };
  }

  async consume(key: RecordKey): Promise<boolean> {
    return (await this.redis.run(CONSUME, [keyOf(key)], [Date.now()])) === 1;
  }

  async exchange(used: RecordKey, kept: NewRecord): Promise<boolean> {
    const keys = [...keysOf(kept), keyOf(used)];
    return (await this.redis.run(EXCHANGE, keys, [...valuesOf(kept), Date.now()])) === 1;
  }

  /** Codes and tokens are here, and answers are not. */
  async exchangePlain(): Promise<undefined> {
    return undefined;
  }

  /** As above. */
  async findPlainToken(): Promise<undefined> {
    return undefined;
  }

  keepOnce(key: RecordKey, life: number): Promise<boolean> {
    return this.redis.setOnce(keyOf(key), life);
  }

  wasKept(key: RecordKey): Promise<boolean> {
    return this.redis.has(keyOf(key));
  }

  async forget(key: RecordKey): Promise<void> {
    await this.redis.remove(keyOf(key));
  }

  async forgetOfGrant(model: string, grantId: string): Promise<void> {
    await this.redis.run(FORGET_OF_GRANT, [grantKey(model, grantId)], []);
  }
}
