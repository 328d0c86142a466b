import { beforeAll, describe, expect, it } from 'vitest';
import { testKey, trusted, type TestKey } from '../test-support/keys.js';
import { ACS, authnRequest, signedByOther, type XmlCryptoOptions } from '../test-support/requests.js';
import { canonicalise } from '../xml/canonicalise.js';
import { parseXml } from '../xml/parse-xml.js';
import { attributeOf } from '../xml/read-element.js';
import { verifyEnvelopedSignature } from './enveloped-signature.js';
import { signMessage } from './sign-message.js';

let key: TestKey;
let signed: string;
beforeAll(async () => {
  key = await testKey();
  signed = signedByOther(authnRequest(), key);
});

function verify(xml: string, keys = [key], allowSha1 = false) {
  const parsed = parseXml(xml);
  if (parsed.kind === 'refused') return parsed;
  return verifyEnvelopedSignature(parsed.root, { keys: keys.map(trusted), allowSha1 });
}

function verdict(xml: string, keys = [key], allowSha1 = false): string {
  const outcome = verify(xml, keys, allowSha1);
  return outcome.kind === 'verified' ? 'verified' : outcome.reason;
}

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';

describe('a right signature', () => {
  it.each<[string, XmlCryptoOptions]>([
    ['rsa-sha256', {}],
    [
      'rsa-sha512 with sha512',
      { signature: `${MORE}rsa-sha512`, digest: 'http://www.w3.org/2001/04/xmlenc#sha512' },
    ],
  ])('SA-1 of another library is accepted: %s', (_, options) => {
    expect(verdict(signedByOther(authnRequest(), key, options))).toBe('verified');
  });

  it.each(['rsa', 'p256', 'p384'] as const)('SA-1 of our own with %s is accepted', async (kind) => {
    const own = await testKey(kind);
    const before = '<a ID="_1">';
    expect(verdict(await signMessage({ id: '_1', before, after: 'text</a>' }, own), [own])).toBe('verified');
  });

  it('SA-7 of either of two keys is accepted, of a removed one no longer', async () => {
    const second = await testKey();
    const bySecond = signedByOther(authnRequest(), second);
    expect([verdict(signed, [key, second]), verdict(bySecond, [key, second])]).toEqual([
      'verified',
      'verified',
    ]);
    expect(verdict(bySecond, [key])).toBe('signature');
  });

  it('gives back what was digested, without the signature', () => {
    const outcome = verify(signed);
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    expect(attributeOf(outcome.root, 'AssertionConsumerServiceURL')).toBe(ACS);
    const plain = parseXml(authnRequest());
    if (plain.kind === 'refused') throw new Error(plain.reason);
    expect(canonicalise(outcome.root)).toBe(canonicalise(plain.root));
  });
});

/** Parts of the signed message, to put together again wrongly. */
function parts() {
  const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(signed)?.[0] ?? '';
  const original = signed.replace(signature, '');
  const evil = (children: string, id = '_evil') =>
    authnRequest({
      id,
      attributes: 'ProviderName="evil"',
      children: `${children}<samlp:NameIDPolicy AllowCreate="true"/>`,
    });
  return { signature, original, evil };
}

