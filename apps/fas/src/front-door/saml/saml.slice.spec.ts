import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutes } from '#libs/kernel';
import { BINDING, NAME_ID_FORMAT, STATUS } from '#libs/saml';
import { samlAddresses, SAML_PATHS, type SamlAddresses } from './saml-addresses.js';
import {
  authnRequest,
  form,
  signedForm,
  signedQuery,
  specService,
  stockClient,
  type RequestParts,
  type SpecService,
} from './test-support/spec-service.js';
import { specFas, type SpecFas } from './test-support/spec-fas.js';

let fas: SpecFas;
let service: SpecService;
let other: SpecService;
let open: SpecService;
let at: SamlAddresses;

beforeAll(async () => {
  fas = await specFas();
  at = samlAddresses(fas.services.config.baseUrl.fas);
  service = await specService('https://service.example');
  other = await specService('https://other.example');
  open = await specService('https://open.example');
  open = {
    ...open,
    metadata: open.metadata.replace('AuthnRequestsSigned="true"', 'AuthnRequestsSigned="false"'),
  };
  for (const one of [service, other, open]) await fas.register(one.metadata);
});
afterAll(() => fas.close());

interface Sent {
  readonly cookie?: string;
  readonly relayState?: string;
  readonly signer?: SpecService;
}

function get(query: string, cookie?: string) {
  const url = `${SAML_PATHS.singleSignOnRedirect}?${query}`;
  return fas.app.server.inject({
    method: 'GET',
    url,
    headers: { accept: 'text/html', ...(cookie && { cookie }) },
  });
}

function post(payload: string, cookie?: string) {
  return fas.app.server.inject({
    method: 'POST',
    url: SAML_PATHS.singleSignOnPost,
    payload,
    headers: {
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://service.example',
      'sec-fetch-site': 'cross-site',
      ...(cookie && { cookie }),
    },
  });
}

/** A request by Redirect, signed by the service. */
function send(parts: RequestParts = {}, { cookie, relayState, signer = service }: Sent = {}) {
  return get(signedQuery(authnRequest(signer, at.singleSignOnRedirect, parts), signer, relayState), cookie);
}

type Reply = Awaited<ReturnType<typeof get>>;

/** The fields of the form that carries an answer. */
function fields(reply: Reply): Record<string, string> {
  expect(reply.statusCode).toBe(200);
  const found = [...reply.body.matchAll(/<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)];
  const unescape = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, unescape(value)]));
}

const response = (reply: Reply) => Buffer.from(fields(reply)['SAMLResponse'] ?? '', 'base64').toString();

const statuses = (reply: Reply) =>
  [...response(reply).matchAll(/<samlp:StatusCode Value="([^"]*)"/g)].map(([, code]) => code);

async function rejections(): Promise<{ rule: string; reason?: string; answered: boolean }[]> {
  const rows = await fas.database.database.query<{ data: { rule: string; answered: boolean } }>(
    `select data from audit.event where name = 'SamlRequestRejected' order by occurred_at desc, id desc`,
  );
  return rows.map(({ data }) => data);
}

describe('a request without a session', () => {
  it('SA-1 by Redirect leads to the login', async () => {
    const reply = await send();
    expect(reply.statusCode).toBe(303);
    expect(reply.headers.location).toMatch(/^\/fas\/sign-in\/[\w-]+$/);
  });

  it('SA-1 by POST leads to the login, over a hop that brings the cookies', async () => {
    const hop = await post(signedForm(authnRequest(service, at.singleSignOnPost), service, 'state'));
    expect(hop.statusCode).toBe(303);
    expect(hop.headers['set-cookie']).toBeUndefined();
    const url = String(hop.headers.location);
    expect(url).toContain(`${SAML_PATHS.singleSignOnContinue}?request=`);
    const reply = await fas.app.server.inject({ method: 'GET', url });
    expect(reply.headers.location).toMatch(/^\/fas\/sign-in\/[\w-]+$/);
    const again = await fas.app.server.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
    expect([again.statusCode, (await rejections())[0]?.rule]).toEqual([400, 'posted-request']);
  });

  it('SA-16 with IsPassive is answered NoPassive', async () => {
    const reply = await send({ attributes: 'IsPassive="true"' });
    expect(statuses(reply)).toEqual([STATUS.responder, STATUS.noPassive]);
  });
});

