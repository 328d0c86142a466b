import { SAML } from '@node-saml/node-saml';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { STATUS } from '../saml-names.js';
import { verifyEnvelopedSignature } from '../signature/enveloped-signature.js';
import {
  hasSchemas,
  hasXmlsec,
  schemaComplaints,
  xmlsecVerifies,
} from '../../../test/support/saml-judges.js';
import { recipientOf, testKey, trusted, type TestKey } from '../test-support/keys.js';
import { ACS, IDP, SP, posted } from '../test-support/requests.js';
import { successResponse } from '../test-support/responses.js';
import { canonicalise } from '../xml/canonicalise.js';
import { parseXml } from '../xml/parse-xml.js';
import { buildErrorResponse, buildResponse } from './build-response.js';
import { postFields } from './post-fields.js';

let key: TestKey;
let ecKey: TestKey;
beforeAll(async () => {
  [key, ecKey] = [await testKey(), await testKey('p256')];
});

function rootOf(xml: string) {
  const parsed = parseXml(xml);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return parsed.root;
}

function relyingParty() {
  return new SAML({
    callbackUrl: ACS,
    entryPoint: 'https://idp.example.be/',
    issuer: SP,
    audience: SP,
    idpIssuer: IDP,
    idpCert: key.certificate,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
  });
}

const errorResponse = () => ({
  issuer: IDP,
  destination: ACS,
  inResponseTo: '_request1',
  issuedAt: new Date(),
  status: { code: STATUS.responder, subCode: STATUS.noAuthnContext, message: 'no key is strong enough' },
});

describe('a response', () => {
  it('SR-2 is written in the canonical form that it was digested in', async () => {
    const { xml } = await buildResponse(successResponse(), key);
    expect(canonicalise(rootOf(xml))).toBe(xml);
  });

  it('SR-2 SR-3 has one assertion, both signed, each with one reference to itself', async () => {
    const { xml, id, assertionId } = await buildResponse(successResponse(), key);
    expect(xml.match(/<saml:Assertion /g)).toHaveLength(1);
    expect(xml.match(/<saml:AuthnStatement /g)).toHaveLength(1);
    expect(xml.match(/<saml:AttributeStatement>/g)).toHaveLength(1);
    expect([...xml.matchAll(/<ds:Reference URI="#([^"]*)"/g)].map(([, to]) => to)).toEqual([id, assertionId]);
    const assertion = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? '';
    expect(verifyEnvelopedSignature(rootOf(assertion), { keys: [trusted(key)] }).kind).toBe('verified');
  });

  it('SR-4 says where, to what, by whom, for whom and how long', async () => {
    const issuedAt = new Date('2026-03-01T10:00:00Z');
    const authentication = {
      at: new Date('2026-03-01T09:59:00Z'),
      sessionIndex: '_s',
      classReference: 'urn:c',
    };
    const { xml } = await buildResponse(successResponse({ issuedAt, authentication }), key);
    expect(xml.match(new RegExp(`<saml:Issuer[^>]*>${IDP}</saml:Issuer>`, 'g'))).toHaveLength(2);
    expect(xml).toContain(`Destination="${ACS}"`);
    expect(xml).toContain(
      `<saml:SubjectConfirmationData InResponseTo="_request1" NotOnOrAfter="2026-03-01T10:05:00.000Z" Recipient="${ACS}">`,
    );
    expect(xml).toContain(
      '<saml:Conditions NotBefore="2026-03-01T09:59:30.000Z" NotOnOrAfter="2026-03-01T10:05:00.000Z">',
    );
    expect(xml).toContain(
      `<saml:AudienceRestriction><saml:Audience>${SP}</saml:Audience></saml:AudienceRestriction>`,
    );
    expect(xml).toContain('<saml:AuthnStatement AuthnInstant="2026-03-01T09:59:00.000Z" SessionIndex="_s">');
    expect(xml).toContain('<saml:AuthnContextClassRef>urn:c</saml:AuthnContextClassRef>');
  });

  it('SR-6 attributes: NameFormat uri, one value per element, none without values', async () => {
    const { xml } = await buildResponse(successResponse(), key);
    const uri = 'NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"';
    expect(xml).toContain(
      `<saml:Attribute Name="roles" ${uri}><saml:AttributeValue>one</saml:AttributeValue><saml:AttributeValue>two</saml:AttributeValue></saml:Attribute>`,
    );
    expect(xml).toContain(`<saml:Attribute FriendlyName="fedid" Name="urn:be:fedict:iam:attr:fedid" ${uri}>`);
    expect(xml).not.toContain('Name="mail"');
  });

  it('SR-6 a name from a source cannot become markup', async () => {
    const value = '</saml:AttributeValue><saml:Attribute Name="role">admin';
    const { xml } = await buildResponse(
      successResponse({ attributes: [{ name: 'surname', values: [value] }] }),
      key,
    );
    expect(xml.match(/<saml:Attribute /g)).toHaveLength(1);
    const profile = (await relyingParty().validatePostResponseAsync({ SAMLResponse: posted(xml) })).profile;
    expect(profile?.['surname']).toBe(value);
  });

  it('SR-6 what XML cannot carry is left out, a value over 256 characters is a mistake', async () => {
    const build = (value: string) =>
      buildResponse(successResponse({ attributes: [{ name: 'a', values: [value] }] }), key);
    expect((await build('a\u0000\u001b\ud800\uFFFEb')).xml).toContain(
      '<saml:AttributeValue>ab</saml:AttributeValue>',
    );
    expect((await build('😀'.repeat(256))).xml).toContain('😀');
    await expect(build('a'.repeat(257))).rejects.toThrow(RangeError);
  });

  it('SR-6 any text arrives as it was', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 60 })
      .map((value) => value.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD]/gu, ''));
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const { xml } = await buildResponse(
          successResponse({ attributes: [{ name: 'a', values: [value] }] }),
          ecKey,
        );
        const root = rootOf(xml);
        expect(canonicalise(root)).toBe(xml);
        expect(
          verifyEnvelopedSignature(rootOf(/<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? ''), {
            keys: [trusted(ecKey)],
          }).kind,
        ).toBe('verified');
        expect(root.getElementsByTagName('saml:AttributeValue')[0]?.textContent).toBe(value);
      }),
      { numRuns: 60 },
    );
  });

  it('SR-8 an error says who and why, nested, and holds no assertion', async () => {
    const { xml, assertionId } = await buildErrorResponse(errorResponse(), key);
    expect(assertionId).toBeUndefined();
    expect(xml).not.toContain('Assertion ');
    expect(xml).toContain(
      `<samlp:Status><samlp:StatusCode Value="${STATUS.responder}"><samlp:StatusCode Value="${STATUS.noAuthnContext}"></samlp:StatusCode></samlp:StatusCode><samlp:StatusMessage>no key is strong enough</samlp:StatusMessage></samlp:Status>`,
    );
    expect(verifyEnvelopedSignature(rootOf(xml), { keys: [trusted(key)] }).kind).toBe('verified');
  });

  it('SR-9 an unsolicited one has no InResponseTo at all', async () => {
    const { xml } = await buildResponse(successResponse({ inResponseTo: undefined }), key);
    expect(xml).not.toContain('InResponseTo');
  });

  it('SR-11 names the partner that took part, when told to', async () => {
    const authentication = { ...successResponse().authentication, authenticatingAuthorities: ['urn:itsme'] };
    const { xml } = await buildResponse(successResponse({ authentication }), key);
    expect(xml).toContain('<saml:AuthenticatingAuthority>urn:itsme</saml:AuthenticatingAuthority>');
  });

  it('goes into a form by its name, RelayState only when there was one', () => {
    expect(postFields('SAMLResponse', '<é/>', '"><script>')).toEqual([
      { name: 'SAMLResponse', value: 'PMOpLz4=' },
      { name: 'RelayState', value: '"><script>' },
    ]);
    expect(postFields('SAMLResponse', '<a/>')).toHaveLength(1);
  });
});