describe('SX-9 wrapping', () => {
  it.each<[string, (p: ReturnType<typeof parts>) => string]>([
    [
      '1 original inside the signature',
      ({ evil, signature, original }) =>
        evil(signature.replace('</ds:Signature>', `${original}</ds:Signature>`)),
    ],
    ['2 original before the signature', ({ evil, signature, original }) => evil(original + signature)],
    ['3 signed original beside evil content', ({ evil }) => evil(signed)],
    [
      '4 evil inside the original',
      ({ evil }) => signed.replace('</samlp:AuthnRequest>', `${evil('')}</samlp:AuthnRequest>`),
    ],
    ['5 original copy at the end', ({ evil, signature, original }) => evil(signature + original)],
    [
      '6 original inside KeyInfo',
      ({ evil, signature, original }) => evil(signature.replace('</ds:KeyInfo>', `${original}</ds:KeyInfo>`)),
    ],
    [
      '7 original in Extensions',
      ({ evil, signature, original }) => evil(`${signature}<samlp:Extensions>${original}</samlp:Extensions>`),
    ],
    [
      '7b signed original in Extensions',
      ({ evil }) => evil(`<samlp:Extensions>${signed}</samlp:Extensions>`),
    ],
    [
      '8 original in Object',
      ({ evil, signature, original }) =>
        evil(signature.replace('</ds:Signature>', `<ds:Object>${original}</ds:Object></ds:Signature>`)),
    ],
    ['9 evil with the same ID', ({ evil, signature, original }) => evil(signature + original, '_request1')],
    ['10 two signatures', ({ signature }) => signed.replace(signature, signature + signature)],
    [
      '11 signature around evil',
      ({ evil, signature }) =>
        signature.replace('</ds:Signature>', `<ds:Object>${evil('')}</ds:Object></ds:Signature>`),
    ],
  ])('%s', (_, wrap) => {
    expect(verdict(signed)).toBe('verified');
    expect(verdict(wrap(parts()))).not.toBe('verified');
  });

  it('SX-10 a decoy signature with the genuine value is refused', () => {
    const { signature } = parts();
    const decoy = signature.replace('</ds:Signature>', '<ds:Object><evil/></ds:Object></ds:Signature>');
    expect(verdict(signed.replace(signature, decoy + signature))).toBe('several-signatures');
    expect(verdict(signed.replace('</samlp:AuthnRequest>', `<x>${decoy}</x></samlp:AuthnRequest>`))).toBe(
      'several-signatures',
    );
  });
});