describe('a request with a session', () => {
  it('SA-1 SR-12 is answered at once, and the stock client accepts the answer', async () => {
    const [key] = await fas.services.ring.publishedKeys('saml');
    const client = stockClient(service, {
      entityId: at.entityId,
      certificate: key?.certificate ?? '',
      signOn: at.singleSignOnRedirect,
    });
    const { cookie } = await fas.signIn('totp', 400);
    const address = new URL(await client.getAuthorizeUrlAsync('here&there', undefined, {}));
    const reply = await get(address.search.slice(1), cookie);
    const { RelayState, ...posted } = fields(reply);
    expect(RelayState).toBe('here&there');
    const { profile } = await client.validatePostResponseAsync(posted);
    expect(profile).toMatchObject({ issuer: at.entityId, nameIDFormat: NAME_ID_FORMAT.transient });
    const { body, headers } = reply;
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("form-action 'self' https://service.example;");
    expect(body).toMatch(/<button type="submit"/);
    expect(body).not.toContain('_csrf');
  });

  it('SA-1 by POST the same, also after the hop', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    const hop = await post(signedForm(authnRequest(service, at.singleSignOnPost), service));
    const reply = await fas.app.server.inject({
      method: 'GET',
      url: String(hop.headers.location),
      headers: { cookie },
    });
    expect(statuses(reply)).toEqual([STATUS.success]);
  });

  it('SA-19 asserts what really happened', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    expect(response(await send({}, { cookie }))).toMatch(
      /<saml:AuthnContextClassRef>urn:be:fedict:iam:fas:(citizen:)?Level400</,
    );
  });

  it('SA-15 ForceAuthn asks again', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    expect((await send({ attributes: 'ForceAuthn="true"' }, { cookie })).statusCode).toBe(303);
    const passive = await send({ attributes: 'ForceAuthn="true" IsPassive="true"' }, { cookie });
    expect(statuses(passive)).toEqual([STATUS.responder, STATUS.noPassive]);
  });

  it('SA-18 a level that is too low is stepped up, or refused when no page may be shown', async () => {
    const { cookie } = await fas.signIn('password', 200);
    const children =
      '<samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>urn:be:fedict:iam:fas:Level400</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>';
    expect((await send({ children }, { cookie })).statusCode).toBe(303);
    expect(statuses(await send({ children, attributes: 'IsPassive="true"' }, { cookie }))).toEqual([
      STATUS.responder,
      STATUS.noPassive,
    ]);
  });

  it('SR-7 a persistent NameID is stable per service, a transient one is new in each session', async () => {
    const nameId = async (format: string, cookie: string, signer: SpecService) => {
      const children = `<samlp:NameIDPolicy Format="${format}" AllowCreate="true"/>`;
      return /<saml:NameID [^>]*>([^<]*)/.exec(response(await send({ children }, { cookie, signer })))?.[1];
    };
    const { cookie, fedId } = await fas.signIn('totp', 400);
    const persistent = await nameId(NAME_ID_FORMAT.persistent, cookie, service);
    expect(await nameId(NAME_ID_FORMAT.persistent, cookie, service)).toBe(persistent);
    expect(await nameId(NAME_ID_FORMAT.persistent, cookie, other)).not.toBe(persistent);
    expect(persistent).not.toContain(fedId);
    const transient = await nameId(NAME_ID_FORMAT.transient, cookie, service);
    expect([persistent, undefined]).not.toContain(transient);
  });

  it('SA-21 a subject is only answered for that person', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    const first = response(await send({}, { cookie }));
    const own = /<saml:NameID [^>]*>([^<]*)/.exec(first)?.[1] ?? '';
    const asking = (nameId: string) =>
      send({ children: `<saml:Subject><saml:NameID>${nameId}</saml:NameID></saml:Subject>` }, { cookie });
    expect(statuses(await asking(own))).toEqual([STATUS.success]);
    const reply = await fas.signIn('totp', 400).then((stranger) =>
      send(
        {
          attributes: 'IsPassive="true"',
          children: `<saml:Subject><saml:NameID>${own}</saml:NameID></saml:Subject>`,
        },
        { cookie: stranger.cookie },
      ),
    );
    expect(statuses(reply)).toEqual([STATUS.responder, STATUS.unknownPrincipal]);
  });

  it('SR-5 goes encrypted to a service that wants it so', async () => {
    const shy = await specService('https://shy.example');
    await fas.register(shy.metadata, { wantAssertionsEncrypted: true });
    const { cookie } = await fas.signIn('totp', 400);
    const reply = await send({}, { cookie, signer: shy });
    expect(response(reply)).toContain('<saml:EncryptedAssertion');
    const [key] = await fas.services.ring.publishedKeys('saml');
    const client = stockClient(shy, {
      entityId: at.entityId,
      certificate: key?.certificate ?? '',
      signOn: at.singleSignOnRedirect,
    });
    expect((await client.validatePostResponseAsync(fields(reply))).profile?.nameID).toBeDefined();
  });
});

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
    const reply = await send(parts, { relayState: '"><script>' });
    expect(statuses(reply)).toEqual(expected);
    expect(fields(reply)['RelayState']).toBe('"><script>');
    expect(response(reply)).not.toContain('<saml:Assertion');
    expect((await rejections())[0]?.answered).toBe(true);
  });
});

