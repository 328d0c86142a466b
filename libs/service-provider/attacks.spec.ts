import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { begunSignIn } from './test-support/begun-sign-in.js';
import { answer, assertionXml, idpKey, responseXml, signed } from './test-support/identity-provider.js';

type Change = (xml: string) => string;

const DS = 'http://www.w3.org/2000/09/xmldsig#';
const NOTHING = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/** The outer signature is the first one of the document. */
const replace =
  (found: RegExp | string, by: string): Change =>
  (xml) =>
    xml.replace(found, by);
const everywhere =
  (found: RegExp, by: string): Change =>
  (xml) =>
    xml.replaceAll(found, by);

const ATTACKS: readonly [id: string, change: Change, reason?: string][] = [
  [
    'SX-11 two SignedInfo in the outer signature',
    replace(/(<ds:SignedInfo[\s\S]*?<\/ds:SignedInfo>)/, '$1$1'),
  ],
  ['SX-11 a comment in DigestValue', replace('<ds:DigestValue>', '<ds:DigestValue><!--x-->'), 'comment'],
  ['SX-12 ID and samlp:ID', replace(' ID="_response1"', ' ID="_response1" samlp:ID="_x"'), 'ambiguous-id'],
  ['SX-12 an entity in an ID', replace('ID="_assertion1"', 'ID="&x;"'), 'entity'],
  ['SX-13 ds redeclared', replace('<ds:SignedInfo', '<ds:SignedInfo xmlns:ds="urn:evil"')],
  ['SX-13 saml redeclared', replace('<saml:Subject>', '<saml:Subject xmlns:saml="urn:evil">')],
  ['SX-13 xmlns:xml', replace('<saml:Subject>', '<saml:Subject xmlns:xml="urn:evil">'), 'namespace'],
  ['SX-14 a relative namespace', replace('<saml:Subject>', '<saml:Subject xmlns:n="1">'), 'namespace'],
  [
    'SX-14 the digest of nothing',
    replace(/<ds:DigestValue>[^<]*/, `<ds:DigestValue>${NOTHING}`),
    'empty-digest',
  ],
  ['SX-15 an empty URI', replace('URI="#_response1"', 'URI=""'), 'reference'],
  ['SX-15 an external URI', replace('URI="#_response1"', 'URI="http://127.0.0.1:9/x"'), 'reference'],
  ['SX-15 an xpointer', replace('URI="#_response1"', 'URI="#xpointer(/)"'), 'reference'],
  ['SX-15 the ID of the assertion', replace('URI="#_response1"', 'URI="#_assertion1"'), 'reference'],
  ['SX-15 two References', replace(/(<ds:Reference[\s\S]*?<\/ds:Reference>)/, '$1$1'), 'reference'],
  ['SX-15 no Reference', replace(/<ds:Reference[\s\S]*?<\/ds:Reference>/, ''), 'reference'],
  [
    'SX-15 XSLT',
    replace(`${DS}enveloped-signature`, 'http://www.w3.org/TR/1999/REC-xslt-19991116'),
    'transform',
  ],
  [
    'SX-15 a third transform',
    replace('</ds:Transforms>', `<ds:Transform Algorithm="${DS}base64"/></ds:Transforms>`),
    'transform',
  ],
  [
    'SX-16 RetrievalMethod',
    everywhere(
      /<ds:KeyInfo>[\s\S]*?<\/ds:KeyInfo>/g,
      '<ds:KeyInfo><ds:RetrievalMethod URI="http://127.0.0.1:9/k"/></ds:KeyInfo>',
    ),
  ],
  [
    'SX-17 HMACOutputLength',
    replace(
      /(<ds:SignatureMethod[^>]*)\/>/,
      '$1><ds:HMACOutputLength>8</ds:HMACOutputLength></ds:SignatureMethod>',
    ),
    'algorithm',
  ],
  [
    'SX-17 MD5',
    everywhere(
      /DigestMethod Algorithm="[^"]*"/g,
      'DigestMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#md5"',
    ),
    'algorithm',
  ],
  [
    'SX-18 SignatureValue empty',
    everywhere(/<ds:SignatureValue>[^<]*/g, '<ds:SignatureValue>'),
    'malformed-signature',
  ],
  [
    'SX-18 SignatureValue gone',
    everywhere(/<ds:SignatureValue>[^<]*<\/ds:SignatureValue>/g, ''),
    'malformed-signature',
  ],
  ['SX-18 signatures gone', everywhere(/<ds:Signature [\s\S]*?<\/ds:Signature>/g, ''), 'signature-count'],
  [
    'SX-21 an external entity',
    (xml) => `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml}`,
    'doctype',
  ],
  [
    'SX-21 a parameter entity',
    (xml) => `<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:9/">%x;]>${xml}`,
    'doctype',
  ],
  [
    'SX-22 billion laughs',
    (xml) => `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${xml}`,
    'doctype',
  ],
  [
    'SX-22 ten thousand elements',
    replace('<saml:Subject>', `${'<x></x>'.repeat(10_000)}<saml:Subject>`),
    'too-many-elements',
  ],
  [
    'SX-22 a hundred nested elements',
    replace('<saml:Subject>', `${'<x>'.repeat(100)}<saml:Subject>`),
    'too-deep',
  ],
  [
    'SX-22 five thousand attributes',
    replace(
      '<saml:Subject>',
      `<saml:Subject ${Array.from({ length: 5_000 }, (_, i) => `a${i}="x"`).join(' ')}>`,
    ),
    'too-many-attributes',
  ],
  ['SX-24 a byte order mark', (xml) => `\uFEFF${xml}`, 'character-encoding'],
  [
    'SX-24 UTF-16 by declaration',
    (xml) => `<?xml version="1.0" encoding="UTF-16"?>${xml}`,
    'xml-declaration',
  ],
  ['SX-32 XPath in an ID', everywhere(/_response1/g, "_'] | //*['1"), 'ambiguous-id'],
];

