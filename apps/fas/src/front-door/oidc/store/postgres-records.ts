import type { AdapterPayload } from 'oidc-provider';
import type { Queryable } from '#libs/database';
import { sessionOf, type SessionRow } from '../../../sign-in-session/session-row.js';
import type { AnswerRow } from './answer.js';
import { answerOf } from './answer.statements.js';
import { EXCHANGE_PLAIN, plainExchangeValues, type ExchangedCode, type PlainExchange } from './plain-code.js';
import { FIND_PLAIN_TOKEN, type PlainToken } from './plain-token.js';
import type {
  BoundRecord,
  KeptAlong,
  NewRecord,
  OidcRecords,
  RecordKey,
  Statement,
  StoredRecord,
} from './records.js';

interface RecordRow {
  readonly payload: AdapterPayload;
  readonly consumed_at: Date | null;
}

interface BoundRow extends RecordRow {
  readonly answer: AnswerRow | null;
  readonly session: SessionRow | null;
}

/** Keeps a record; its five values are numbered from `first`. */
const insertFrom = (first: number): string => `
  insert into fas.oidc_record (model, id, payload, grant_id, expires_at)
  values ($${first}, $${first + 1}, $${first + 2}, $${first + 3}, now() + make_interval(secs => $${first + 4}))
  on conflict (model, id) do update set payload = excluded.payload, expires_at = excluded.expires_at`;

const EXCHANGE = `
  with used as (
    update fas.oidc_record set consumed_at = now()
     where model = $6 and id = $7 and consumed_at is null returning 1)
  insert into fas.oidc_record (model, id, payload, grant_id, expires_at)
  select $1::text, $2::text, $3::jsonb, $4::text, now() + make_interval(secs => $5) from used
  returning 1`;

/** Whoever presents a code or a token makes the provider ask for its answer and session: one round trip reads all. */
const FIND_BOUND = `
  select r.payload, r.consumed_at, to_jsonb(a) as answer, to_jsonb(s) as session
    from fas.oidc_record r
    left join lateral (${answerOf('r.grant_id')}) a on true
    left join lateral (${sessionOf("(r.payload->>'sessionUid')", '$3')}) s on true
   where r.model = $1 and r.id = $2`;

const storedOf = ({ payload, consumed_at: consumedAt }: RecordRow): StoredRecord => ({ payload, consumedAt });

function changeOf(record: readonly unknown[], answer: Statement | undefined) {
  if (answer === undefined)
    return { name: 'oidc-record-keep', sql: `${insertFrom(1)} returning 1`, values: record };
  return {
    name: 'oidc-bound-record-keep',
    along: `answer as (${answer.sql})`,
    sql: `${insertFrom(answer.values.length + 1)} returning 1`,
    values: [...answer.values, ...record],
  };
}

const withAlong = ({ along, sql }: { readonly along?: string; readonly sql: string }): string =>
  along === undefined ? sql : `with ${along} ${sql}`;

/** The table `fas.oidc_record`; the worker removes what has expired. */
export class PostgresRecords implements OidcRecords {
  constructor(private readonly database: Queryable) {}

  /** A code leaves together with the answer that it stands for, and with the record: one statement keeps all. */
  async keep({ model, id, payload, grantId, life }: NewRecord, along: KeptAlong = {}): Promise<void> {
    const record = [model, id, payload, grantId, life];
    const { answer, recorded } = along;
    if (answer === undefined && recorded === undefined) {
      await this.database.write('oidc-record-upsert', insertFrom(1), record);
      return;
    }
    const change = changeOf(record, answer);
    await (recorded === undefined
      ? this.database.write(change.name, withAlong(change), change.values)
      : recorded(change));
  }

  async find({ model, id }: RecordKey): Promise<StoredRecord | undefined> {
    const rows = await this.database.read<RecordRow>(
      'oidc-record-find',
      'select payload, consumed_at from fas.oidc_record where model = $1 and id = $2',
      [model, id],
    );
    return rows[0] && storedOf(rows[0]);
  }

  async findBound({ model, id }: RecordKey, idleMinutes: number): Promise<BoundRecord | undefined> {
    const rows = await this.database.read<BoundRow>('oidc-bound-record-find', FIND_BOUND, [
      model,
      id,
      idleMinutes,
    ]);
    return rows[0] && { ...storedOf(rows[0]), answer: rows[0].answer, session: rows[0].session };
  }

  async consume({ model, id }: RecordKey): Promise<boolean> {
    const consumed = await this.database.write(
      'oidc-record-consume',
      `update fas.oidc_record set consumed_at = now()
        where model = $1 and id = $2 and consumed_at is null returning 1`,
      [model, id],
    );
    return consumed.length === 1;
  }

  async exchange(used: RecordKey, { model, id, payload, grantId, life }: NewRecord): Promise<boolean> {
    const values = [model, id, payload, grantId, life, used.model, used.id];
    return (await this.database.write('oidc-record-exchange', EXCHANGE, values)).length === 1;
  }

  async exchangePlain(exchange: PlainExchange, idleMinutes: number): Promise<ExchangedCode | undefined> {
    const values = plainExchangeValues(exchange, idleMinutes);
    const rows = await this.database.write<{ readonly payload: ExchangedCode }>(
      'oidc-plain-code-exchange',
      EXCHANGE_PLAIN,
      values,
    );
    return rows[0]?.payload;
  }

  async findPlainToken(id: string, idleMinutes: number): Promise<PlainToken | undefined> {
    const values = [id, idleMinutes];
    return (await this.database.read<PlainToken>('oidc-plain-token-find', FIND_PLAIN_TOKEN, values))[0];
  }

  async keepOnce({ model, id }: RecordKey, life: number): Promise<boolean> {
    const kept = await this.database.write(
      'oidc-replay-keep',
      `insert into fas.oidc_record as r (model, id, payload, expires_at)
       values ($1, $2, '{}', now() + make_interval(secs => $3))
       on conflict (model, id) do update set expires_at = excluded.expires_at where r.expires_at < now()
       returning 1`,
      [model, id, life],
    );
    return kept.length === 1;
  }

  async wasKept({ model, id }: RecordKey): Promise<boolean> {
    const found = await this.database.read(
      'oidc-replay-find',
      'select 1 from fas.oidc_record where model = $1 and id = $2 and expires_at > now()',
      [model, id],
    );
    return found.length === 1;
  }

  async forget({ model, id }: RecordKey): Promise<void> {
    await this.database.query('delete from fas.oidc_record where model = $1 and id = $2', [model, id]);
  }

  async forgetOfGrant(model: string, grantId: string): Promise<void> {
    await this.database.query('delete from fas.oidc_record where model = $1 and grant_id = $2', [
      model,
      grantId,
    ]);
  }
}