describe('a request that only the person hears about', () => {
  const tenMinutes = minutes(10);
  const changed = (found: RegExp, replacement: string) => () =>
    get(
      signedQuery(authnRequest(service, at.singleSignOnRedirect), service, 'state').replace(
        found,
        replacement,
      ),
    );

  it.each<[string, () => Promise<Reply>, number, string]>([
    [
      'SA-2 unsigned',
      () =>
        get(signedQuery(authnRequest(service, at.singleSignOnRedirect), service).replace(/&SigAlg.*/, '')),
      403,
      'signature',
    ],
    ['SA-2 unsigned by POST', () => post(form(authnRequest(service, at.singleSignOnPost))), 403, 'signature'],
    [
      'SA-3 wrongly signed where none is needed',
      () => get(signedQuery(authnRequest(open, at.singleSignOnRedirect), service)),
      403,
      'signature',
    ],
    ['SA-4 Signature dropped', changed(/&Signature=.*/, ''), 400, 'binding'],
    ['SA-4 SigAlg dropped', changed(/&SigAlg=[^&]*/, ''), 400, 'binding'],
    ['SA-4 Signature empty', changed(/&Signature=.*/, '&Signature='), 400, 'binding'],
    ['SA-5 RelayState changed', changed(/RelayState=state/, 'RelayState=evil'), 403, 'signature'],
    ['SA-6 SHA-1', changed(/rsa-sha256/, 'rsa-sha1'), 403, 'signature'],
    ['SA-8 Destination of another', () => send({ destination: 'https://evil.example/' }), 400, 'destination'],
    ['SA-8 Destination absent', () => send({ destination: null }), 400, 'destination'],
    [
      'SA-9 unknown issuer',
      () => send({}, { signer: { ...service, entityId: 'https://nobody.example' } }),
      403,
      'issuer',
    ],
    [
      'SA-9 issuer A signed by B',
      () => get(signedQuery(authnRequest(service, at.singleSignOnRedirect), other)),
      403,
      'signature',
    ],
    ['SA-10 ACS not in metadata', () => send({ acs: 'https://evil.example/acs' }), 400, 'assertion-consumer'],
    ['SA-10 ACS in other case', () => send({ acs: service.acs.toUpperCase() }), 400, 'assertion-consumer'],
    [
      'SA-10 ACS with a port',
      () => send({ acs: service.acs.replace('.example/', '.example:443/') }),
      400,
      'assertion-consumer',
    ],
    ['SA-10 ACS with more', () => send({ acs: `${service.acs}?x=1` }), 400, 'assertion-consumer'],
    ['SA-10 prefix of the ACS', () => send({ acs: service.acs.slice(0, -1) }), 400, 'assertion-consumer'],
    [
      'SA-11 unknown index',
      () => send({ acs: null, attributes: 'AssertionConsumerServiceIndex="9999"' }),
      400,
      'assertion-consumer',
    ],
    [
      'SA-11 URL and index',
      () => send({ attributes: 'AssertionConsumerServiceIndex="0"' }),
      400,
      'assertion-consumer',
    ],
    ['SA-13 too old', () => send({ issueInstant: new Date(Date.now() - tenMinutes) }), 400, 'issue-instant'],
    [
      'SA-13 in the future',
      () => send({ issueInstant: new Date(Date.now() + tenMinutes) }),
      400,
      'issue-instant',
    ],
    ['SA-24 RelayState of 2 KB', () => send({}, { relayState: 'x'.repeat(2048) }), 400, 'relay-state'],
    ['SA-24 RelayState with a line end', () => send({}, { relayState: 'a\r\nb' }), 400, 'relay-state'],
    ['SA-24 RelayState with NUL', () => send({}, { relayState: 'a\0b' }), 400, 'relay-state'],
    ['SA-27 ID that begins with a digit', () => send({ id: '1a' }), 400, 'request-form'],
    [
      'SA-28 document type',
      () => get(signedQuery(`<!DOCTYPE a>${authnRequest(service, at.singleSignOnRedirect)}`, service)),
      400,
      'xml',
    ],
    [
      'SA-30 logout request',
      () =>
        get(
          signedQuery(
            authnRequest(service, at.singleSignOnRedirect).replaceAll('AuthnRequest', 'LogoutRequest'),
            service,
          ),
        ),
      400,
      'request-form',
    ],
    [
      'SA-30 a response',
      () =>
        get(
          signedQuery(authnRequest(service, at.singleSignOnRedirect), service).replace(
            'SAMLRequest',
            'SAMLResponse',
          ),
        ),
      400,
      'binding',
    ],
    ['nothing', () => get(''), 400, 'binding'],
    ['nothing by POST', () => post(''), 400, 'binding'],
  ])('%s', async (_, act, status, rule) => {
    const before = (await rejections()).length;
    const reply = await act();
    expect([reply.statusCode, reply.headers.location]).toEqual([status, undefined]);
    expect(reply.body).not.toContain('name="SAMLResponse"');
    const now = await rejections();
    expect([now.length - before, now[0]?.rule, now[0]?.answered]).toEqual([1, rule, false]);
  });

  it('SA-5 a parameter that comes twice', async () => {
    const reply = await get(
      `${signedQuery(authnRequest(service, at.singleSignOnRedirect), service)}&SAMLRequest=x`,
    );
    expect(reply.statusCode).toBe(400);
  });

  it('SX-23 a form of half a megabyte', async () => {
    const SAMLRequest = Buffer.alloc(400_000).toString('base64');
    expect((await post(new URLSearchParams({ SAMLRequest }).toString())).statusCode).toBe(413);
  });

  it('SA-14 the same ID a second time', async () => {
    const query = signedQuery(authnRequest(service, at.singleSignOnRedirect), service);
    const replies = await Promise.all([get(query), get(query), get(query)]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 400, 400]);
    expect((await rejections())[0]).toMatchObject({ rule: 'replay', reason: 'seen-before' });
  });

  it('SA-9 a suspended application', async () => {
    const gone = await specService('https://gone.example');
    const id = await fas.register(gone.metadata);
    expect((await send({}, { signer: gone })).statusCode).toBe(303);
    await fas.database.database.query(`update agencies.application set state = 'suspended' where id = $1`, [
      id,
    ]);
    await expect.poll(async () => (await send({}, { signer: gone })).statusCode).toBe(403);
  });
});

