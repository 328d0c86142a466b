import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { STATUS } from '#libs/saml';
import { SpecBrowser } from './test-support/spec-browser.js';
import { PAULA, PIET, SpecSma } from './test-support/spec-sma.js';

let sma: SpecSma;
let browser: SpecBrowser;

beforeAll(async () => {
  sma = await SpecSma.start();
  for (const fedId of [PAULA, PIET]) {
    await sma.people.create({ fedId, enrolment: 'eid', language: 'nl' });
  }
  await sma.keys.add({ fedId: PAULA, kind: 'password', enrolment: 'eid' });
  await sma.keys.add({ fedId: PAULA, kind: 'totp', enrolment: 'eid', label: 'Telephone' });
  await sma.people.addContact(PAULA, {
    kind: 'mail',
    value: 'paula.proef@example.be',
    primary: true,
    verified: true,
  });
});
afterAll(() => sma.stop());
beforeEach(() => {
  browser = new SpecBrowser(sma);
});

const auditNames = async () => {
  const rows = await sma.database.database.query<{ name: string }>(
    'select name from audit.event order by occurred_at, id',
  );
  return rows.map(({ name }) => name);
};

describe('signing in', () => {
  it('the start page is for everybody and says what is behind it', async () => {
    const page = await browser.get('/?lang=en');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('href="/overview/"');
  });

  it('a page of one’s own leads to FAS, asks for level 200, and back to the same page', async () => {
    const sent = await browser.get('/history/?before=2030-01-01');
    expect(sent.statusCode).toBe(303);
    const asked = sma.asked(String(sent.headers.location));
    expect(asked.request.requestedAuthnContext).toMatchObject({
      comparison: 'minimum',
      classReferences: ['urn:be:fedict:iam:fas:citizen:Level200'],
    });
    const back = await browser.postFromElsewhere('/saml/acs', await sma.answer(asked, PAULA, 200));
    expect(back.statusCode).toBe(303);
    expect(back.headers.location).toBe('/history/?before=2030-01-01');
    const own = await browser.get('/history/');
    expect(own.statusCode).toBe(200);
    expect(own.body).toContain('data-action="/session/longer"');
    expect(await auditNames()).toContain('AppSessionStarted');
  });

  it('never leads to another host', async () => {
    const sent = await browser.get('//evil.example/overview/');
    // Whatever the router makes of it, the address to return to stays ours.
    if (sent.statusCode === 303) {
      const back = await browser.signIn(PAULA, 200, '//evil.example/overview/');
      expect(String(back.headers.location)).toMatch(/^\/[^/\\]/);
    } else expect(sent.statusCode).toBe(404);
  });

  it('an answer counts in the browser that began, once, and not at all without a FedID', async () => {
    const asked = sma.asked(String((await browser.get('/overview/')).headers.location));
    const form = await sma.answer(asked, PAULA, 200);
    const other = new SpecBrowser(sma);
    expect((await other.postFromElsewhere('/saml/acs', form)).statusCode).toBe(403);
    expect((await browser.postFromElsewhere('/saml/acs', form)).statusCode).toBe(303);
    expect((await other.postFromElsewhere('/saml/acs', form)).statusCode).toBe(403);
    const again = await browser.postFromElsewhere('/saml/acs', form);
    expect(again.headers.location).toBe('/overview/');
    expect((await auditNames()).filter((name) => name === 'SamlResponseRefused')).toHaveLength(3);
  });

  it('below the level that was asked makes no session', async () => {
    const asked = sma.asked(String((await browser.get('/overview/')).headers.location));
    const refused = await browser.postFromElsewhere('/saml/acs', await sma.answer(asked, PAULA, 100));
    expect(refused.statusCode).toBe(403);
    expect((await browser.get('/overview/')).statusCode).toBe(303);
  });

  it('turning back at FAS leads to the start, any other refusal to a page that says so', async () => {
    const asked = async () => sma.asked(String((await browser.get('/overview/')).headers.location));
    const cancelled = await sma.refusal(await asked(), STATUS.responder, STATUS.authnFailed);
    const back = await browser.postFromElsewhere('/saml/acs', cancelled);
    expect([back.statusCode, back.headers.location]).toEqual([303, '/']);
    const impossible = await sma.refusal(await asked(), STATUS.responder, STATUS.noAuthnContext);
    const page = await browser.postFromElsewhere('/saml/acs', impossible);
    expect(page.statusCode).toBe(403);
    expect(page.body).toContain('Error: You are not signed in');
  });

  it('again, stronger, gives a new session, and the one before is dead (ASVS 7.2.4)', async () => {
    const levels = () =>
      sma.database.database.query('select level from service_provider.session where fed_id = $1', [PIET]);
    const [first, second] = [
      sma.asked(String((await browser.get('/overview/')).headers.location)),
      sma.asked(String((await browser.get('/sessions/')).headers.location)),
    ];
    await browser.postFromElsewhere('/saml/acs', await sma.answer(first, PIET, 200));
    const weak = browser.copy();
    expect((await weak.get('/overview/')).statusCode).toBe(200);
    const back = await browser.postFromElsewhere('/saml/acs', await sma.answer(second, PIET, 400));
    expect(back.headers.location).toBe('/sessions/');
    expect(await levels()).toEqual([{ level: 400 }]);
    expect((await weak.get('/overview/')).statusCode).toBe(303);
    await browser.press('/overview/', '/sign-out');
    expect(await levels()).toEqual([]);
  });

  it('ends at once when the person is blocked', async () => {
    await browser.signIn(PIET, 200);
    expect((await browser.get('/overview/')).statusCode).toBe(200);
    await sma.people.setState(PIET, 'blocked');
    expect((await browser.get('/overview/')).statusCode).toBe(303);
    await sma.people.setState(PIET, 'active');
  });
});

