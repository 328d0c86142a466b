import { describe, expect, it } from 'vitest';
import { newServiceProviderKey } from './key/service-provider-key.js';
import { begunSignIn, BROWSER } from './test-support/begun-sign-in.js';
import {
  answer,
  assertionXml,
  posted,
  responseXml,
  signed,
  WITH_SHA1,
  type Saying,
} from './test-support/identity-provider.js';

const OTHER = 'https://other.example.be/';

/** Correctly signed, and wrong in one thing: each was accepted by the library alone (ACCEPTANCE 2.7). */
const WRONG: readonly [id: string, change: Partial<Saying>, reason: string][] = [
  ['2.7 wrong Destination', { destination: OTHER }, 'destination'],
  ['2.7 wrong Recipient', { recipient: OTHER }, 'recipient'],
  [
    '2.7 SX-30 level below what was asked',
    { classReference: 'urn:be:fedict:iam:fas:citizen:Level300' },
    'authn-context',
  ],
  ['SX-30 another context', { classReference: 'urn:be:fedict:iam:fas:enterprise:Level400' }, 'authn-context'],
  [
    'SX-30 a class of nobody',
    { classReference: 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password' },
    'authn-context',
  ],
  ['2.7 SX-29 Assertion Issuer', { assertionIssuer: OTHER }, 'assertion-issuer'],
  ['2.7 Response Issuer', { responseIssuer: OTHER }, 'response-issuer'],
  ['2.7 holder-of-key', { method: 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key' }, 'confirmation-method'],
  ['2.7 sender-vouches', { method: 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches' }, 'confirmation-method'],
  ['2.7 Requester around an assertion', { status: 'urn:oasis:names:tc:SAML:2.0:status:Requester' }, 'status'],
  ['SX-25 LN-28 audience of another provider', { audience: OTHER }, 'audience'],
  ['SX-27 LN-28 response for another request', { inResponseTo: '_other' }, 'in-response-to'],
  ['SX-27 confirmation for another request', { confirmedFor: '_other' }, 'in-response-to'],
  ['old', { issuedAt: new Date(Date.now() - 15 * 60_000) }, 'issue-instant'],
  ['of the future', { issuedAt: new Date(Date.now() + 15 * 60_000) }, 'issue-instant'],
];

describe('a correctly signed answer is refused for', () => {
  it.each(WRONG)('%s', async (_id, change, reason) => {
    const { accept, requestId, state } = await begunSignIn();
    expect(await accept(await answer({ requestId, ...change }))).toMatchObject({ kind: 'refused', reason });
    expect(state.used.size).toBe(0);
  });

  it('a proof from before, when a fresh one was asked', async () => {
    const { accept, requestId } = await begunSignIn({ forced: true });
    const authnInstant = new Date(Date.now() - 10 * 60_000);
    expect(await accept(await answer({ requestId, authnInstant }))).toMatchObject({
      reason: 'authn-instant',
    });
  });

  it('being there twice (2.7, SX-26)', async () => {
    const { accept, requestId } = await begunSignIn();
    const xml = await answer({ requestId });
    expect(await accept(xml)).toMatchObject({ kind: 'accepted' });
    expect(await accept(xml)).toMatchObject({ kind: 'refused', reason: 'unknown-request' });
  });

  it('an assertion that another answer carried (2.7, SX-26)', async () => {
    const { accept, requestId, state } = await begunSignIn();
    state.used.add('_assertion1');
    expect(await accept(await answer({ requestId }))).toMatchObject({ kind: 'refused', reason: 'replay' });
  });

  it('coming unasked (SX-27, LN-28)', async () => {
    const { provider, requestId } = await begunSignIn();
    const xml = await answer({ requestId });
    expect(await provider.accept(posted(xml, 'x'), BROWSER)).toMatchObject({ reason: 'unknown-request' });
    expect(await provider.accept({ SAMLResponse: posted(xml, '').SAMLResponse }, BROWSER)).toMatchObject({
      reason: 'no-state',
    });
  });

  it('a DOCTYPE (2.7, SX-21)', async () => {
    const { accept, requestId } = await begunSignIn();
    const xml = await answer({ requestId });
    expect(await accept(`<!DOCTYPE Response>${xml}`)).toMatchObject({ reason: 'doctype' });
  });

  it('SHA-1 (2.7, SX-17), in both signatures or in the outer one only', async () => {
    const { accept, requestId } = await begunSignIn();
    expect(await accept(await answer({ requestId }, WITH_SHA1))).toMatchObject({ reason: 'algorithm' });
    const assertion = await signed(assertionXml({ requestId }), 'Assertion');
    const outer = await signed(responseXml({ requestId }, assertion), 'Response', WITH_SHA1);
    expect(await accept(outer)).toMatchObject({ reason: 'algorithm' });
  });

  it('a field that comes twice (2.7)', async () => {
    const { provider, requestId, relayState } = await begunSignIn();
    const { SAMLResponse } = posted(await answer({ requestId }), relayState);
    const doubled = { SAMLResponse: [SAMLResponse, SAMLResponse], RelayState: relayState };
    expect(await provider.accept(doubled, BROWSER)).toMatchObject({ reason: 'duplicate-parameter' });
  });

  it('its size, before it is parsed (2.7, SX-22)', async () => {
    const { provider, relayState } = await begunSignIn();
    const huge = posted('no XML at all'.padEnd(5_000_000, ' '), relayState);
    const before = process.cpuUsage().user;
    expect(await provider.accept(huge, BROWSER)).toMatchObject({ reason: 'too-large' });
    expect(process.cpuUsage().user - before).toBeLessThan(200_000);
  });
});

describe('signatures', () => {
  it('are wanted on both: neither alone is enough (2.7, SX-18)', async () => {
    const { accept, requestId } = await begunSignIn();
    const assertion = await signed(assertionXml({ requestId }), 'Assertion');
    const only = await signed(responseXml({ requestId }, assertionXml({ requestId })), 'Response');
    for (const xml of [
      responseXml({ requestId }, assertion),
      only,
      responseXml({ requestId }, assertionXml({ requestId })),
    ]) {
      expect(await accept(xml)).toMatchObject({ kind: 'refused', reason: 'signature-count' });
    }
  });

  it('count only by the keys that we know, on the outside and on the inside (SX-16)', async () => {
    const { accept, requestId } = await begunSignIn();
    const attacker = await newServiceProviderKey('FAS');
    const forged = await signed(assertionXml({ requestId }), 'Assertion', { key: attacker });
    expect(await accept(await signed(responseXml({ requestId }, forged), 'Response'))).toMatchObject({
      reason: 'signature',
    });
    const genuine = await signed(assertionXml({ requestId }), 'Assertion');
    const wrapped = await signed(responseXml({ requestId }, genuine), 'Response', { key: attacker });
    expect(await accept(wrapped)).toMatchObject({ kind: 'refused', reason: 'signature' });
  });

  it('count for nothing when the identity provider has no key (SX-18)', async () => {
    const { accept, requestId } = await begunSignIn({}, []);
    expect(await accept(await answer({ requestId }))).toMatchObject({ reason: 'no-key' });
  });

  it('break when anything they cover changes', async () => {
    const { accept, requestId } = await begunSignIn();
    const xml = await answer({ requestId });
    const changes: [string, string][] = [
      ['_an<', '_bram<'],
      ['Level400', 'Level500'],
      ['_session1', '_session2'],
      ['status:Success', 'status:Success2'],
      [' Version="2.0"', ' Version="2.0" Consent="urn:x"'],
    ];
    for (const [from, to] of changes) {
      expect(xml).toContain(from);
      expect(await accept(xml.replace(from, to))).toMatchObject({ kind: 'refused' });
    }
    expect(await accept(xml)).toMatchObject({ kind: 'accepted' });
  });
});
