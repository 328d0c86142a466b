import { beforeAll, describe, expect, it } from 'vitest';
import { decodeRedirect } from '../binding/decode-redirect.js';
import { NAME_ID_FORMAT, STATUS } from '../saml-names.js';
import { verifyEnvelopedSignature } from '../signature/enveloped-signature.js';
import { verifyRedirectSignature } from '../signature/redirect-signature.js';
import { testKey, trusted, type TestKey } from '../test-support/keys.js';
import { parseXml } from '../xml/parse-xml.js';
import { logoutRequest, logoutResponse, signedLogoutXml, unsignedLogoutXml } from './build-logout.js';
import { readLogoutRequest } from './read-logout-request.js';
import { readLogoutResponse } from './read-logout-response.js';
import { signedRedirect } from './redirect-query.js';

const AT = new Date('2026-03-01T10:00:00.000Z');
const request = logoutRequest({
  id: '_request1',
  issuer: 'https://idp.example.be/metadata',
  destination: 'https://service.example.be/slo',
  issuedAt: AT,
  notOnOrAfter: new Date(AT.getTime() + 300_000),
  subject: {
    value: '_name & <more>',
    format: NAME_ID_FORMAT.transient,
    nameQualifier: 'https://idp.example.be/metadata',
    spNameQualifier: 'https://service.example.be/metadata',
  },
  sessionIndex: '_session1',
});
const response = logoutResponse({
  issuer: 'https://idp.example.be/metadata',
  destination: 'https://service.example.be/slo',
  inResponseTo: '_request1',
  issuedAt: AT,
  status: { code: STATUS.success, subCode: STATUS.partialLogout },
});

let key: TestKey;
beforeAll(async () => {
  key = await testKey();
});

function rootOf(xml: string) {
  const parsed = parseXml(xml);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return parsed.root;
}

describe('a logout message', () => {
  it('is read as it was written, under its signature', async () => {
    const root = rootOf(await signedLogoutXml(request, key));
    const verified = verifyEnvelopedSignature(root, { keys: [trusted(key)] });
    if (verified.kind === 'refused') throw new Error(verified.reason);
    expect(readLogoutRequest(verified.root)).toMatchObject({
      kind: 'read',
      request: {
        id: '_request1',
        destination: 'https://service.example.be/slo',
        issueInstant: AT,
        subject: { kind: 'name-id', value: '_name & <more>', format: NAME_ID_FORMAT.transient },
        sessionIndexes: ['_session1'],
      },
    });
  });

  it('by Redirect carries a signature that holds, and the query of the address stays', async () => {
    const message = {
      parameter: 'SAMLResponse',
      xml: unsignedLogoutXml(response),
      relayState: 'a b&c',
    } as const;
    const address = new URL(await signedRedirect('https://service.example.be/slo?tenant=1', message, key));
    expect(address.searchParams.get('tenant')).toBe('1');
    const decoded = decodeRedirect(address.search.slice(1));
    if (decoded.kind === 'refused' || decoded.detached === undefined) throw new Error('not decoded');
    expect(decoded.relayState).toBe('a b&c');
    expect(verifyRedirectSignature(decoded.detached, { keys: [trusted(key)] })).toEqual({ kind: 'verified' });
    expect(readLogoutResponse(rootOf(decoded.xml))).toMatchObject({
      kind: 'read',
      response: { inResponseTo: '_request1', statusCodes: [STATUS.success, STATUS.partialLogout] },
    });
  });
});

describe('a logout request is refused', () => {
  const whole = unsignedLogoutXml(request);
  const name = /<saml:NameID.*<\/saml:NameID>/.exec(whole)?.[0] ?? '';
  it.each<[string, string, (xml: string) => string]>([
    ['of another kind', 'not-a-logout-request', () => unsignedLogoutXml(response)],
    ['without a name', 'subject', (xml) => xml.replace(name, '')],
    ['with two names', 'repeated-element', (xml) => xml.replace(name, name + name)],
    ['with an element inside the name', 'subject', (xml) => xml.replace('_name', '<b></b>_name')],
    ['of another version', 'version', (xml) => xml.replace('Version="2.0"', 'Version="1.1"')],
    ['without a moment', 'issue-instant', (xml) => xml.replace(/ IssueInstant="[^"]*"/, '')],
    [
      'with a moment that is none',
      'not-on-or-after',
      (xml) => xml.replace(/NotOnOrAfter="[^"]*"/, 'NotOnOrAfter="soon"'),
    ],
    ['with an empty session', 'session-index', (xml) => xml.replace('_session1', '')],
    [
      'with forty sessions',
      'session-index',
      (xml) => xml.replace(/<samlp:SessionIndex>.*<\/samlp:SessionIndex>/, (one) => one.repeat(40)),
    ],
    [
      'with an unknown element',
      'unknown-element',
      (xml) => xml.replace(name, `${name}<samlp:More></samlp:More>`),
    ],
  ])('%s', (_, reason, change) => {
    const changed = change(whole);
    expect(changed).not.toBe(whole);
    expect(readLogoutRequest(rootOf(changed))).toMatchObject({ kind: 'refused', reason });
  });

  it('and a response without a status too', () => {
    const xml = unsignedLogoutXml(response).replace(/<samlp:Status>.*<\/samlp:Status>/, '');
    expect(readLogoutResponse(rootOf(xml))).toMatchObject({ kind: 'refused', reason: 'status' });
  });
});
