import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { authnRequest, posted } from '../test-support/requests.js';
import { decodePost } from './decode-post.js';
import { MESSAGE_LIMIT } from './saml-message.js';

describe('a message by POST', () => {
  it('SA-1 comes out as it went in', () => {
    expect(decodePost({ SAMLRequest: posted(authnRequest()), RelayState: 'x' })).toEqual({
      kind: 'decoded',
      binding: 'post',
      parameter: 'SAMLRequest',
      xml: authnRequest(),
      relayState: 'x',
    });
  });

  it.each([
    ['doubled field', { SAMLRequest: ['YQ==', 'Yg=='] }, 'duplicate-parameter'],
    ['doubled RelayState', { SAMLRequest: 'YQ==', RelayState: ['1', '2'] }, 'duplicate-parameter'],
    ['request and response', { SAMLRequest: 'YQ==', SAMLResponse: 'YQ==' }, 'request-and-response'],
    ['nothing', {}, 'missing-message'],
    ['empty', { SAMLRequest: '' }, 'missing-message'],
    ['line breaks', { SAMLRequest: 'YWJj\r\nYWJj' }, 'base64'],
    ['URL alphabet', { SAMLRequest: 'ab-_' }, 'base64'],
    ['garbage', { SAMLRequest: '<xml/>' }, 'base64'],
    ['deflated', { SAMLRequest: deflateRawSync(authnRequest()).toString('base64') }, 'character-encoding'],
    ['byte order mark', { SAMLRequest: posted(`\uFEFF${authnRequest()}`) }, 'character-encoding'],
    ['too large', { SAMLRequest: posted('a'.repeat(MESSAGE_LIMIT + 3)) }, 'too-large'],
  ])('SX-24 %s is refused', (_, fields, reason) => {
    expect(decodePost(fields)).toMatchObject({ kind: 'refused', reason });
  });
});
