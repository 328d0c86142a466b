import { createSign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAME_ID_FORMAT, STATUS } from '#libs/saml';
import { SpecExchange, fieldsOf, responseOf, statusesOf, type Reply } from './test-support/spec-exchange.js';
import {
  authnRequest,
  signedForm,
  signedQuery,
  specService,
  type SpecService,
} from './test-support/spec-service.js';

let my: SpecExchange;
let fas: SpecExchange['fas'];
let service: SpecService;
beforeAll(async () => {
  my = await SpecExchange.start();
  ({ fas, service } = my);
});
afterAll(() => my.fas.close());

const policy = (format: string, more = '') => `<samlp:NameIDPolicy Format="${format}" ${more}/>`;
const nameIdIn = (reply: Reply) => /<saml:NameID [^>]*>([^<]*)/.exec(responseOf(reply))?.[1];

describe('SA-7 the keys of a service', () => {
  it('count each, and one that is taken out of its metadata counts no longer', async () => {
    const roller = await specService('https://roller.example');
    const next = await specService('https://next.example');
    const bare = (pem: string) => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');
    const second = `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${bare(next.certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
    const id = await fas.register(roller.metadata.replace('<md:KeyDescriptor', `${second}$&`));
    const byNext = () =>
      my.get(signedQuery(my.request({}, roller), { ...roller, privateKey: next.privateKey }));
    const own = () => my.send({}, { signer: roller });
    expect([(await own()).statusCode, (await byNext()).statusCode]).toEqual([303, 303]);
    await fas.database.database.query(
      `update agencies.application set saml = jsonb_set(saml, '{metadata}', to_jsonb($2::text)) where id = $1`,
      [id, roller.metadata],
    );
    await expect.poll(async () => (await byNext()).statusCode).toBe(403);
    expect((await own()).statusCode).toBe(303);
  });
});

describe('SA-20 the name of a person', () => {
  it('SR-7 is base32 of 160 bits when it lasts', async () => {
    const { cookie, fedId } = await fas.signIn('totp', 400);
    const children = policy(NAME_ID_FORMAT.persistent, 'AllowCreate="true"');
    const name = nameIdIn(await my.send({ children }, { cookie }));
    expect(name).toMatch(/^[A-Z2-7]{32}$/);
    expect(name).not.toContain(fedId);
  });

  it('is not made without leave, and given without leave once it was made', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    const ask = (more: string, signer = service) =>
      my.send({ children: policy(NAME_ID_FORMAT.persistent, more) }, { cookie, signer });
    for (const more of ['AllowCreate="false"', '']) {
      expect(statusesOf(await ask(more))).toEqual([STATUS.requester, STATUS.invalidNameIdPolicy]);
    }
    const made = nameIdIn(await ask('AllowCreate="true"'));
    expect(nameIdIn(await ask('AllowCreate="0"'))).toBe(made);
    expect(statusesOf(await ask('AllowCreate="false"', my.other))).toContain(STATUS.invalidNameIdPolicy);
  });

  it.each([NAME_ID_FORMAT.transient, NAME_ID_FORMAT.unspecified])(
    'of the format %s needs no leave',
    async (format) => {
      const { cookie } = await fas.signIn('totp', 400);
      const reply = await my.send({ children: policy(format) }, { cookie });
      expect(statusesOf(reply)).toEqual([STATUS.success]);
      expect(responseOf(reply)).toContain(`Format="${NAME_ID_FORMAT.transient}"`);
    },
  );

  it('is the usual one of the service when it asks for none in particular', async () => {
    const lasting = await specService('https://lasting.example');
    const metadata = lasting.metadata.replace(
      `<md:NameIDFormat>${NAME_ID_FORMAT.transient}</md:NameIDFormat>`,
      '',
    );
    await fas.register(metadata);
    const { cookie } = await fas.signIn('totp', 400);
    const reply = await my.send({}, { cookie, signer: lasting });
    expect(responseOf(reply)).toContain(`Format="${NAME_ID_FORMAT.persistent}"`);
  });
});

describe('SA-24 RelayState', () => {
  it.each([
    ['80 octets', 'a'.repeat(80)],
    ['81 octets', 'a'.repeat(81)],
    ['markup', '"><script>alert(1)</script>'],
    ['strange letters and spaces', 'é ß %41 + & = ; 日本'],
    ['an address', 'https://service.example/page?x=1&y=2#z'],
  ])('of %s comes back as it was, by Redirect and by POST', async (_, relayState) => {
    const passive = { attributes: 'IsPassive="true"' };
    expect(fieldsOf(await my.send(passive, { relayState }))['RelayState']).toBe(relayState);
    const reply = await my.post(
      signedForm(authnRequest(service, my.at.singleSignOnPost, passive), service, relayState),
    );
    const answer = await my.page(String(reply.headers.location));
    expect(fieldsOf(answer)['RelayState']).toBe(relayState);
    expect(answer.body).not.toContain('<script>alert');
  });
});

describe('SA-25 Scoping', () => {
  const scoping = (content: string, attributes = '') =>
    `<samlp:Scoping ${attributes}>${content}</samlp:Scoping>`;
  const list = (...providers: string[]) =>
    `<samlp:IDPList>${providers.map((id) => `<samlp:IDPEntry ProviderID="${id}"/>`).join('')}</samlp:IDPList>`;

  it('that names us, or forbids to ask others, is answered by us', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    for (const children of [
      scoping(list('https://elsewhere.example', my.at.entityId)),
      scoping('', 'ProxyCount="0"'),
      scoping('<samlp:RequesterID>https://behind.example</samlp:RequesterID>', 'ProxyCount="2"'),
    ]) {
      const reply = await my.send({ children }, { cookie });
      expect(statusesOf(reply)).toEqual([STATUS.success]);
      expect(reply.body).not.toContain('behind.example');
    }
  });

  it.each([
    ['nobody that we know', list('https://elsewhere.example'), '', STATUS.noSupportedIdp],
    [
      'a partner, and forbids to ask one',
      list('https://idp.prd.itsme.services/v2'),
      'ProxyCount="0"',
      STATUS.proxyCountExceeded,
    ],
  ])('that names %s is told so', async (_, content, attributes, status) => {
    const reply = await my.send({ children: scoping(content, attributes) });
    expect(statusesOf(reply)).toEqual([STATUS.responder, status]);
  });

  it('that names a partner is never answered by another key', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    const children = scoping(list('https://idp.prd.itsme.services/v2'));
    const reply = await my.send({ children, attributes: 'IsPassive="true"' }, { cookie });
    expect(statusesOf(reply)[0]).toBe(STATUS.responder);
  });

  it('of a wrong type is no request', async () => {
    expect((await my.send({ children: scoping('', 'ProxyCount="-1"') })).statusCode).toBe(400);
  });
});

describe('SA-26 what is allowed and means nothing to us', () => {
  it('does no harm', async () => {
    const { cookie } = await fas.signIn('totp', 400);
    const reply = await my.send(
      {
        attributes: 'Consent="urn:oasis:names:tc:SAML:2.0:consent:obtained" xmlns:x="urn:x" x:y="z"',
        children:
          '<samlp:Extensions><x:y xmlns:x="urn:x">&lt;script&gt;</x:y></samlp:Extensions>' +
          '<saml:Conditions NotBefore="2026-01-01T00:00:00Z"/>',
      },
      { cookie },
    );
    expect(statusesOf(reply)).toEqual([STATUS.success]);
    expect(responseOf(reply)).not.toContain('script');
  });
});

describe('old clients', () => {
  it('SA-6 may sign with SHA-1 where an operator set it so, and nowhere else', async () => {
    const old = await specService('https://old.example');
    const id = await fas.register(old.metadata);
    const query = () => {
      const octets = signedQuery(my.request({}, old), old)
        .replace(/&Signature=.*/, '')
        .replace(/SigAlg=.*/, `SigAlg=${encodeURIComponent('http://www.w3.org/2000/09/xmldsig#rsa-sha1')}`);
      const value = createSign('sha1').update(octets).sign(old.privateKey, 'base64');
      return `${octets}&Signature=${encodeURIComponent(value)}`;
    };
    expect((await my.get(query())).statusCode).toBe(403);
    await fas.database.database.query(
      `update agencies.application set saml = saml || '{"allowSha1": true}' where id = $1`,
      [id],
    );
    await expect.poll(async () => (await my.get(query())).statusCode).toBe(303);
  });
});
