/** PostgreSQL channel on which FAS hears that something was announced. */
export const SESSION_END_CHANNEL = 'session_end_announced';

/** Runs with the rights of the owner of the schema, so that no app needs rights here to be heard. */
const announcer = (name: string, columns: string, values: string) => `
  create function single_logout.${name}() returns trigger language plpgsql security definer
    set search_path = pg_catalog, single_logout as $$
  begin
    insert into single_logout.session_end (${columns}) values (${values});
    perform pg_notify('${SESSION_END_CHANNEL}', '');
    return null;
  end $$`;

/**
 * The announcement rides in the transaction of the change itself, whichever app makes it and by whatever statement: a
 * session that somebody ends, a digital key that is suspended or revoked, an account that is blocked.
 */
export const SESSION_END_TRIGGERS = {
  up: [
    announcer('announce_session', 'session_uid, cause', `new.uid, 'elsewhere'`),
    announcer('announce_key', 'fed_id, key_id, cause', `new.fed_id, new.id::text, 'key'`),
    announcer('announce_person', 'fed_id, cause', `new.fed_id, 'account'`),
    ...['session', 'key', 'person'].map(
      (what) => `revoke execute on function single_logout.announce_${what}() from public`,
    ),
    `create trigger announce_end after update of ended_at on fas.sign_in_session for each row
       when (old.ended_at is null and new.ended_at is not null and new.fed_id is not null)
       execute function single_logout.announce_session()`,
    `create trigger announce_end after update of state on digital_keys.digital_key for each row
       when (old.state = 'active' and new.state <> 'active')
       execute function single_logout.announce_key()`,
    `create trigger announce_end after update of state on people.person for each row
       when (old.state = 'active' and new.state <> 'active')
       execute function single_logout.announce_person()`,
    // A LogoutRequest by POST or SOAP comes without our cookie and names the session as the service knows it.
    `create index sign_in_session_participants on fas.sign_in_session using gin (participants jsonb_path_ops)
       where ended_at is null`,
  ],
  down: [
    'drop index fas.sign_in_session_participants',
    'drop trigger announce_end on people.person',
    'drop trigger announce_end on digital_keys.digital_key',
    'drop trigger announce_end on fas.sign_in_session',
    ...['session', 'key', 'person'].map((what) => `drop function single_logout.announce_${what}()`),
  ],
};