describe('an answer that was worked on', () => {
  it.each(ATTACKS)('%s', async (_id, change, reason) => {
    const { accept, requestId, state } = await begunSignIn();
    const xml = await answer({ requestId });
    const changed = change(xml);
    expect(changed).not.toBe(xml);
    const before = process.cpuUsage().user;
    const outcome = await accept(changed);
    expect(outcome).toMatchObject({ kind: 'refused', ...(reason && { reason }) });
    expect(process.cpuUsage().user - before).toBeLessThan(1_000_000);
    expect(state.used.size).toBe(0);
    expect(await accept(xml)).toMatchObject({ kind: 'accepted' });
  });

  it('SX-17 an HMAC under our public certificate is no signature', async () => {
    const { accept, requestId } = await begunSignIn();
    const xml = await answer({ requestId });
    const { certificate } = await idpKey();
    const forged = xml
      .replaceAll(/SignatureMethod Algorithm="[^"]*"/g, `SignatureMethod Algorithm="${DS}hmac-sha1"`)
      .replaceAll(/<ds:SignedInfo[\s\S]*?<\/ds:SignedInfo><ds:SignatureValue>[^<]*/g, (found) => {
        const [info = ''] = found.split('<ds:SignatureValue>');
        const value = createHmac('sha1', certificate).update(info).digest('base64');
        return `${info}<ds:SignatureValue>${value}`;
      });
    expect(forged).not.toBe(xml);
    expect(await accept(forged)).toMatchObject({ kind: 'refused', reason: 'algorithm' });
  });

  it('SX-19 an encrypted assertion is never opened, whoever put it there', async () => {
    const { accept, requestId } = await begunSignIn();
    const encrypted =
      '<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><x/></saml:EncryptedAssertion>';
    const around = await signed(responseXml({ requestId }, encrypted), 'Response');
    expect(await accept(around)).toMatchObject({ kind: 'refused', reason: 'encrypted-assertion' });
    const beside = (await answer({ requestId })).replace(
      '</samlp:Response>',
      `${encrypted}</samlp:Response>`,
    );
    expect(await accept(beside)).toMatchObject({ kind: 'refused', reason: 'encrypted-assertion' });
  });

  it('SX-9 SX-30 another message of the identity provider is no answer', async () => {
    const { accept, requestId } = await begunSignIn();
    for (const name of ['LogoutResponse', 'ArtifactResponse']) {
      const xml = responseXml({ requestId }, '').replaceAll('samlp:Response', `samlp:${name}`);
      expect(await accept(await signed(xml, name))).toMatchObject({ reason: 'not-a-response' });
    }
    const bare = await signed(assertionXml({ requestId }), 'Assertion');
    expect(await accept(bare)).toMatchObject({ reason: 'not-a-response' });
  });
});
