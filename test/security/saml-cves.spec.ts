import { createHmac } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageWalker, type Answer } from '../support/page-walker.js';
import { AnswerInHand, postRequest, signedRequest, Trap } from '../support/saml-attacks.js';
import { SamlService, singleSignOn } from '../support/saml-service.js';
import { recordedEvents } from '../support/stack-database.js';

/*
 * One row per advisory of ACCEPTANCE 2.8 that touches what we do: the message that its product took, brought to ours over
 * HTTP. Requests go to FAS, answers to SMA, whose service provider is the one that the hub uses too. Each row must end
 * without a session, with one record, and without a call to anybody.
 */

const DS = 'http://www.w3.org/2000/09/xmldsig#';
const SIGNATURE = /<ds:Signature [\s\S]*?<\/ds:Signature>/;
const SIGNED_INFO = /(<ds:SignedInfo[\s\S]*?<\/ds:SignedInfo>)/;

let archive: SamlService;
let hand: AnswerInHand;
let trap: Trap;
beforeAll(async () => {
  archive = await SamlService.of('archive');
  hand = await AnswerInHand.of('bram-boterkoek');
  trap = await Trap.set();
});
afterAll(() => trap.close());

async function expectRefused(answer: Answer, event: RegExp): Promise<void> {
  expect([400, 403, 413]).toContain(answer.status);
  expect(answer.location).toBeUndefined();
  expect(answer.headers.getSetCookie().join()).not.toMatch(/csam-sma-session=\w|csam-sign-in=\w/);
  const events = await recordedEvents(answer.headers.get('x-request-reference'));
  expect(events.map(({ name }) => name)).toEqual([expect.stringMatching(event)]);
  expect(trap.calls).toEqual([]);
}

