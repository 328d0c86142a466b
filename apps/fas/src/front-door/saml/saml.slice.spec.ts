import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutes } from '#libs/kernel';
import { NAME_ID_FORMAT, STATUS } from '#libs/saml';
import { SAML_PATHS } from './saml-addresses.js';
import { SpecExchange, fieldsOf, responseOf, statusesOf, type Reply } from './test-support/spec-exchange.js';
import {
  authnRequest,
  signedForm,
  signedQuery,
  specService,
  stockClient,
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

describe('a request without a session', () => {
  it('SA-1 by Redirect leads to the login', async () => {
    const reply = await my.send();
    expect(reply.statusCode).toBe(303);
    expect(reply.headers.location).toMatch(/^\/fas\/sign-in\/[\w-]+$/);
  });

  it('SA-1 by POST leads to the login, over a hop that brings the cookies', async () => {
    const hop = await my.post(signedForm(authnRequest(service, at.singleSignOnPost), service, 'state'));
    expect(hop.statusCode).toBe(303);
    expect(hop.headers['set-cookie']).toBeUndefined();
    const url = String(hop.headers.location);
    expect(url).toContain(`${SAML_PATHS.singleSignOnContinue}?request=`);
    const reply = await fas.app.server.inject({ method: 'GET', url });
    expect(reply.headers.location).toMatch(/^\/fas\/sign-in\/[\w-]+$/);
    const again = await fas.app.server.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
    expect([again.statusCode, (await my.rejections())[0]?.rule]).toEqual([400, 'posted-request']);
  });

  it('SA-16 with IsPassive is answered NoPassive', async () => {
    const reply = await my.send({ attributes: 'IsPassive="true"' });
    expect(statusesOf(reply)).toEqual([STATUS.responder, STATUS.noPassive]);
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
    const reply = await my.get(address.search.slice(1), cookie);
    const { RelayState, ...posted } = fieldsOf(reply);
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
    const hop = await my.post(signedForm(authnRequest(service, at.singleSignOnPost), service));
    const reply = await fas.app.server.inject({
      method: 'GET',
      url: String(hop.headers.location),
      headers: { cookie },
    });
    expect(statusesOf(reply)).toEqual([STATUS.success]);
  });

  it('SA-19 asserts what really happened', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    expect(responseOf(await my.send({}, { cookie }))).toMatch(
      /<saml:AuthnContextClassRef>urn:be:fedict:iam:fas:(citizen:)?Level400</,
    );
  });

  it('SA-15 ForceAuthn asks again', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    expect((await my.send({ attributes: 'ForceAuthn="true"' }, { cookie })).statusCode).toBe(303);
    const passive = await my.send({ attributes: 'ForceAuthn="true" IsPassive="true"' }, { cookie });
    expect(statusesOf(passive)).toEqual([STATUS.responder, STATUS.noPassive]);
  });

  it('SA-18 a level that is too low is stepped up, or refused when no page may be shown', async () => {
    const { cookie } = await fas.signIn('password', 200);
    const children =
      '<samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>urn:be:fedict:iam:fas:Level400</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>';
    expect((await my.send({ children }, { cookie })).statusCode).toBe(303);
    expect(statusesOf(await my.send({ children, attributes: 'IsPassive="true"' }, { cookie }))).toEqual([
      STATUS.responder,
      STATUS.noPassive,
    ]);
  });

  it('SR-7 a persistent NameID is stable per service, a transient one is new in each session', async () => {
    const nameId = async (format: string, cookie: string, signer: SpecService) => {
      const children = `<samlp:NameIDPolicy Format="${format}" AllowCreate="true"/>`;
      return /<saml:NameID [^>]*>([^<]*)/.exec(
        responseOf(await my.send({ children }, { cookie, signer })),
      )?.[1];
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
    const first = responseOf(await my.send({}, { cookie }));
    const own = /<saml:NameID [^>]*>([^<]*)/.exec(first)?.[1] ?? '';
    const asking = (nameId: string) =>
      my.send({ children: `<saml:Subject><saml:NameID>${nameId}</saml:NameID></saml:Subject>` }, { cookie });
    expect(statusesOf(await asking(own))).toEqual([STATUS.success]);
    const reply = await fas.signIn('totp', 400).then((stranger) =>
      my.send(
        {
          attributes: 'IsPassive="true"',
          children: `<saml:Subject><saml:NameID>${own}</saml:NameID></saml:Subject>`,
        },
        { cookie: stranger.cookie },
      ),
    );
    expect(statusesOf(reply)).toEqual([STATUS.responder, STATUS.unknownPrincipal]);
  });

  it('SR-5 goes encrypted to a service that wants it so', async () => {
    const shy = await specService('https://shy.example');
    await fas.register(shy.metadata, { wantAssertionsEncrypted: true });
    const { cookie } = await fas.signIn('totp', 400);
    const reply = await my.send({}, { cookie, signer: shy });
    expect(responseOf(reply)).toContain('<saml:EncryptedAssertion');
    const [key] = await fas.services.ring.publishedKeys('saml');
    const client = stockClient(shy, {
      entityId: at.entityId,
      certificate: key?.certificate ?? '',
      signOn: at.singleSignOnRedirect,
    });
    expect((await client.validatePostResponseAsync(fieldsOf(reply))).profile?.nameID).toBeDefined();
  });
});