describe('the judges', () => {
  it('node-saml accepts it, signed twice', async () => {
    const { xml } = await buildResponse(successResponse(), key);
    const { profile } = await relyingParty().validatePostResponseAsync({ SAMLResponse: posted(xml) });
    expect(profile).toMatchObject({
      issuer: IDP,
      nameID: 'AB2C3D',
      sessionIndex: '_session1',
      givenName: 'Zoë <& "Co"',
      roles: ['one', 'two'],
    });
  });

  it('node-saml refuses it when one letter of a name is changed', async () => {
    const { xml } = await buildResponse(successResponse(), key);
    const changed = posted(xml.replace('Voorbeeld', 'Voorbeelt'));
    await expect(relyingParty().validatePostResponseAsync({ SAMLResponse: changed })).rejects.toThrow(
      'signature',
    );
  });

  it('xml-crypto verifies both signatures', async () => {
    const { xml } = await buildResponse(successResponse(), key);
    const document = rootOf(xml);
    for (const element of document.getElementsByTagName('ds:Signature')) {
      const verifier = new SignedXml({ publicCert: key.certificate });
      verifier.loadSignature(element as unknown as Node);
      expect(verifier.checkSignature(xml)).toBe(true);
    }
  });

  it.skipIf(!hasXmlsec).each(['rsa', 'p256', 'p384'] as const)(
    'xmlsec1 verifies both signatures by %s',
    async (kind) => {
      const own = await testKey(kind);
      const { xml } = await buildResponse(successResponse(), own);
      expect([xmlsecVerifies(xml, own, 'Response'), xmlsecVerifies(xml, own, 'Assertion')]).toEqual([
        true,
        true,
      ]);
      expect(xmlsecVerifies(xml.replace('Voorbeeld', 'Voorbeelt'), own, 'Assertion')).toBe(false);
    },
  );

  it.skipIf(!hasSchemas)('SR-1 the schemas find nothing to complain about', async () => {
    const plain = await buildResponse(successResponse(), key);
    const encrypted = await buildResponse(successResponse(), key, recipientOf(key));
    const error = await buildErrorResponse(errorResponse(), key);
    expect([plain, encrypted, error].map(({ xml }) => schemaComplaints(xml))).toEqual(['', '', '']);
    expect(schemaComplaints(plain.xml.replace('Version="2.0"', ''))).toContain('Version');
  });
});