describe('a signature of another shape', () => {
  const change = (found: RegExp | string, replacement: string) => () => signed.replace(found, replacement);
  const reference = /<ds:Reference[\s\S]*<\/ds:Reference>/;

  it.each<[string, () => string, string]>([
    [
      'SX-11 two SignedInfo',
      change(/(<ds:SignedInfo[\s\S]*<\/ds:SignedInfo>)/, '$1$1'),
      'malformed-signature',
    ],
    ['SX-11 comment in DigestValue', change('<ds:DigestValue>', '<ds:DigestValue><!-- x -->'), 'comment'],
    [
      'SX-11 element in DigestValue',
      change('<ds:DigestValue>', '<ds:DigestValue><x/>'),
      'malformed-signature',
    ],
    ['SX-12 ID and samlp:ID', change(' ID="', ' samlp:ID="_evil" ID="'), 'ambiguous-id'],
    ['SX-12 ID and Id', change(' ID="', ' Id="_evil" ID="'), 'ambiguous-id'],
    [
      'SX-12 same value in xml:id below',
      change('<saml:Issuer>', '<saml:Issuer xml:id="_request1">'),
      'ambiguous-id',
    ],
    [
      'SX-12 same value in another kind of id',
      change('<saml:Issuer>', '<saml:Issuer AssertionID="_request1">'),
      'ambiguous-id',
    ],
    ['SX-12 two equal ids below', change('<saml:Issuer>', '<saml:Issuer Id="x" xml:id="x">'), 'ambiguous-id'],
    [
      'SX-13 ds redeclared',
      change('<ds:SignedInfo', '<ds:SignedInfo xmlns:ds="urn:evil"'),
      'malformed-signature',
    ],
    [
      'SX-13 samlp redeclared',
      change('xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"', 'xmlns:samlp="urn:evil"'),
      'digest',
    ],
    [
      'SX-14 digest of nothing',
      change(/<ds:DigestValue>[^<]*/, '<ds:DigestValue>47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='),
      'empty-digest',
    ],
    ['SX-15 empty URI', change(/URI="[^"]*"/, 'URI=""'), 'reference'],
    ['SX-15 no URI', change(/ URI="[^"]*"/, ''), 'reference'],
    ['SX-15 URI of another element', change(/URI="[^"]*"/, 'URI="#_other"'), 'reference'],
    ['SX-15 external URI', change(/URI="[^"]*"/, 'URI="http://127.0.0.1/x"'), 'reference'],
    ['SX-15 XPointer', change(/URI="[^"]*"/, 'URI="#xpointer(/)"'), 'reference'],
    ['SX-15 no Reference', change(reference, ''), 'reference'],
    ['SX-15 two References', change(/(<ds:Reference[\s\S]*<\/ds:Reference>)/, '$1$1'), 'reference'],
    [
      'SX-15 XSLT',
      change(
        'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
        'http://www.w3.org/TR/1999/REC-xslt-19991116',
      ),
      'transform',
    ],
    [
      'SX-15 XPath',
      change(
        /(<ds:Transforms>)/,
        '$1<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/>',
      ),
      'transform',
    ],
    [
      'SX-15 inclusive form',
      change(
        /(<ds:Transform [^>]*)http:\/\/www.w3.org\/2001\/10\/xml-exc-c14n#/,
        '$1http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
      ),
      'transform',
    ],
    [
      'SX-15 inclusive form of SignedInfo',
      change(
        /(CanonicalizationMethod Algorithm=")[^"]*/,
        '$1http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
      ),
      'transform',
    ],
    [
      'SX-17 HMAC',
      change(/(SignatureMethod Algorithm=")[^"]*/, '$1http://www.w3.org/2000/09/xmldsig#hmac-sha1'),
      'algorithm',
    ],
    [
      'SX-17 HMACOutputLength',
      change(
        /<ds:SignatureMethod([^>]*)\/>/,
        '<ds:SignatureMethod$1><ds:HMACOutputLength>8</ds:HMACOutputLength></ds:SignatureMethod>',
      ),
      'algorithm',
    ],
    ['SX-17 MD5', change(/(DigestMethod Algorithm=")[^"]*/, `$1${MORE}md5`), 'algorithm'],
    [
      'SX-17 RSA with SHA-1',
      () => signedByOther(authnRequest(), key, { signature: `${DSIG}rsa-sha1`, digest: `${DSIG}sha1` }),
      'algorithm',
    ],
    ['SX-18 no signature', () => authnRequest(), 'no-signature'],
    ['SX-18 no value', change(/<ds:SignatureValue>[\s\S]*<\/ds:SignatureValue>/, ''), 'malformed-signature'],
    [
      'SX-18 empty value',
      change(/<ds:SignatureValue>[\s\S]*<\/ds:SignatureValue>/, '<ds:SignatureValue></ds:SignatureValue>'),
      'malformed-signature',
    ],
    ['text changed', change(ACS, 'https://evil.example/'), 'digest'],
    ['digest changed too', change(/<ds:DigestValue>./, '<ds:DigestValue>'), 'malformed-signature'],
    [
      'SX-32 XPath metacharacters as ID',
      () => signed.replaceAll('_request1', "_'] or '1'='1"),
      'ambiguous-id',
    ],
  ])('%s', (_, make, reason) => {
    expect(make()).not.toBe(signed);
    expect(verdict(make())).toBe(reason);
  });

  it('SA-6 SHA-1 only behind the switch', () => {
    const old = signedByOther(authnRequest(), key, { signature: `${DSIG}rsa-sha1`, digest: `${DSIG}sha1` });
    expect([verdict(old), verdict(old, [key], true)]).toEqual(['algorithm', 'verified']);
  });

  it('SX-15 a signature over the whole document without an ID is refused', () => {
    expect(verdict(signedByOther(authnRequest(), key, { isEmptyUri: true }))).toBe('reference');
  });

  it('SX-15 a signature without the enveloped transform is refused', () => {
    const transforms = ['http://www.w3.org/2001/10/xml-exc-c14n#'];
    expect(verdict(signedByOther(authnRequest(), key, { transforms }))).toBe('transform');
  });
});

describe('whose key', () => {
  it('SX-16 a look-alike certificate inside the message means nothing', async () => {
    const forger = await testKey('rsa', 'Test');
    expect(verdict(signedByOther(authnRequest(), forger))).toBe('signature');
  });

  it('SX-16 KeyInfo is never read, whatever it holds', () => {
    const keyInfo = /<ds:KeyInfo[\s\S]*<\/ds:KeyInfo>/;
    const strange = '<ds:KeyInfo><ds:RetrievalMethod URI="http://127.0.0.1:1/key"/></ds:KeyInfo>';
    expect(verdict(signed.replace(keyInfo, strange))).toBe('verified');
    expect(verdict(signed.replace(keyInfo, ''))).toBe('verified');
  });

  it('SX-18 without keys nothing is verified', () => {
    expect(verdict(signed, [])).toBe('no-key');
  });

  it('SX-17 a key of another kind is passed over', async () => {
    expect(verdict(signed, [await testKey('p256')])).toBe('signature');
  });

  it('SX-17 a weak key is no key', async () => {
    const weak = await testKey('weak');
    expect(() => trusted(weak)).toThrow('weak-key');
  });
});
