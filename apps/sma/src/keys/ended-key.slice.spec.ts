import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SpecBrowser } from '../test-support/spec-browser.js';
import { PAULA, SpecSma } from '../test-support/spec-sma.js';

let sma: SpecSma;
let browser: SpecBrowser;
/** Ids of keys. */
let password: string;
let app: string;

beforeAll(async () => {
  sma = await SpecSma.start();
  await sma.people.create({ fedId: PAULA, enrolment: 'eid', language: 'nl' });
  password = await sma.keys.add({ fedId: PAULA, kind: 'password', enrolment: 'eid' });
  app = await sma.keys.add({ fedId: PAULA, kind: 'totp', enrolment: 'eid', label: 'Telephone' });
});
afterAll(() => sma.stop());

/** Signs in at this app with a session of FAS that rests on a key. */
async function signInWith(keyId: string): Promise<void> {
  await browser.signIn(PAULA, 400);
  await sma.database.database.query(
    `insert into fas.sign_in_session (uid, cookie, fed_id, events, participants, expires_at)
     select 'here', 'here', fed_id,
            jsonb_build_array(jsonb_build_object('key', 'totp', 'keyId', $2::text, 'at', now())),
            jsonb_build_array(jsonb_build_object('applicationId', gen_random_uuid(), 'index', session_index)),
            now() + interval '1 hour'
       from service_provider.session where fed_id = $1`,
    [PAULA, keyId],
  );
}

const pressSuspend = async () =>
  (await browser.press(`/keys/${app}/suspend`, `/keys/${app}/suspend`)).headers.location;

beforeEach(async () => {
  browser = new SpecBrowser(sma);
  const { database } = sma.database;
  await database.query('delete from fas.sign_in_session');
  await database.query('delete from service_provider.session');
  await database.query(`update digital_keys.digital_key set state = 'active'`);
});

describe('LE-3 a session that rests on a key put on hold is over', () => {
  it('at FAS and in this app', async () => {
    await signInWith(app);
    expect(await pressSuspend()).toBe('/signed-out/key-ended');
    expect((await browser.get('/overview/')).statusCode).toBe(303);
    const living = await sma.database.database.query(
      'select from fas.sign_in_session where ended_at is null',
    );
    expect(living).toEqual([]);
  });

  it('also when FAS heard of the key first', async () => {
    await signInWith(app);
    await sma.database.database.query(
      `create function fas_is_faster() returns trigger language plpgsql security definer as $$
       begin update fas.sign_in_session set ended_at = now() where fed_id = new.fed_id; return null; end $$`,
    );
    await sma.database.database.query(
      `create trigger fas_is_faster after update on digital_keys.digital_key
       for each row execute function fas_is_faster()`,
    );
    expect(await pressSuspend()).toBe('/signed-out/key-ended');
    expect((await browser.get('/overview/')).statusCode).toBe(303);
    await sma.database.database.query('drop trigger fas_is_faster on digital_keys.digital_key');
  });

  it('and goes on when it rests on another key', async () => {
    await signInWith(password);
    expect(await pressSuspend()).toBe(`/keys/${app}?done=suspended`);
    expect((await browser.get('/overview/')).statusCode).toBe(200);
  });
});
