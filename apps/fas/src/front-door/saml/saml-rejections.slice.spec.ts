import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutes } from '#libs/kernel';
import { BINDING, NAME_ID_FORMAT, STATUS } from '#libs/saml';
import { SpecExchange, fieldsOf, responseOf, statusesOf, type Reply } from './test-support/spec-exchange.js';
import {
  authnRequest,
  form,
  signedQuery,
  specService,
  type RequestParts,
  type SpecService,
} from './test-support/spec-service.js';

let my: SpecExchange;
let fas: SpecExchange['fas'];
let at: SpecExchange['at'];
let service: SpecService;
let other: SpecService;
let open: SpecService;
beforeAll(async () => {
  my = await SpecExchange.start();
  ({ fas, at, service, other, open } = my);
});
afterAll(() => my.fas.close());

describe('a request that the relying party is told about', () => {
  const classes = (comparison: string, ...levels: string[]) =>
    `<samlp:RequestedAuthnContext Comparison="${comparison}">${levels.map((level) => `<saml:AuthnContextClassRef>${level}</saml:AuthnContextClassRef>`).join('')}</samlp:RequestedAuthnContext>`;

  it.each<[string, RequestParts, readonly string[]]>([
    [
      'SA-12 by Artifact',
      { attributes: `ProtocolBinding="${BINDING.artifact}"` },
      [STATUS.responder, STATUS.unsupportedBinding],
    ],
    [
      'SA-12 by something else',
      { attributes: 'ProtocolBinding="urn:bogus"' },
      [STATUS.responder, STATUS.unsupportedBinding],
    ],
    [
      'SA-17 unknown class',
      { children: classes('exact', 'urn:unknown') },
      [STATUS.responder, STATUS.noAuthnContext],
    ],
    [
      'SA-18 better than the best',
      { children: classes('better', 'urn:be:fedict:iam:fas:Level500') },
      [STATUS.responder, STATUS.noAuthnContext],
    ],
    [
      'SA-17 by declaration',
      {
        children:
          '<samlp:RequestedAuthnContext><saml:AuthnContextDeclRef>urn:d</saml:AuthnContextDeclRef></samlp:RequestedAuthnContext>',
      },
      [STATUS.responder, STATUS.noAuthnContext],
    ],
    [
      'SA-20 emailAddress',
      { children: `<samlp:NameIDPolicy Format="${NAME_ID_FORMAT.emailAddress}"/>` },
      [STATUS.requester, STATUS.invalidNameIdPolicy],
    ],
    [
      'SA-20 another name space',
      { children: '<samlp:NameIDPolicy SPNameQualifier="https://other.example"/>' },
      [STATUS.requester, STATUS.invalidNameIdPolicy],
    ],
    [
      'SA-21 encrypted subject',
      { children: '<saml:Subject><saml:EncryptedID/></saml:Subject>' },
      [STATUS.responder, STATUS.unknownPrincipal],
    ],
    [
      'SA-22 unknown bundle',
      { attributes: 'AttributeConsumingServiceIndex="77"' },
      [STATUS.requester, STATUS.requestUnsupported],
    ],
    ['SA-27 another version', { version: '3.0' }, [STATUS.versionMismatch]],
  ])('SR-8 %s', async (_, parts, expected) => {
    const reply = await my.send(parts, { relayState: '"><script>' });
    expect(statusesOf(reply)).toEqual(expected);
    expect(fieldsOf(reply)['RelayState']).toBe('"><script>');
    expect(responseOf(reply)).not.toContain('<saml:Assertion');
    expect((await my.rejections())[0]?.answered).toBe(true);
  });
});