describe('small liberties', () => {
  it('SA-1 a service that does not sign may send unsigned', async () => {
    const query = signedQuery(my.request({}, open), open).replace(/&SigAlg.*/, '');
    expect((await my.get(query)).statusCode).toBe(303);
  });

  it('SA-11 without an address the default one is used, with an index that one', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    for (const attributes of ['', 'AssertionConsumerServiceIndex="0"']) {
      const reply = await my.send({ acs: null, attributes }, { cookie });
      expect(reply.body).toContain(`action="${service.acs}"`);
    }
  });

  it('SA-13 two minutes off is no problem', async () => {
    expect((await my.send({ issueInstant: new Date(Date.now() - minutes(2)) })).statusCode).toBe(303);
    expect((await my.send({ issueInstant: new Date(Date.now() + minutes(2)) })).statusCode).toBe(303);
  });

  it('SA-23 what a service calls itself is never shown', async () => {
    const reply = await my.send({ attributes: 'ProviderName="Eenandernaam" IsPassive="true"' });
    expect(reply.body).not.toContain('Eenandernaam');
    expect(reply.body).toContain('Voorbeelddienst');
  });

  it('SA-32 another method is 405', async () => {
    const reply = await fas.app.server.inject({ method: 'GET', url: SAML_PATHS.singleSignOnPost });
    expect(reply.statusCode).toBe(405);
  });

  it('SM-1 our metadata is there, with both keys of each use', async () => {
    const reply = await fas.app.server.inject({ method: 'GET', url: SAML_PATHS.metadata });
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      200,
      'application/samlmetadata+xml; charset=utf-8',
    ]);
    expect(reply.body).toContain(`entityID="${at.entityId}"`);
    for (const use of ['signing', 'encryption'])
      expect(reply.body.match(new RegExp(`<md:KeyDescriptor use="${use}"`, 'g'))).toHaveLength(2);
  });

  it('SM-1 our metadata names us in four languages, whom to call, and only what answers', async () => {
    const { body } = await fas.app.server.inject({ method: 'GET', url: SAML_PATHS.metadata });
    expect(at.entityId.length).toBeLessThanOrEqual(256);
    expect(body).toMatch(/ validUntil="\d{4}-/);
    for (const language of ['nl', 'fr', 'de', 'en'])
      expect(body).toMatch(new RegExp(`<mdui:DisplayName xml:lang="${language}">\\S`));
    expect(body).toMatch(/<mdui:Logo [^>]*>https?:/);
    expect(body).toMatch(/<md:ContactPerson contactType="technical">.*<md:EmailAddress>mailto:\S+@/);
    expect(body).not.toContain('regexp="true"');
    const named = [...body.matchAll(/ (?:Location|errorURL)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(named.length).toBeGreaterThanOrEqual(7);
    for (const address of named) {
      const reply = await fas.app.server.inject({ method: 'GET', url: new URL(address).pathname });
      expect([address, reply.statusCode]).not.toEqual([address, 404]);
      expect([address, reply.statusCode < 500]).toEqual([address, true]);
    }
  });
});

describe('a request that becomes a journey', () => {
  const browserOf = (reply: Reply) => String([reply.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';

  it('SA-29 two tabs answered in reverse order each get their own answer', async () => {
    const first = await my.send({ id: '_tab1' }, { relayState: 'one' });
    const browser = browserOf(first);
    const second = await my.send({ id: '_tab2' }, { relayState: 'two', cookie: browser });
    const { cookie } = await fas.signIn('totp', 400);
    for (const [reply, id, state] of [
      [second, '_tab2', 'two'],
      [first, '_tab1', 'one'],
    ] as const) {
      const finish = await my.page(String(reply.headers.location), `${browser}; ${cookie}`);
      const answer = await my.page(String(finish.headers.location), `${browser}; ${cookie}`);
      expect(responseOf(answer)).toContain(`InResponseTo="${id}"`);
      expect([statusesOf(answer), fieldsOf(answer)['RelayState']]).toEqual([[STATUS.success], state]);
    }
  });

  it('SA-31 a person who does not go on is reported so', async () => {
    const reply = await my.send();
    const address = String(reply.headers.location);
    const journey = await fas.services.journeyStore.read(address.split('/').at(-1) ?? '');
    const application = journey && fas.services.parties.find(journey.request.applicationId);
    if (!journey || !application) throw new Error('no journey');
    const visitor = { reference: 'SPEC-SPEC', address: '192.0.2.1', language: 'nl' } as const;
    await fas.services.journeys.cancel(journey, application, visitor);
    const answer = await my.page(`${address}/finish`, browserOf(reply));
    expect(statusesOf(answer)).toEqual([STATUS.responder, STATUS.authnFailed]);
  });

  it('SL-1 what the service was told is noted with the session, for its logout', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    const xml = responseOf(await my.send({}, { cookie }));
    const session = await fas.services.sessions.findByCookie(cookie.split('=')[1] ?? '');
    const index = /SessionIndex="([^"]*)"/.exec(xml)?.[1];
    const nameId = /<saml:NameID [^>]*>([^<]*)/.exec(xml)?.[1];
    expect(session?.participants).toMatchObject([{ protocol: 'saml', index, nameId }]);
  });
});
