import { addColumn, column, grant, migration, table } from '#libs/database';

/**
 * Deletes what is older than a moment, and months that are empty then. Runs with its owner's rights, since no app may
 * delete records; and never anything younger than a year, whatever it is asked.
 */
const FORGET = `
create function audit.forget(chain text, before timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, audit as $$
declare
  removed bigint;
  month record;
  left_over boolean;
begin
  if before > now() - interval '1 year' then
    raise exception 'records of the last year are never removed';
  end if;
  delete from audit.event where occurred_at < before and coalesce(retention, 'authentication') = chain;
  get diagnostics removed = row_count;
  for month in
    select c.oid::regclass as name from pg_class c join pg_inherits i on i.inhrelid = c.oid
     where i.inhparent = 'audit.event'::regclass and c.relname ~ '^event_[0-9]{6}$'
       and to_date(substr(c.relname, 7), 'YYYYMM') + interval '1 month' <= before
  loop
    execute format('select exists (select from %s)', month.name) into left_over;
    if not left_over then execute format('drop table %s', month.name); end if;
  end loop;
  return removed;
end $$`;

export const sealMigrations = [
  migration('AuditSeals', 610, {
    up: [
      ...addColumn(
        'audit.event',
        'retention',
        column('text', 'internal', 'class that decides how long it is kept; none: as authentication'),
      ),
      ...table(
        'audit.seal',
        'Which records were there, in chains: each seal holds hashes of its records and of the seal before',
        {
          chain: column('text not null', 'internal', 'class of retention'),
          number: column('bigint not null', 'internal', 'place in the chain, from 1'),
          sealed_at: column('timestamptz not null', 'internal', 'when it was sealed'),
          record_ids: column('uuid[] not null', 'internal', 'the records, in order'),
          record_hashes: column('bytea not null', 'internal', 'their hashes, 32 bytes each'),
          previous: column('bytea not null', 'internal', 'hash of the seal before'),
          hash: column('bytea not null', 'internal', 'hash of this seal'),
        },
        { constraints: ['primary key (chain, number)'] },
      ),
      'create index seal_sealed_at on audit.seal (sealed_at)',
      ...table(
        'audit.checkpoint',
        'Signed statements of how far the chains had come; the copies that count are kept elsewhere',
        {
          chain: column('text not null', 'internal', 'class of retention'),
          number: column('bigint not null', 'internal', 'number of the last seal'),
          line: column('text not null', 'internal', 'the statement, signed (JWS)'),
          made_at: column('timestamptz not null default now()', 'internal', 'when it was made'),
        },
        { constraints: ['primary key (chain, number)'] },
      ),
      grant('csam_worker', 'select, insert', 'audit.seal'),
      grant('csam_worker', 'select, insert', 'audit.checkpoint'),
      grant('csam_admin', 'select', 'audit.seal'),
      grant('csam_admin', 'select', 'audit.checkpoint'),
      FORGET,
      'revoke all on function audit.forget from public',
      'grant execute on function audit.forget to csam_worker',
    ],
    down: [
      'drop function audit.forget',
      'drop table audit.checkpoint',
      'drop table audit.seal',
      'alter table audit.event drop column retention',
    ],
  }),
];