describe('small liberties', () => {
  it('SA-1 a service that does not sign may send unsigned', async () => {
    const query = signedQuery(authnRequest(open, at.singleSignOnRedirect), open).replace(/&SigAlg.*/, '');
    expect((await get(query)).statusCode).toBe(303);
  });

  it('SA-11 without an address the default one is used, with an index that one', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    for (const attributes of ['', 'AssertionConsumerServiceIndex="0"']) {
      const reply = await send({ acs: null, attributes }, { cookie });
      expect(reply.body).toContain(`action="${service.acs}"`);
    }
  });

  it('SA-13 two minutes off is no problem', async () => {
    expect((await send({ issueInstant: new Date(Date.now() - minutes(2)) })).statusCode).toBe(303);
    expect((await send({ issueInstant: new Date(Date.now() + minutes(2)) })).statusCode).toBe(303);
  });

  it('SA-23 what a service calls itself is never shown', async () => {
    const reply = await send({ attributes: 'ProviderName="Eenandernaam" IsPassive="true"' });
    expect(reply.body).not.toContain('Eenandernaam');
    expect(reply.body).toContain('Voorbeelddienst');
  });

  it('SA-32 another method is 405', async () => {
    const reply = await fas.app.server.inject({ method: 'GET', url: SAML_PATHS.singleSignOnPost });
    expect(reply.statusCode).toBe(405);
  });

  it('SM-1 our metadata is there, with both keys', async () => {
    const reply = await fas.app.server.inject({ method: 'GET', url: SAML_PATHS.metadata });
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      200,
      'application/samlmetadata+xml; charset=utf-8',
    ]);
    expect(reply.body).toContain(`entityID="${at.entityId}"`);
    expect(reply.body.match(/<md:KeyDescriptor /g)).toHaveLength(2);
  });
});
