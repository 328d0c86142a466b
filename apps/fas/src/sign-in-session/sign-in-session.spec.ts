import { describe, expect, it } from 'vitest';
import { isNoted, type Participant } from './sign-in-session.js';

const used = new Date('2026-03-02T10:00:00Z');
const participant: Participant = {
  applicationId: 'a',
  protocol: 'saml',
  index: '_1',
  nameId: '_n',
  at: '2026-03-02T10:00:30Z',
};
const session = { participants: [{ ...participant, at: '2026-03-02T09:59:00Z' }], lastUsedAt: used };

describe('a service that is answered again', () => {
  it('is noted already when the session says the same of it, and was used a moment ago', () => {
    expect(isNoted(session, participant)).toBe(true);
  });

  it.each<[string, Partial<Participant>]>([
    ['another service', { applicationId: 'b' }],
    ['over another protocol', { protocol: 'oidc' }],
    ['under another index', { index: '_2' }],
    ['under another name', { nameId: '_m' }],
    ['after a while without use', { at: '2026-03-02T10:01:01Z' }],
  ])('is noted anew when it is %s', (_, difference) => {
    expect(isNoted(session, { ...participant, ...difference })).toBe(false);
  });

  it('is noted anew when nobody knows when the session was used', () => {
    expect(isNoted({ participants: session.participants }, participant)).toBe(false);
  });
});
