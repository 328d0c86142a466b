import { describe, expect, it } from 'vitest';
import { readResponse } from './authorization-response.js';

const memory = { state: 'state-of-this-login', nonce: 'nonce', codeVerifier: 'verifier' };
const issuer = 'https://idp.example/v2';
const expected = { issuer, namesItself: false, memory };
const good = { state: memory.state, code: 'code' };

describe('what a browser brings back from a service', () => {
  it('is taken with the state of this login', () => {
    expect(readResponse(good, expected)).toEqual({ kind: 'code', code: 'code', memory });
    expect(readResponse({ ...good, iss: issuer }, { ...expected, namesItself: true }).kind).toBe('code');
  });

  it.each([
    ['nothing was asked', good, { ...expected, memory: undefined }, 'not-begun:no-question'],
    ['the state is of another login', { ...good, state: 'other' }, expected, 'not-begun:state'],
    ['there is no state', { code: 'code' }, expected, 'not-begun:state'],
    [
      'another issuer is named',
      { ...good, iss: 'https://other.example' },
      expected,
      'not-verified:issuer-of-response',
    ],
    ['the issuer is missing', good, { ...expected, namesItself: true }, 'not-verified:issuer-of-response'],
    ['there is no code', { state: memory.state }, expected, 'not-verified:no-code'],
    ['the code is endless', { ...good, code: 'c'.repeat(3_000) }, expected, 'not-verified:no-code'],
    [
      'the person refused',
      { state: memory.state, error: 'access_denied' },
      expected,
      'refused:access_denied',
    ],
    [
      'it took too long',
      { state: memory.state, error: 'login_required' },
      expected,
      'timed-out:login_required',
    ],
  ])('XS-16 is refused when %s', (_, query, of, reason) => {
    const outcome = readResponse(query, of);
    expect(outcome.kind === 'refused' && `${outcome.problem}:${outcome.reason}`).toBe(reason);
  });

  it('an error counts only with the right state, so that nobody else can end a login', () => {
    expect(readResponse({ state: 'other', error: 'access_denied' }, expected)).toMatchObject({
      problem: 'not-begun',
    });
  });

  it.each(['server_error', 'temporarily_unavailable', 'invalid_request'])(
    'says that the service does not work: %s',
    (error) => {
      expect(readResponse({ state: memory.state, error }, expected)).toEqual({
        kind: 'unavailable',
        reason: `error-${error}`,
      });
    },
  );

  it('keeps what is no error code out of the record', () => {
    const outcome = readResponse({ state: memory.state, error: 'a b\nc' }, expected);
    expect(outcome).toEqual({ kind: 'unavailable', reason: 'error-unknown' });
  });
});
