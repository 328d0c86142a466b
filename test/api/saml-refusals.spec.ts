import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { languageOf, PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import { SamlService, singleSignOn, singleSignOnPost, type RequestParts } from '../support/saml-service.js';
import { recordedEvents } from '../support/stack-database.js';

let archive: SamlService;
let museum: SamlService;
beforeAll(async () => {
  archive = await SamlService.of('archive');
  museum = await SamlService.of('museum');
});

/** A page in the person's language, no response, no way elsewhere, and one record with the reason. */
async function expectPage(answer: Answer, statuses: readonly number[] = [400, 403]): Promise<void> {
  expect(statuses).toContain(answer.status);
  expect(answer.location).toBeUndefined();
  expect([languageOf(answer), titleOf(answer)]).toEqual(['en', expect.stringMatching(/\w/)]);
  expect(answer.body).not.toMatch(/name="SAMLResponse"|node_modules| at \w+ \(/);
  const reference = answer.headers.get('x-request-reference');
  expect(answer.body).toContain(reference);
  const events = await recordedEvents(reference);
  expect(events.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^(SamlRequestRejected|RequestRejected)$/),
  ]);
  expect(JSON.stringify(events[0]?.data)).toMatch(/"(reason|rule|error)":/);
}

const open = (address: string | URL) => new PageWalker().open(address);
const changed = (service: SamlService, change: (address: string) => string) =>
  open(change(service.address(service.request()).href));

describe('a request of a service that signs', () => {
  it.each<[string, (address: string) => string]>([
    ['SA-4 without Signature', (address) => address.replace(/&Signature=.*/, '')],
    ['SA-4 without SigAlg', (address) => address.replace(/&SigAlg=[^&]*/, '')],
    ['SA-4 with an empty Signature', (address) => address.replace(/&Signature=.*/, '&Signature=')],
    ['SA-4 with an empty SigAlg', (address) => address.replace(/&SigAlg=[^&]*/, '&SigAlg=')],
    ['SA-5 with RelayState added', (address) => address.replace('RelayState=state', 'RelayState=evil')],
    ['SA-5 with RelayState removed', (address) => address.replace(/&RelayState=[^&]*/, '')],
    ['SA-5 with the request twice', (address) => `${address}&SAMLRequest=x`],
    [
      'SA-5 with another parameter of that name in front',
      (address) => address.replace('?', '?SAMLRequest=x&'),
    ],
    ['SA-6 by SHA-1', (address) => address.replace('rsa-sha256', 'rsa-sha1')],
    ['SA-6 by an unknown algorithm', (address) => address.replace('rsa-sha256', 'none')],
    [
      'with a broken Signature',
      (address) => address.replace(/Signature=.{20}/, `Signature=${'A'.repeat(20)}`),
    ],
  ])('%s is turned away', async (_, change) => expectPage(await changed(archive, change)));

  it('SA-2 unsigned is turned away, by Redirect and by POST', async () => {
    await expectPage(await open(archive.address(archive.request(), { signed: false })), [403]);
    const SAMLRequest = Buffer.from(archive.request({ destination: singleSignOnPost() })).toString('base64');
    await expectPage(await new PageWalker().post(singleSignOnPost(), { SAMLRequest }), [403]);
  });

  it('SA-3 signed by a stranger is turned away, also where no signature is needed', async () => {
    const inTheNameOf = (service: SamlService) =>
      archive.address(service.request({ issuer: service.entityId, acs: service.acs }));
    await expectPage(await open(museum.address(archive.request(), { signed: true })), [403]);
    await expectPage(await open(inTheNameOf(museum)), [403]);
  });
});

