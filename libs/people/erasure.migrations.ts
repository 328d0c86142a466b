import { migration } from '#libs/database';

/**
 * Puts a fresh FedID in the place of one that agencies know, wherever it is kept for longer than a session lasts: what
 * is left of an erased person goes on belonging together, and belongs to nobody. Returns the FedIDs that are gone:
 * those of profiles that went up in this person among them. Runs with its owner's rights, since what is left stands in
 * tables of every part.
 */
const REPLACE_FED_ID = `
create function people.replace_fed_id(erased text) returns setof text
language plpgsql security definer set search_path = pg_catalog, people as $$
declare
  former text;
  fresh text;
  place record;
begin
  if not exists (select from people.person where fed_id = erased and state = 'erased') then
    raise exception 'only of a person who was erased';
  end if;
  for former in
    select former_fed_id from people.former_profile where fed_id = erased union all select erased
  loop
    fresh := left(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 40);
    insert into people.person
      select (jsonb_populate_record(p, jsonb_build_object('fed_id', fresh))).* from people.person p where fed_id = former;
    for place in
      select format('%I.%I', n.nspname, c.relname) as name, a.attname as field
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p') and not c.relispartition and a.atttypid = 'text'::regtype
         and n.nspname in ('admin', 'agencies', 'aps', 'digital_keys', 'messaging', 'onboarding', 'operations',
                           'people', 'staff')
         and a.attname ~ '(fed_id|_by|^(about|author|person|responsible|staff|subject))$'
         and c.oid <> 'people.person'::regclass
    loop
      execute format('update %s set %I = $1 where %I = $2', place.name, place.field, place.field) using fresh, former;
    end loop;
    update messaging.outbox set deduplication_key = replace(deduplication_key, former, fresh) where person = fresh;
    delete from people.person where fed_id = former;
    return next former;
  end loop;
end $$`;

export const erasureMigrations = [
  migration('ErasedPeople', 3401, {
    up: [
      REPLACE_FED_ID,
      'revoke all on function people.replace_fed_id from public',
      'grant execute on function people.replace_fed_id to csam_sma',
    ],
    down: ['drop function people.replace_fed_id'],
  }),
];