/** The answer of FAS in pieces, to put together wrongly. */
function pieces(xml: string) {
  const assertion = /<saml:Assertion [\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? '';
  const inner = SIGNATURE.exec(assertion)?.[0] ?? '';
  const outer = SIGNATURE.exec(xml)?.[0] ?? '';
  const bare = assertion.replace(inner, '');
  const evil = bare
    .replace(/ ID="[^"]*"/, ' ID="_evil"')
    .replace(/(fedid"[^>]*><saml:AttributeValue>)[^<]*/, `$1${'f'.repeat(40)}`)
    .replace(/(<saml:NameID[^>]*>)[^<]*/, '$1_evil');
  const into = (signature: string, content: string) =>
    signature.replace('</ds:Signature>', `${content}</ds:Signature>`);
  return { assertion, inner, outer, bare, evil, into };
}

type Pieces = ReturnType<typeof pieces>;

const AT_SMA: readonly [cve: string, attack: (xml: string, parts: Pieces) => string][] = [
  ['CVE-2025-29774 xml-crypto: two SignedInfo', (xml) => xml.replace(SIGNED_INFO, '$1$1')],
  [
    'CVE-2025-29775 xml-crypto: a comment in DigestValue',
    (xml) => xml.replace('<ds:DigestValue>', '<ds:DigestValue><!-- x -->'),
  ],
  [
    'xml-crypto below 6.3: a decoy signature with the genuine value',
    (xml, { outer, evil, into, assertion }) =>
      xml.replace(assertion, '').replace(outer, () => into(outer, `<ds:Object>${evil}</ds:Object>`) + outer),
  ],
  [
    'CVE-2025-54419 CVE-2025-54369 node-saml: identity from what is not signed',
    (xml, { evil, assertion }) => xml.replace(assertion, () => evil + assertion),
  ],
  ['CVE-2022-39299 CVE-2022-39300 passport-saml: two roots', (xml, { evil }) => evil + xml],
  [
    'CVE-2025-47949 samlify: the assertion is not the signed one',
    (xml, { evil, assertion }) => xml.replace(assertion, () => assertion + evil),
  ],
  [
    'samlify 2026: an entity that XXE protection let through',
    (xml) => `<!DOCTYPE r [<!ENTITY x SYSTEM "TRAP/xxe">]>${xml}`,
  ],
  [
    'CVE-2025-46572 passport-wsfed-saml2: evil around the signed',
    (xml, { evil, assertion }) =>
      xml.replace(assertion, () => evil.replace('</saml:Assertion>', `${assertion}</saml:Assertion>`)),
  ],
  [
    'CVE-2025-46573 passport-wsfed-saml2: attributes smuggled in',
    (xml) =>
      xml.replace(
        '</saml:AttributeStatement>',
        '<saml:Attribute Name="role"><saml:AttributeValue>admin</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
      ),
  ],
  [
    'CVE-2024-45409 ruby-saml: any signature in the document serves',
    (xml, { inner, evil, assertion }) =>
      xml
        .replace(assertion, () => evil)
        .replace('</samlp:Status>', `<samlp:StatusDetail>${inner}</samlp:StatusDetail></samlp:Status>`),
  ],
  [
    'CVE-2025-25291 CVE-2025-25292 ruby-saml: two parsers, two documents',
    (xml, { evil, assertion }) =>
      `<!DOCTYPE r [<!ATTLIST r x CDATA "]><!--">]>${xml.replace(assertion, () => `<!--${evil}-->${assertion}`)}`,
  ],
  [
    'CVE-2025-66567 CVE-2025-66568 ruby-saml: canonical form of nothing',
    (xml) =>
      xml
        .replace('<saml:Subject>', '<saml:Subject xmlns:n="1">')
        .replaceAll(/<ds:DigestValue>[^<]*/g, '<ds:DigestValue>47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='),
  ],
  [
    'CVE-2026-2092 Keycloak: an encrypted assertion that nobody signed',
    (xml, { assertion }) =>
      xml.replace(
        assertion,
        () =>
          `<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${assertion}</saml:EncryptedAssertion>`,
      ),
  ],
  [
    'CVE-2026-25922 authentik: the first assertion is read, the second is signed',
    (xml, { evil, assertion }) => xml.replace(assertion, () => evil + assertion),
  ],
  [
    'CVE-2026-47201 authentik: the signed one hidden in the signature of evil',
    (xml, { evil, inner, bare, assertion, into }) =>
      xml.replace(assertion, () => evil.replace('</saml:Issuer>', `</saml:Issuer>${into(inner, bare)}`)),
  ],
  [
    'CVE-2026-28323 SolarWinds: no signature',
    (xml, { evil }) =>
      xml.replace(SIGNATURE, '').replace(/<saml:Assertion [\s\S]*<\/saml:Assertion>/, () => evil),
  ],
  [
    'CVE-2020-5390 pysaml2: the signed one in Extensions',
    (xml, { evil, assertion }) =>
      xml
        .replace(assertion, () => evil)
        .replace('<samlp:Status>', `<samlp:Extensions>${assertion}</samlp:Extensions><samlp:Status>`),
  ],
  [
    'CVE-2021-21238 pysaml2: XML that the schema forbids',
    (xml) => xml.replace('<samlp:Status>', '<samlp:Status><x/>'),
  ],
  [
    'CVE-2021-21239 pysaml2, GHSA-c27r-x354-4m68 xml-crypto: HMAC with a key from the message',
    (xml) =>
      xml
        .replaceAll(/SignatureMethod Algorithm="[^"]*"/g, `SignatureMethod Algorithm="${DS}hmac-sha1"`)
        .replaceAll(
          /(<ds:SignatureValue>)[^<]*/g,
          `$1${createHmac('sha1', 'key').update('x').digest('base64')}`,
        ),
  ],
  [
    'CVE-2017-11427 to 11430, CVE-2018-0489: a text cut at a comment',
    (xml) => xml.replace(/(<saml:NameID[^>]*>_.{4})/, '$1<!-- -->'),
  ],
  ['CVE-2026-34601 xmldom: CDATA', (xml) => xml.replace(/(<saml:NameID[^>]*>)([^<]*)/, '$1<![CDATA[$2]]>')],
  [
    'CVE-2026-41672 xmldom: a processing instruction',
    (xml) => xml.replace('<saml:Subject>', '<?x y?><saml:Subject>'),
  ],
  [
    'CVE-2026-41673 xmldom: elements in elements',
    (xml) => xml.replace('<saml:Subject>', `${'<x>'.repeat(20_000)}<saml:Subject>`),
  ],
  [
    'CVE-2019-3465 xmlseclibs: the first of two signatures',
    (xml, { inner, outer }) => xml.replace(outer, () => inner + outer),
  ],
];

describe('answers at a service provider of ours', () => {
  it.each(AT_SMA)('%s', async (_, attack) => {
    const { xml } = hand;
    const forged = attack(xml, pieces(xml)).replaceAll('TRAP', trap.address);
    expect(forged).not.toBe(xml);
    const started = performance.now();
    await expectRefused(await hand.bring(forged), /^SamlResponseRefused$/);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('are taken as FAS gave them, once (control; Keycloak 2026: a replayed answer)', async () => {
    const { xml } = hand;
    const taken = await hand.bring(xml);
    expect([taken.status, taken.location?.pathname]).toEqual([303, '/overview']);
    expect(taken.headers.getSetCookie().join()).toContain('csam-sma-session=');
    const again = await AnswerInHand.of('bram-boterkoek');
    await expectRefused(await again.bring(xml), /^SamlResponseRefused$/);
  });
});

const AT_FAS: readonly [cve: string, attack: (xml: string) => string][] = [
  ['CVE-2025-29774 two SignedInfo', (xml) => xml.replace(SIGNED_INFO, '$1$1')],
  [
    'CVE-2025-29775 a comment in DigestValue',
    (xml) => xml.replace('<ds:DigestValue>', '<ds:DigestValue><!-- x -->'),
  ],
  [
    'CVE-2025-47949 CVE-2024-45409 a signed copy in Extensions',
    (xml) =>
      xml
        .replace(SIGNATURE, '')
        .replace(/ ID="[^"]*"/, ' ID="_evil"')
        .replace('</saml:Issuer>', `</saml:Issuer><samlp:Extensions>${xml}</samlp:Extensions>`),
  ],
  ['CVE-2022-39299 two roots', (xml) => xml + xml],
  ['samlify 2026: XPath in the issuer', (xml) => xml.replace(/<saml:Issuer>[^<]*/, "<saml:Issuer>']|//*['1")],
  [
    'samlify 2026: an unknown algorithm is not taken for SHA-1',
    (xml) => xml.replace(/(SignatureMethod Algorithm=")[^"]*/, '$1urn:unknown'),
  ],
  ['samlify 2026: an external entity', (xml) => `<!DOCTYPE r [<!ENTITY % x SYSTEM "TRAP/dtd">%x;]>${xml}`],
  [
    'CVE-2025-25291 a schema elsewhere',
    (xml) =>
      xml.replace(
        '<saml:Issuer>',
        '<saml:Issuer xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x TRAP/xsd">',
      ),
  ],
  ['CVE-2025-66568 a relative namespace', (xml) => xml.replace('<saml:Issuer>', '<saml:Issuer xmlns:n="1">')],
  [
    'CVE-2026-7307 Keycloak: attributes without end',
    (xml) =>
      xml.replace(
        '<saml:Issuer>',
        `<saml:Issuer ${Array.from({ length: 20_000 }, (_, at) => `a${at}=""`).join(' ')}>`,
      ),
  ],
  ['CVE-2026-28323 SolarWinds: no signature', (xml) => xml.replace(SIGNATURE, '')],
  [
    'CVE-2020-5390 pysaml2: the signature of another request',
    (xml) => xml.replace(/ ID="[^"]*"/, ' ID="_evil"'),
  ],
  [
    'CVE-2021-21239 pysaml2: a key in the message',
    (xml) =>
      xml
        .replace(
          '</ds:SignatureValue>',
          `</ds:SignatureValue><ds:KeyInfo><ds:RetrievalMethod URI="TRAP/key"/></ds:KeyInfo>`,
        )
        .replace(/AssertionConsumerServiceURL="[^"]*"/, ''),
  ],
  [
    'CVE-2026-34601 xmldom: CDATA',
    (xml) => xml.replace(/<saml:Issuer>([^<]*)/, '<saml:Issuer><![CDATA[$1]]>'),
  ],
  ['CVE-2019-3465 xmlseclibs: two signatures', (xml) => xml.replace(SIGNATURE, '$&$&')],
];

describe('requests at FAS by POST', () => {
  it('lead to the login as the service made them (control)', async () => {
    const answer = await postRequest(signedRequest(archive));
    expect([answer.status, answer.location?.pathname]).toEqual([303, expect.stringMatching(/continue$/)]);
  });

  it.each(AT_FAS)('%s', async (_, attack) => {
    const xml = signedRequest(archive);
    const forged = attack(xml).replaceAll('TRAP', trap.address);
    expect(forged).not.toBe(xml);
    await expectRefused(await postRequest(forged), /^SamlRequestRejected$/);
  });
});

describe('requests at FAS by Redirect', () => {
  const open = (address: string) => new PageWalker().open(address);
  const bomb = (megabytes: number) =>
    encodeURIComponent(deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024, ' ')).toString('base64'));

  it.each<[string, () => string]>([
    [
      'CVE-2026-18217 Keycloak: the request twice',
      () => `${archive.address(archive.request()).href}&SAMLRequest=x`,
    ],
    [
      'CVE-2026-18217 Keycloak: a name in disguise',
      () => `${archive.address(archive.request()).href}&SAML%52equest=x`,
    ],
    [
      'CVE-2025-27773 SimpleSAMLphp: signed as a response',
      () => archive.address(archive.request()).href.replace('SAMLRequest=', 'SAMLResponse=x&SAMLRequest='),
    ],
    [
      'CVE-2025-31335 OpenSAML: another RelayState than was signed',
      () => archive.address(archive.request()).href.replace('RelayState=state', 'RelayState=evil'),
    ],
    [
      'samlify 2026: SHA-1 in place of what was signed',
      () => archive.address(archive.request()).href.replace('rsa-sha256', 'rsa-sha1'),
    ],
    [
      'CVE-2025-25293 CVE-2025-54572 CVE-2023-28119 CVE-2026-2575: ten megabytes in a small address',
      () => `${singleSignOn()}?SAMLRequest=${bomb(10)}`,
    ],
    [
      'CVE-2026-18212 Keycloak: a stream that is cut',
      () =>
        `${singleSignOn()}?SAMLRequest=${encodeURIComponent(deflateRawSync('<a/>'.repeat(99)).subarray(0, 9).toString('base64'))}`,
    ],
    [
      'CVE-2026-3047 Keycloak: nobody asked',
      () => `${singleSignOn()}?spEntityID=${encodeURIComponent(archive.entityId)}`,
    ],
  ])('%s', async (_, address) => {
    // What comes twice is turned away by the door of every app.
    await expectRefused(await open(address()), /^(Saml)?RequestRejected$/);
  });
});
