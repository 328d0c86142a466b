import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  authenticateMessage,
  decodeRedirect,
  keyFromCertificate,
  parseServiceProviderMetadata,
  parseXml,
  readAuthnRequest,
} from '#libs/saml';
import { BROWSER, begunSignIn, spKey } from './test-support/begun-sign-in.js';
import {
  ACS,
  ENTITY,
  FEDID,
  SSO,
  answer,
  posted,
  responseXml,
  signed,
} from './test-support/identity-provider.js';

describe('the request', () => {
  it('is signed with SHA-256, by Redirect, and asks for at least the level', async () => {
    const { location } = await begunSignIn({ minimum: 300, forced: true });
    const message = decodeRedirect(location.search.slice(1));
    if (message.kind === 'refused') throw new Error(message.reason);
    const parsed = parseXml(message.xml);
    const key = keyFromCertificate((await spKey()).certificate);
    if (parsed.kind === 'refused' || key.kind === 'refused') throw new Error('unreadable');
    const authenticated = authenticateMessage(message, parsed.root, { keys: [key.key] });
    expect(authenticated.kind).toBe('signed');
    const read = readAuthnRequest(parsed.root);
    if (read.kind === 'refused') throw new Error(read.reason);
    expect(read.request).toMatchObject({
      issuer: ENTITY,
      destination: SSO,
      acsUrl: ACS,
      forceAuthn: true,
      isPassive: false,
      requestedAuthnContext: {
        comparison: 'minimum',
        classReferences: ['urn:be:fedict:iam:fas:citizen:Level300'],
      },
    });
  });

  it('carries a state that says nothing and fits (Bindings 3.4.3: 80 octets)', async () => {
    const { location, relayState } = await begunSignIn();
    expect(location.searchParams.get('RelayState')).toBe(relayState);
    expect(Buffer.byteLength(relayState)).toBeLessThanOrEqual(80);
    const request = inflateRawSync(Buffer.from(location.searchParams.get('SAMLRequest') ?? '', 'base64'));
    expect(request.toString()).not.toContain('/page');
  });

  it('is announced by metadata that FAS can read', async () => {
    const { provider } = await begunSignIn();
    const read = parseServiceProviderMetadata(provider.metadata);
    expect(read).toMatchObject({
      kind: 'valid',
      value: { entityId: ENTITY, authnRequestsSigned: true, wantAssertionsSigned: true },
    });
  });
});

describe('a genuine answer', () => {
  it('gives the identity, the level and the page to go on to', async () => {
    const { accept, requestId } = await begunSignIn();
    const outcome = await accept(await answer({ requestId, nameId: 'Zoë &amp; Co' }));
    expect(outcome).toMatchObject({
      kind: 'accepted',
      returnTo: '/page',
      identity: { nameId: 'Zoë & Co', level: 400, sessionIndex: '_session1' },
    });
    if (outcome.kind !== 'accepted') throw new Error('not accepted');
    expect(outcome.identity.attributes.get('urn:be:fedict:iam:attr:fedid')).toEqual([FEDID]);
  });

  it('may be of a higher level than was asked', async () => {
    const { accept, requestId } = await begunSignIn({ minimum: 200 });
    const classReference = 'urn:be:fedict:iam:fas:citizen:Level500';
    expect(await accept(await answer({ requestId, classReference }))).toMatchObject({
      kind: 'accepted',
      identity: { level: 500 },
    });
  });

  it('that says no is understood, when it is signed', async () => {
    const { accept, requestId, state } = await begunSignIn();
    const saying = {
      requestId,
      status: 'urn:oasis:names:tc:SAML:2.0:status:Responder',
      subStatus: 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed',
    };
    expect(await accept(responseXml(saying, ''))).toMatchObject({ kind: 'refused', reason: 'no-signature' });
    expect(await accept(await signed(responseXml(saying, ''), 'Response'))).toMatchObject({
      kind: 'declined',
      subStatus: saying.subStatus,
    });
    expect(state.waiting.size).toBe(0);
  });

  it('still counts after a forged one was tried in its place', async () => {
    const { accept, requestId } = await begunSignIn();
    const genuine = await answer({ requestId });
    expect(await accept(genuine.replace('_an<', '_bram<'))).toMatchObject({ kind: 'refused' });
    expect(await accept(genuine)).toMatchObject({ kind: 'accepted' });
  });

  it('is taken from the browser that began, and from no other (SX-27)', async () => {
    const { provider, requestId, relayState } = await begunSignIn();
    const form = posted(await answer({ requestId }), relayState);
    for (const browser of [undefined, 'another']) {
      expect(await provider.accept(form, browser)).toMatchObject({ reason: 'other-browser' });
    }
    expect(await provider.accept(form, BROWSER)).toMatchObject({ kind: 'accepted' });
  });
});
