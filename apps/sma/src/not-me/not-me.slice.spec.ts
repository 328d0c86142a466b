import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FedId } from '#libs/kernel';
import { SpecBrowser } from '../test-support/spec-browser.js';
import { PAULA, PIET, SpecSma } from '../test-support/spec-sma.js';

const MAIL = 'paula.proef@example.be';

let sma: SpecSma;
let browser: SpecBrowser;
let password: string;
let totp: string;
let passkey: string;
beforeAll(async () => {
  sma = await SpecSma.start();
  for (const fedId of [PAULA, PIET]) await sma.people.create({ fedId, enrolment: 'eid', language: 'nl' });
  await sma.people.addContact(PAULA, { kind: 'mail', value: MAIL, primary: true, verified: true });
});
afterAll(() => sma.stop());
beforeEach(async () => {
  for (const key of await sma.keys.ofPerson(PAULA)) await sma.keys.setState(key.id, 'revoked');
  const add = (kind: 'password' | 'totp' | 'passkey') =>
    sma.keys.add({ fedId: PAULA, kind, enrolment: 'eid' });
  [password, totp, passkey] = [await add('password'), await add('totp'), await add('passkey')];
  browser = new SpecBrowser(sma);
  await browser.signIn(PAULA, 200);
});

/** Something that happened some minutes ago; the record's id. */
async function happened(name: string, data: Record<string, unknown>, of: FedId = PAULA, minutes = 5) {
  const id = randomUUID();
  await sma.database.database.query(
    `insert into audit.event (id, occurred_at, name, reference, subject, address, data)
     values ($1, now() - make_interval(mins => $5), $2, '7K3F-9QXM', $3, '192.0.2.0/24', $4)`,
    [id, name, of, data, minutes],
  );
  return id;
}

const signedIn = (key: string) =>
  happened('SignInCompleted', { key, level: 400, singleSignOn: false, attributes: [] });
const active = async () =>
  (await sma.keys.ofPerson(PAULA)).filter(({ state }) => state === 'active').map(({ id }) => id);
const recorded = (name: string) => sma.recorded(name, PAULA);
const path = (id: string) => `/history/not-me/${id}`;

describe('LN-25 “this was not me”, said in one’s history', () => {
  it('of a sign-in suspends what was used, ends every session, and tells by mail, record and desk', async () => {
    await happened('KeyProven', { key: 'totp', keyId: totp }, PAULA, 6);
    const id = await signedIn('totp');
    expect((await browser.get('/history/?lang=en')).body).toContain(`href="${path(id)}"`);

    // Opening the page changes nothing, and it works without a script.
    const { body } = await browser.get(`${path(id)}?lang=en`);
    expect([...body.matchAll(/data-suspends="(\w+)"/g)].map(([, kind]) => kind)).toEqual([
      'password',
      'totp',
    ]);
    expect(await active()).toHaveLength(3);

    const done = await browser.press(path(id), path(id));
    expect(done.headers.location).toBe('/reported');
    expect(await active()).toEqual([passkey]);
    expect((await browser.get('/overview/')).statusCode).toBe(303);
    expect((await browser.get('/reported?lang=en')).body).toContain('What you do now');
    const reports = await recorded('AccountChangeDisowned');
    expect(reports.at(-1)?.data).toEqual({ what: 'signed-in', record: id, suspended: 2 });
    const suspended = (await recorded('KeySuspended')).map(({ data }) => data);
    expect(suspended).toContainEqual({ key: 'password', keyId: password, reason: 'disowned' });
    expect((await sma.mailsTo(MAIL)).at(-1)?.data).toMatchObject({ what: 'disowned' });
    // The mailbox of the service desk learns that there is a report, and where; not whose.
    const [alert, ...others] = await sma.mailsTo(sma.config.mail.serviceDesk ?? '');
    expect(alert?.template).toBe('not-me-alert');
    expect(alert?.data['url']).toBe(`${sma.config.baseUrl.admin}/service-desk/not-me`);
    expect(JSON.stringify(alert)).not.toContain(PAULA);
    expect(others).toEqual([]);
  });

  it('counts once; the page says so afterwards', async () => {
    const id = await signedIn('passkey');
    const stale = browser.copy();
    await browser.press(path(id), path(id));
    const before = (await recorded('AccountChangeDisowned')).length;
    await stale.signIn(PAULA, 200);
    const again = await stale.get(`${path(id)}?lang=en`);
    expect(again.body).toContain('You reported this already');
    expect(again.body).not.toContain(`action="${path(id)}"`);
    expect(await recorded('AccountChangeDisowned')).toHaveLength(before);
  });

  it('LN-26 is undone with all that the key is worth, not with less', async () => {
    const id = await signedIn('passkey');
    await browser.press(path(id), path(id));
    const weak = new SpecBrowser(sma);
    await weak.signIn(PAULA, 200);
    const asked = await weak.get(`/keys/${passkey}/resume`);
    expect(sma.asked(String(asked.headers.location)).request.requestedAuthnContext).toMatchObject({
      classReferences: ['urn:be:fedict:iam:fas:citizen:Level400'],
    });
    await weak.signIn(PAULA, 500, `/keys/${passkey}/resume`);
    await weak.press(`/keys/${passkey}/resume`, `/keys/${passkey}/resume`);
    expect(await active()).toContain(passkey);
  });

  it('of a change of a key suspends that key', async () => {
    const id = await happened('KeyActivated', { key: 'passkey', keyId: passkey });
    await browser.press(path(id), path(id));
    expect((await active()).toSorted()).toEqual([password, totp].toSorted());
  });

  it('of a sign-in with the card suspends nothing here, and says whom to call', async () => {
    const id = await signedIn('eid');
    const { body } = await browser.get(`${path(id)}?lang=en`);
    expect(body).toContain('DOC STOP');
    expect(body).not.toContain('data-suspends');
    expect((await browser.press(path(id), path(id))).headers.location).toBe('/reported');
    expect(await active()).toHaveLength(3);
  });

  it('warns when nothing would be left to sign in with', async () => {
    await sma.keys.setState(passkey, 'revoked');
    const { body } = await browser.get(`${path(await signedIn('totp'))}?lang=en`);
    expect(body).toContain('you have no active key left');
  });

  it.each([
    ['what happened to somebody else', () => happened('SignInCompleted', { key: 'totp' }, PIET)],
    ['what nobody else could have done', () => happened('PersonLookedUp', { by: 'number' })],
    ['what is not there', () => Promise.resolve(randomUUID())],
    ['no record at all', () => Promise.resolve('x')],
  ])('is not said of %s', async (_what, record) => {
    const id = await record();
    expect((await browser.get(path(id))).statusCode).toBe(404);
    const other = await signedIn('totp');
    expect((await browser.pressElsewhere(path(other), path(other), path(id), {})).statusCode).toBe(404);
    expect(await active()).toHaveLength(3);
  });

  it('XS-10 is not said by a form of another site', async () => {
    const id = await signedIn('totp');
    expect((await browser.postFromElsewhere(path(id), 'x=1')).statusCode).toBe(403);
    expect(await active()).toHaveLength(3);
  });
});
