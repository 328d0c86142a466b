import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageWalker } from '../support/page-walker.js';
import {
  answerOf,
  fasEndpoint,
  idOf,
  messageIn,
  SamlLogoutService,
  statusesOf,
  type LogoutParts,
  type Sent,
} from '../support/saml-logout-service.js';
import { rows } from '../support/stack-database.js';
import { stack } from '../support/stack.js';

let archive: SamlLogoutService;
let museum: SamlLogoutService;
beforeAll(async () => {
  archive = await SamlLogoutService.start('Archive', 'HTTP-Redirect');
  museum = await SamlLogoutService.start('Museum', 'HTTP-Redirect');
});
afterAll(async () => {
  await Promise.all([archive.stop(), museum.stop()]);
});

async function signedIn() {
  const walker = new PageWalker();
  return { walker, told: await archive.signIn(walker) };
}

const rejections = () =>
  rows<{ rule: string }>(
    `select data->>'rule' as rule from audit.event where name = 'LogoutRejected' order by occurred_at desc, id desc limit 1`,
  );

describe('a request of a service', () => {
  it('SL-1 by Redirect ends the session; the answer is signed, goes to the registered address and says Success', async () => {
    const { walker, told } = await signedIn();
    expect(await archive.isSignedIn(walker)).toBe(true);
    const xml = archive.request(told, { notOnOrAfter: new Date(Date.now() + 60_000) });
    const answer = await walker.open(archive.redirect(xml, { relayState: 'my state' }));
    expect([answer.status, `${answer.location?.origin}${answer.location?.pathname}`]).toEqual([
      303,
      archive.sloAddress,
    ]);
    expect(answerOf(answer)).toEqual(['Success']);
    expect(answer.location?.searchParams.get('RelayState')).toBe('my state');
    expect(answer.location?.searchParams.get('Signature')).toBeTruthy();
    expect(messageIn(answer.location, 'SAMLResponse')).toContain(`InResponseTo="${idOf(xml)}"`);
    expect(answer.headers.get('clear-site-data')).toContain('storage');
    expect(await archive.isSignedIn(walker)).toBe(false);
  });

  it('SL-1 by POST ends it too, without our cookie', async () => {
    const { walker, told } = await signedIn();
    const xml = archive.signed(archive.request(told, { destination: fasEndpoint('POST') }));
    const fields = { SAMLRequest: Buffer.from(xml).toString('base64') };
    const answer = await new PageWalker().post(fasEndpoint('POST'), fields);
    expect(answerOf(answer)).toEqual(['Success']);
    expect(await archive.isSignedIn(walker)).toBe(false);
  });

  it('SL-1 by SOAP is answered on the same connection, signed', async () => {
    const { walker, told } = await signedIn();
    const xml = archive.signed(archive.request(told, { destination: fasEndpoint('Soap') }));
    const { status, body } = await archive.soap(xml);
    expect([status, statusesOf(body)]).toEqual([200, ['Success']]);
    expect(body).toContain('<ds:SignatureValue>');
    expect(await archive.isSignedIn(walker)).toBe(false);
  });

  it('SL-1 without SessionIndex ends every session of that name', async () => {
    const { walker, told } = await signedIn();
    const answer = await walker.open(archive.redirect(archive.request(told, { sessionIndex: null })));
    expect(answerOf(answer)).toEqual(['Success']);
    expect(await archive.isSignedIn(walker)).toBe(false);
  });

  const minutes = (n: number) => new Date(Date.now() + n * 60_000);
  it.each<[string, string, LogoutParts, () => Sent]>([
    ['unsigned', 'signature', {}, () => ({ signer: null })],
    ['signed by another service', 'signature', {}, () => ({ signer: museum })],
    ['that expired', 'not-on-or-after', { notOnOrAfter: minutes(-2) }, () => ({})],
    ['of long ago', 'issue-instant', { issueInstant: minutes(-10) }, () => ({})],
    ['of the future', 'issue-instant', { issueInstant: minutes(10) }, () => ({})],
    ['meant for others', 'destination', { destination: 'https://other.example/slo' }, () => ({})],
  ])('SL-2 %s is refused and recorded, and the session lives', async (_, rule, parts, sent) => {
    const { walker, told } = await signedIn();
    const answer = await walker.open(archive.redirect(archive.request(told, parts), sent()));
    expect([400, 403]).toContain(answer.status);
    expect(answer.location).toBeUndefined();
    expect((await rejections())[0]?.rule).toBe(rule);
    expect(await archive.isSignedIn(walker)).toBe(true);
  });

  it('SL-2 with a changed octet is refused, by POST and by SOAP', async () => {
    const { walker, told } = await signedIn();
    const post = archive.signed(archive.request(told, { destination: fasEndpoint('POST') }));
    const forged = post.replace(told.sessionIndex, told.sessionIndex.replace(/.$/, 'x'));
    const fields = { SAMLRequest: Buffer.from(forged).toString('base64') };
    expect((await walker.post(fasEndpoint('POST'), fields)).status).toBe(403);
    const unsigned = archive.request(told, { destination: fasEndpoint('Soap') });
    expect((await archive.soap(unsigned)).status).toBe(403);
    expect((await archive.soap('<a/>')).status).toBe(400);
    expect(await archive.isSignedIn(walker)).toBe(true);
  });

  it('SL-3 names only its own: other names, other sessions and strangers all get the same answer, without effect', async () => {
    const { walker, told } = await signedIn();
    const atMuseum = await museum.signIn(walker);
    const requests = [
      archive.request({ ...told, nameId: atMuseum.nameId }),
      archive.request({ ...told, sessionIndex: atMuseum.sessionIndex }),
      archive.request({ nameId: '_nobody', sessionIndex: '_none' }),
      archive.request({ ...told, sessionIndex: '_none' }),
    ];
    for (const xml of requests)
      expect(answerOf(await new PageWalker().open(archive.redirect(xml)))).toEqual(['Success']);
    expect(await archive.isSignedIn(walker)).toBe(true);
  });

  it('SL-8 understands a name encrypted for either of our keys', async () => {
    const metadata = await (await fetch(`${stack().addresses.fas}/saml/fas-metadata.xml`)).text();
    const certificates = [...metadata.matchAll(/use="encryption">.*?X509Certificate>([^<]+)</gs)].map(
      ([, text = '']) => text,
    );
    expect(certificates).toHaveLength(2);
    for (const encryptFor of certificates) {
      const { walker, told } = await signedIn();
      const xml = archive.request(told, { encryptFor });
      expect(xml).not.toContain(told.nameId);
      expect(answerOf(await walker.open(archive.redirect(xml)))).toEqual(['Success']);
      expect(await archive.isSignedIn(walker)).toBe(false);
    }
  });

  it('SL-9 is taken once', async () => {
    const { walker, told } = await signedIn();
    const address = archive.redirect(archive.request(told));
    expect(answerOf(await walker.open(address))).toEqual(['Success']);
    const again = await walker.open(address);
    expect([again.status, again.location]).toEqual([400, undefined]);
    expect((await rejections())[0]?.rule).toBe('replay');
  });

  it('SL-10 its RelayState is given back and never followed', async () => {
    const { walker, told } = await signedIn();
    const relayState = 'https://evil.example/';
    const answer = await walker.open(archive.redirect(archive.request(told), { relayState }));
    expect(answer.location?.origin).toBe(new URL(archive.sloAddress).origin);
    expect(answer.location?.searchParams.get('RelayState')).toBe(relayState);
  });
});