describe('my own pages', () => {
  it('show my keys, strongest first, advice, and masked contact data', async () => {
    const [totp] = (await sma.keys.ofPerson(PAULA)).filter(({ kind }) => kind === 'totp');
    await sma.database.database.query(
      `insert into audit.event (id, occurred_at, name, reference, subject, data)
       values (gen_random_uuid(), now(), 'KeyProven', '7K3F-9QXM', $1, jsonb_build_object('keyId', $2::text))`,
      [PAULA, totp?.id],
    );
    await browser.signIn(PAULA, 400);
    const { body } = await browser.get('/overview/?lang=en');
    expect(body).toContain('Hello Paula');
    expect([...body.matchAll(/Last used on/g)]).toHaveLength(1);
    expect([...body.matchAll(/data-own-key="(\w+)"/g)].map(([, kind]) => kind)).toEqual(['totp', 'password']);
    expect(body).toContain('You have only one way to sign in strongly');
    expect(body).toContain('p•••@example.be');
    expect(body).not.toContain('paula.proef');
  });

  it('show nothing of anybody else', async () => {
    await browser.signIn(PIET, 200);
    const { body } = await browser.get('/overview/?lang=en');
    expect(body).not.toContain('data-own-key');
    expect(body).toContain('We know no e-mail address');
  });

  it('tell what happened, in words and with the service’s name', async () => {
    await sma.database.database.query(
      `insert into audit.event (id, occurred_at, name, reference, subject, address, data)
       values (gen_random_uuid(), now(), 'SignInCompleted', '7K3F-9QXM', $1, '192.0.2.0/24',
               '{"key":"totp","level":400,"singleSignOn":false,"attributes":["givenName"]}')`,
      [PAULA],
    );
    const [totp] = (await sma.keys.ofPerson(PAULA)).filter(({ kind }) => kind === 'totp');
    await sma.database.database.query(
      `insert into audit.event (id, occurred_at, name, reference, subject, data)
       values (gen_random_uuid(), now(), 'KeyResumed', '7K3F-9QXM', $1,
               jsonb_build_object('key', 'totp', 'keyId', $2::text))`,
      [PAULA, totp?.id],
    );
    await browser.signIn(PAULA, 200);
    const { body } = await browser.get('/history/?lang=en');
    expect(body).toContain('data-happening="signed-in"');
    expect(body).toContain('Key: Security code via mobile app (Telephone).');
    expect(body).toContain('Security code via mobile app');
    expect(body).toContain('The service received: Given name.');
    expect(body).toContain('192.0.2.…');
    expect((await browser.get('/history/?before=nonsense')).statusCode).toBe(200);
  });
});

describe('sessions of single sign-on', () => {
  const add = (uid: string, fedId: string, index: string) =>
    sma.database.database.query(
      `insert into fas.sign_in_session (uid, cookie, fed_id, events, participants, expires_at)
       values ($1, $1, $2, '[{"key":"totp","level":400,"at":"2026-03-01T10:00:00Z"}]',
               jsonb_build_array(jsonb_build_object('applicationId', gen_random_uuid(), 'index', $3::text)),
               now() + interval '1 hour')`,
      [uid, fedId, index],
    );
  const living = async () =>
    (
      await sma.database.database.query<{ uid: string }>(
        'select uid from fas.sign_in_session where ended_at is null order by uid',
      )
    ).map(({ uid }) => uid);

  beforeEach(async () => {
    await sma.database.database.query('delete from fas.sign_in_session');
    await add('here', PAULA, `_index-${PAULA.slice(0, 4)}`);
    await add('there', PAULA, '_index-elsewhere');
    await add('piet', PIET, '_index-piet');
    await browser.signIn(PAULA, 200);
  });

  it('XS-33 are listed, the present one marked', async () => {
    const { body } = await browser.get('/sessions/?lang=en');
    expect([...body.matchAll(/data-session="(\w+)"/g)].map(([, kind]) => kind).toSorted()).toEqual([
      'other',
      'this',
    ]);
    expect(body).toContain('Security code via mobile app');
  });

  it('XS-33 end one by one, and only one’s own', async () => {
    await browser.press('/sessions/', '/sessions/end', { session: 'piet' });
    expect(await living()).toEqual(['here', 'piet', 'there']);
    await browser.press('/sessions/', '/sessions/end', { session: 'there' });
    expect(await living()).toEqual(['here', 'piet']);
    expect((await browser.get('/sessions/')).statusCode).toBe(200);
  });

  it('end all at once, this app included', async () => {
    const ended = await browser.press('/sessions/', '/sessions/end-all');
    expect(ended.headers.location).toBe('/signed-out/everywhere');
    expect(await living()).toEqual(['piet']);
    expect((await browser.get('/sessions/')).statusCode).toBe(303);
    expect(await auditNames()).toContain('SignInSessionsEnded');
  });

  it('do not end by a form of another site', async () => {
    const foreign = await browser.postFromElsewhere('/sessions/end-all', 'x=1');
    expect(foreign.statusCode).toBe(403);
    expect(await living()).toHaveLength(3);
  });
});