describe('a request that only the person hears about', () => {
  const tenMinutes = minutes(10);
  const changed = (found: RegExp, replacement: string) => () =>
    my.get(signedQuery(my.request(), service, 'state').replace(found, replacement));

  it.each<[string, () => Promise<Reply>, number, string]>([
    [
      'SA-2 unsigned',
      () => my.get(signedQuery(my.request(), service).replace(/&SigAlg.*/, '')),
      403,
      'signature',
    ],
    [
      'SA-2 unsigned by POST',
      () => my.post(form(authnRequest(service, at.singleSignOnPost))),
      403,
      'signature',
    ],
    [
      'SA-3 wrongly signed where none is needed',
      () => my.get(signedQuery(my.request({}, open), service)),
      403,
      'signature',
    ],
    ['SA-4 Signature dropped', changed(/&Signature=.*/, ''), 400, 'binding'],
    ['SA-4 SigAlg dropped', changed(/&SigAlg=[^&]*/, ''), 400, 'binding'],
    ['SA-4 Signature empty', changed(/&Signature=.*/, '&Signature='), 400, 'binding'],
    ['SA-5 RelayState changed', changed(/RelayState=state/, 'RelayState=evil'), 403, 'signature'],
    ['SA-6 SHA-1', changed(/rsa-sha256/, 'rsa-sha1'), 403, 'signature'],
    [
      'SA-8 Destination of another',
      () => my.send({ destination: 'https://evil.example/' }),
      400,
      'destination',
    ],
    ['SA-8 Destination absent', () => my.send({ destination: null }), 400, 'destination'],
    [
      'SA-9 unknown issuer',
      () => my.send({}, { signer: { ...service, entityId: 'https://nobody.example' } }),
      403,
      'issuer',
    ],
    ['SA-9 issuer A signed by B', () => my.get(signedQuery(my.request(), other)), 403, 'signature'],
    [
      'SA-10 ACS not in metadata',
      () => my.send({ acs: 'https://evil.example/acs' }),
      400,
      'assertion-consumer',
    ],
    ['SA-10 ACS in other case', () => my.send({ acs: service.acs.toUpperCase() }), 400, 'assertion-consumer'],
    [
      'SA-10 ACS with a port',
      () => my.send({ acs: service.acs.replace('.example/', '.example:443/') }),
      400,
      'assertion-consumer',
    ],
    ['SA-10 ACS with more', () => my.send({ acs: `${service.acs}?x=1` }), 400, 'assertion-consumer'],
    ['SA-10 prefix of the ACS', () => my.send({ acs: service.acs.slice(0, -1) }), 400, 'assertion-consumer'],
    [
      'SA-11 unknown index',
      () => my.send({ acs: null, attributes: 'AssertionConsumerServiceIndex="9999"' }),
      400,
      'assertion-consumer',
    ],
    [
      'SA-11 URL and index',
      () => my.send({ attributes: 'AssertionConsumerServiceIndex="0"' }),
      400,
      'assertion-consumer',
    ],
    [
      'SA-13 too old',
      () => my.send({ issueInstant: new Date(Date.now() - tenMinutes) }),
      400,
      'issue-instant',
    ],
    [
      'SA-13 in the future',
      () => my.send({ issueInstant: new Date(Date.now() + tenMinutes) }),
      400,
      'issue-instant',
    ],
    ['SA-24 RelayState of 2 KB', () => my.send({}, { relayState: 'x'.repeat(2048) }), 400, 'relay-state'],
    ['SA-24 RelayState with a line end', () => my.send({}, { relayState: 'a\r\nb' }), 400, 'relay-state'],
    ['SA-24 RelayState with NUL', () => my.send({}, { relayState: 'a\0b' }), 400, 'relay-state'],
    ['SA-27 ID that begins with a digit', () => my.send({ id: '1a' }), 400, 'request-form'],
    ['SA-28 document type', () => my.get(signedQuery(`<!DOCTYPE a>${my.request()}`, service)), 400, 'xml'],
    [
      'SA-30 logout request',
      () => my.get(signedQuery(my.request().replaceAll('AuthnRequest', 'LogoutRequest'), service)),
      400,
      'request-form',
    ],
    [
      'SA-30 a response',
      () => my.get(signedQuery(my.request(), service).replace('SAMLRequest', 'SAMLResponse')),
      400,
      'binding',
    ],
    ['nothing', () => my.get(''), 400, 'binding'],
    ['nothing by POST', () => my.post(''), 400, 'binding'],
  ])('%s', async (_, act, status, rule) => {
    const before = (await my.rejections()).length;
    const reply = await act();
    expect([reply.statusCode, reply.headers.location]).toEqual([status, undefined]);
    expect(reply.body).not.toContain('name="SAMLResponse"');
    const now = await my.rejections();
    expect([now.length - before, now[0]?.rule, now[0]?.answered]).toEqual([1, rule, false]);
  });

  it('SR-9 nobody is told who is signed in unless they asked, whatever the address says', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    for (const name of ['entityID', 'spEntityID', 'providerId', 'client_id', 'TARGET']) {
      const query = new URLSearchParams({ [name]: service.entityId, RelayState: 'x', shire: service.acs });
      const reply = await my.get(query.toString(), cookie);
      expect([reply.statusCode, reply.headers.location]).toEqual([400, undefined]);
      expect(reply.body).not.toContain('SAMLResponse');
    }
  });

  it('SA-5 a parameter that comes twice', async () => {
    const reply = await my.get(`${signedQuery(my.request(), service)}&SAMLRequest=x`);
    expect(reply.statusCode).toBe(400);
  });

  it('SX-23 a form of half a megabyte', async () => {
    const SAMLRequest = Buffer.alloc(400_000).toString('base64');
    expect((await my.post(new URLSearchParams({ SAMLRequest }).toString())).statusCode).toBe(413);
  });

  it('SA-14 the same ID a second time', async () => {
    const query = signedQuery(my.request(), service);
    const replies = await Promise.all([my.get(query), my.get(query), my.get(query)]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 400, 400]);
    expect((await my.rejections())[0]).toMatchObject({ rule: 'replay', reason: 'seen-before' });
  });

  it('SA-9 a suspended application', async () => {
    const gone = await specService('https://gone.example');
    const id = await fas.register(gone.metadata);
    expect((await my.send({}, { signer: gone })).statusCode).toBe(303);
    await fas.database.database.query(`update agencies.application set state = 'suspended' where id = $1`, [
      id,
    ]);
    await expect.poll(async () => (await my.send({}, { signer: gone })).statusCode).toBe(403);
  });
});