describe('an answer to a request of ours', () => {
  it('SL-9 that we did not ask for, or that comes twice, is refused', async () => {
    const { walker, told } = await signedIn();
    await museum.signIn(walker);
    for (const unknown of ['_unknown', '_0']) {
      const answer = await walker.open(museum.redirect(museum.response(unknown)));
      expect([answer.status, answer.location]).toEqual([400, undefined]);
    }
    const question = await walker.open(archive.redirect(archive.request(told)));
    const visit = await walker.open(`${question.url.href}/everywhere`);
    const asked = idOf(messageIn(visit.location, 'SAMLRequest'));
    expect((await walker.send(archive.redirect(archive.response(asked)))).status).toBe(400);
    expect((await walker.send(museum.redirect(museum.response(asked), { signer: null }))).status).toBe(403);
    const address = museum.redirect(museum.response(asked), { relayState: 'https://evil.example/' });
    const first = await walker.open(address);
    expect(first.location?.href.startsWith(archive.sloAddress)).toBe(true);
    expect(answerOf(first)).toEqual(['Success']);
    expect((await walker.open(address)).status).toBe(400);
  });

  it('SL-9 that is a question again, thirty times, leads back to who asks and nowhere else', async () => {
    const { walker, told } = await signedIn();
    const atMuseum = await museum.signIn(walker);
    const question = await walker.open(archive.redirect(archive.request(told)));
    const visit = await walker.open(`${question.url.href}/everywhere`);
    for (let turn = 0; turn < 30; turn += 1) {
      const answer = await walker.open(museum.redirect(museum.request(atMuseum)));
      expect(answer.location?.href.startsWith(museum.sloAddress)).toBe(true);
      expect(answerOf(answer)).toEqual(['Success']);
    }
    const asked = idOf(messageIn(visit.location, 'SAMLRequest'));
    const end = await walker.open(museum.redirect(museum.response(asked)));
    expect(end.location?.href.startsWith(archive.sloAddress)).toBe(true);
    expect(answerOf(end)).toEqual(['Success']);
  });
});