describe('a request that is wrong', () => {
  const tenMinutes = 10 * 60_000;

  it.each<[string, () => RequestParts]>([
    ['SA-8 meant for another address', () => ({ destination: 'https://evil.example/' })],
    ['SA-9 of an unknown service', () => ({ issuer: 'https://nobody.example' })],
    ['SA-9 of a service with strange signs', () => ({ issuer: "']//*[1=1" })],
    ['SA-10 to another return address', () => ({ acs: 'https://evil.example/acs' })],
    ['SA-10 to the return address in capitals', () => ({ acs: museum.acs.toUpperCase() })],
    [
      'SA-10 to the return address with a port',
      () => ({ acs: museum.acs.replace('.example/', '.example:443/') }),
    ],
    ['SA-10 to the return address with more', () => ({ acs: `${museum.acs}?x=1` })],
    ['SA-10 to the return address of another', () => ({ acs: archive.acs })],
    ['SA-10 to a script', () => ({ acs: 'javascript:alert(1)' })],
    ['SA-11 with a return address and an index', () => ({ attributes: 'AssertionConsumerServiceIndex="0"' })],
    ['SA-13 ten minutes old', () => ({ issueInstant: new Date(Date.now() - tenMinutes) })],
    ['SA-13 ten minutes early', () => ({ issueInstant: new Date(Date.now() + tenMinutes) })],
    ['SA-27 whose ID begins with a digit', () => ({ id: `1${randomBytes(8).toString('hex')}` })],
    ['with an element that does not belong there', () => ({ children: '<samlp:Evil/>' })],
    ['with a second issuer', () => ({ children: '<saml:Issuer>https://evil.example</saml:Issuer>' })],
    ['with strange words in it', () => ({ attributes: 'IsPassive="perhaps"' })],
  ])('%s is turned away', async (_, parts) =>
    expectPage(await open(museum.address(museum.request(parts())))),
  );

  it('SA-14 a second time is turned away, also at the same moment', async () => {
    const address = museum.address(museum.request());
    const answers = await Promise.all([1, 2, 3].map(() => new PageWalker().send(address)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 400, 400]);
    await expectPage(await open(address), [400]);
  });

  it.each([
    ['SA-28 a document type', (xml: string) => `<!DOCTYPE a [<!ENTITY x "y">]>${xml}`],
    [
      'SX-21 an entity of a file',
      (xml: string) => `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml}`,
    ],
    ['SA-30 another message', (xml: string) => xml.replaceAll('AuthnRequest', 'LogoutRequest')],
    ['SA-30 two elements', (xml: string) => xml + xml],
    ['SA-30 a wrapper', (xml: string) => `<x>${xml}</x>`],
    ['no XML', () => 'hello'],
    ['half the XML', (xml: string) => xml.slice(0, 200)],
    ['SX-22 elements in elements', (xml: string) => xml.replace('<saml:Issuer>', `${'<x>'.repeat(5_000)}`)],
    ['SX-22 many attributes', (xml: string) => xml.replace('Version', `${attributes(1_500)} Version`)],
    ['NUL', (xml: string) => xml.replace('<saml:Issuer>', '<saml:Issuer>\0')],
  ])('%s in place of a request is turned away', async (_, change) => {
    await expectPage(await open(museum.address(change(museum.request()))), [400]);
  });

  it.each<[string, (query: string) => string]>([
    ['nothing', () => ''],
    ['an empty request', () => 'SAMLRequest='],
    ['no base64', () => 'SAMLRequest=%%%'],
    ['base64 of nothing', () => 'SAMLRequest=AAAA'],
    ['no deflate', () => `SAMLRequest=${encodeURIComponent(Buffer.from('<a/>').toString('base64'))}`],
    ['SA-30 a response', (query) => query.replace('SAMLRequest', 'SAMLResponse')],
    [
      'SX-23 a message that swells to megabytes',
      () => `SAMLRequest=${deflated(Buffer.alloc(5_000_000, 'a'))}`,
    ],
    [
      'SA-24 a RelayState of 2 KB',
      (query) => query.replace('RelayState=state', `RelayState=${'x'.repeat(2_048)}`),
    ],
    ['SA-24 a RelayState with a line end', (query) => query.replace('state', 'a%0d%0ab')],
    ['SA-24 a RelayState with NUL', (query) => query.replace('RelayState=state', 'RelayState=a%00b')],
    ['a byte that is no text', (query) => query.replace('RelayState=state', 'RelayState=%ff%fe')],
    ['half an escape', (query) => `${query}&x=%E`],
  ])('%s in place of the query is turned away', async (_, change) => {
    const { search } = museum.address(museum.request());
    const before = Date.now();
    const answer = await open(`${singleSignOn()}?${change(search.slice(1))}`);
    if (answer.status !== 200) await expectPage(answer, [400]);
    expect(Date.now() - before).toBeLessThan(2_000);
  });

  it('SX-23 a posted form of half a megabyte is turned away', async () => {
    const SAMLRequest = Buffer.alloc(400_000).toString('base64');
    await expectPage(await new PageWalker().post(singleSignOnPost(), { SAMLRequest }), [413]);
  });

  it('SA-32 other methods are refused, and so are other kinds of body', async () => {
    const walker = new PageWalker();
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      expect((await walker.send(singleSignOn(), { method })).status).toBe(405);
    }
    const json = await walker.send(singleSignOnPost(), {
      method: 'POST',
      body: '{"SAMLRequest":"x"}',
      headers: { 'content-type': 'application/json' },
    });
    expect([400, 415]).toContain(json.status);
  });
});

describe('a posted request', () => {
  it('goes on in a browser whose cookies were left out, once', async () => {
    const xml = museum.request({ destination: singleSignOnPost() });
    const SAMLRequest = Buffer.from(xml).toString('base64');
    const walker = new PageWalker();
    const onward = await walker.post(singleSignOnPost(), { SAMLRequest, RelayState: 'x' });
    expect([onward.status, onward.location?.pathname]).toEqual([303, expect.stringMatching(/continue$/)]);
    expect((await walker.open(String(onward.location))).url.pathname).toContain('/fas/sign-in/');
    await expectPage(await new PageWalker().open(String(onward.location)), [400]);
    await expectPage(await new PageWalker().open(`${singleSignOnPost()}/continue?request=forged`), [400]);
    await expectPage(await new PageWalker().open(`${singleSignOnPost()}/continue`), [400]);
  });
});

const deflated = (content: Buffer): string => encodeURIComponent(deflateRawSync(content).toString('base64'));
const attributes = (count: number): string =>
  Array.from({ length: count }, (_, at) => `a${at}="x"`).join(' ');
