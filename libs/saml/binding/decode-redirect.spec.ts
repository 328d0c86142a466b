import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyRedirectSignature } from '../signature/redirect-signature.js';
import { testKey, trusted, type TestKey } from '../test-support/keys.js';
import { authnRequest, redirectQuery } from '../test-support/requests.js';
import { decodeRedirect } from './decode-redirect.js';
import { MESSAGE_LIMIT } from './saml-message.js';

let key: TestKey;
beforeAll(async () => {
  key = await testKey();
});

function query(octets: Buffer): string {
  return `SAMLRequest=${encodeURIComponent(octets.toString('base64'))}`;
}

function verdict(rawQuery: string) {
  const message = decodeRedirect(rawQuery);
  if (message.kind === 'refused') return message.reason;
  if (!message.detached) return 'unsigned';
  const outcome = verifyRedirectSignature(message.detached, { keys: [trusted(key)] });
  return outcome.kind === 'verified' ? 'verified' : outcome.reason;
}

describe('a request by Redirect', () => {
  it('SA-1 comes out as it went in, with its RelayState', () => {
    const message = decodeRedirect(redirectQuery(authnRequest(), { relayState: 'a b&c=€/"' }));
    expect(message).toMatchObject({
      kind: 'decoded',
      binding: 'redirect',
      parameter: 'SAMLRequest',
      xml: authnRequest(),
      relayState: 'a b&c=€/"',
    });
  });

  it('SA-1 keeps an empty RelayState apart from none', () => {
    const base = redirectQuery(authnRequest());
    expect(decodeRedirect(base)).not.toHaveProperty('relayState');
    expect(decodeRedirect(`${base}&RelayState=`)).toHaveProperty('relayState', '');
  });

  it('SA-5 the signature is over the octets received, in whatever order they came', () => {
    const signed = redirectQuery(authnRequest(), { key, relayState: 'state/1' });
    expect(verdict(signed)).toBe('verified');
    expect(verdict(signed.split('&').toReversed().join('&'))).toBe('verified');
    expect(verdict(`utm=1&${signed}&xSAMLRequest=evil`)).toBe('verified');
  });

  it.each([
    ['RelayState added after signing', (signed: string) => `${signed}&RelayState=evil`],
    ['re-encoded in lower case', (signed: string) => signed.replace(/%2F/g, '%2f')],
    [
      'needlessly percent-encoded',
      (signed: string) =>
        signed
          .replace('SAMLRequest=', 'SAMLRequest=%')
          .replace(/=%(.)/, (_, c: string) => `=%${c.charCodeAt(0).toString(16)}`),
    ],
  ])('SA-5 %s no longer matches its signature', (_, change) => {
    expect(verdict(change(redirectQuery(authnRequest(), { key })))).toBe('signature');
  });

  it('SA-5 lower-case percent-encoding that was signed so is fine', async () => {
    const { sign } = await import('node:crypto');
    const octets =
      redirectQuery(authnRequest(), { key }).split('&Signature=')[0]?.replace(/%2F/g, '%2f') ?? '';
    const value = sign('sha256', Buffer.from(octets), key.privateKey).toString('base64');
    expect(verdict(`${octets}&Signature=${encodeURIComponent(value)}`)).toBe('verified');
  });

  it.each(['SAMLRequest', 'RelayState', 'SigAlg', 'Signature'])('SA-5 %s twice is refused', (name) => {
    const signed = redirectQuery(authnRequest(), { key, relayState: 'one' });
    expect(verdict(`${signed}&${name}=two`)).toBe('duplicate-parameter');
    expect(verdict(`${name}=two&${signed}`)).toBe('duplicate-parameter');
  });

  it('SA-5 a disguised spelling of a parameter is refused', () => {
    expect(verdict(`${redirectQuery(authnRequest(), { key })}&Relay%53tate=evil`)).toBe('percent-encoding');
  });

  it.each([
    ['Signature dropped', /&Signature=[^&]*/, ''],
    ['SigAlg dropped', /&SigAlg=[^&]*/, ''],
    ['Signature empty', /&Signature=[^&]*/, '&Signature='],
    ['SigAlg empty', /&SigAlg=[^&]*/, '&SigAlg='],
    ['Signature no base64', /&Signature=[^&]*/, '&Signature=%25%25'],
  ])('SA-4 %s is no unsigned request', (_, found, replacement) => {
    expect(verdict(redirectQuery(authnRequest(), { key }).replace(found, replacement))).toBe(
      'incomplete-signature',
    );
  });

  it.each([
    'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    'http://www.w3.org/2000/09/xmldsig#dsa-sha1',
    'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256',
    'http://www.w3.org/2001/04/xmldsig-more#rsa-md5',
    'urn:unknown',
    'none',
  ])('SA-6 SX-17 SigAlg %s is refused', (algorithm) => {
    const signed = redirectQuery(authnRequest(), { key });
    expect(verdict(signed.replace(/&SigAlg=[^&]*/, `&SigAlg=${encodeURIComponent(algorithm)}`))).toBe(
      'algorithm',
    );
  });

  it('SX-18 without a key nothing is verified', () => {
    const message = decodeRedirect(redirectQuery(authnRequest(), { key }));
    if (message.kind !== 'decoded' || !message.detached) throw new Error('not signed');
    expect(verifyRedirectSignature(message.detached, { keys: [] })).toMatchObject({ reason: 'no-key' });
  });

  it('SA-6 a signature of another kind of key, or of any length, is refused and breaks nothing', async () => {
    const other = await testKey('p256');
    const message = decodeRedirect(redirectQuery(authnRequest(), { key }));
    if (message.kind !== 'decoded' || !message.detached) throw new Error('not signed');
    const algorithm = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';
    for (const value of [Buffer.alloc(1), Buffer.alloc(63), Buffer.alloc(64), Buffer.alloc(500)]) {
      for (const keys of [[trusted(other)], [trusted(key)]]) {
        expect(verifyRedirectSignature({ ...message.detached, algorithm, value }, { keys }).kind).toBe(
          'refused',
        );
        expect(verifyRedirectSignature({ ...message.detached, value }, { keys }).kind).toBe('refused');
      }
    }
  });
});

describe('hostile encodings by Redirect', () => {
  const xml = authnRequest();

  it.each([
    ['zlib wrapper', query(deflateSync(xml)), 'deflate'],
    ['gzip wrapper', query(gzipSync(xml)), 'deflate'],
    ['not deflated', query(Buffer.from(xml)), 'deflate'],
    ['cut stream', query(deflateRawSync(xml).subarray(0, -5)), 'deflate'],
    ['octets behind the stream', query(Buffer.concat([deflateRawSync(xml), Buffer.from('more')])), 'deflate'],
    [
      'white space in base64',
      `${redirectQuery(xml).slice(0, 40)}%0A${redirectQuery(xml).slice(40)}`,
      'base64',
    ],
    ['unescaped plus', 'SAMLRequest=ab+d', 'base64'],
    ['URL alphabet', 'SAMLRequest=ab-_', 'base64'],
    ['no padding', 'SAMLRequest=YQ', 'base64'],
    ['spare bits', 'SAMLRequest=YR%3D%3D', 'base64'],
    ['broken percent-encoding', 'SAMLRequest=%E0%A4%A', 'percent-encoding'],
    ['UTF-16', query(deflateRawSync(Buffer.from(xml, 'utf16le'))), 'decoded or not, never parsed'],
    ['byte order mark', query(deflateRawSync(`\uFEFF${xml}`)), 'character-encoding'],
    ['overlong form', query(deflateRawSync(Buffer.from([0x3c, 0xc0, 0xaf, 0x3e]))), 'character-encoding'],
    ['other SAMLEncoding', `${redirectQuery(xml)}&SAMLEncoding=urn:other`, 'unknown-encoding'],
    ['request and response', `${redirectQuery(xml)}&SAMLResponse=YQ%3D%3D`, 'request-and-response'],
    ['no message', 'RelayState=1', 'missing-message'],
    ['empty message', 'SAMLRequest=', 'missing-message'],
  ])('SX-24 %s', (name, rawQuery, reason) => {
    const outcome = decodeRedirect(rawQuery);
    if (name === 'UTF-16') expect(outcome.kind === 'decoded' ? outcome.xml : '').toContain('\0');
    else expect(outcome).toMatchObject({ kind: 'refused', reason });
  });

  it('SX-23 a deflate bomb stops at the bound, cheaply', () => {
    const bomb = query(deflateRawSync(Buffer.alloc(100 * 1024 * 1024, 'a')));
    expect(bomb.length).toBeLessThan(MESSAGE_LIMIT);
    const before = process.cpuUsage().user;
    expect(decodeRedirect(bomb)).toMatchObject({ reason: 'too-large' });
    expect(process.cpuUsage().user - before).toBeLessThan(200_000);
  });

  it('SX-23 ten thousand cut streams leave no memory behind', async () => {
    const cut = query(deflateRawSync(xml).subarray(0, -5));
    const decodeMany = async (rounds: number) => {
      for (let round = 0; round < rounds; round += 1) {
        decodeRedirect(cut);
        if (round % 100 === 0) await new Promise(setImmediate);
      }
    };
    await decodeMany(2_000);
    const before = process.memoryUsage.rss();
    await decodeMany(8_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(40 * 1024 * 1024);
  });
});
