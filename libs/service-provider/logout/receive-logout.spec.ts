import { describe, expect, it } from 'vitest';
import { newServiceProviderKey } from '../key/service-provider-key.js';
import { begunSignIn } from '../test-support/begun-sign-in.js';
import { ENTITY, IDP, signed, WITH_SHA1 } from '../test-support/identity-provider.js';

const OWN = 'https://sma.example/saml/slo';
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

interface Saying {
  readonly issuer?: string;
  readonly destination?: string;
  readonly issuedAt?: Date;
  readonly until?: Date;
  readonly index?: string;
}

function logoutRequest({
  issuer = IDP,
  destination = OWN,
  issuedAt = new Date(),
  until,
  index,
}: Saying = {}) {
  const sessionIndex = index === '' ? '' : `<samlp:SessionIndex>${index ?? '_session1'}</samlp:SessionIndex>`;
  const notOnOrAfter = until === undefined ? '' : ` NotOnOrAfter="${until.toISOString()}"`;
  return `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Destination="${destination}" ID="_logout1" IssueInstant="${issuedAt.toISOString()}"${notOnOrAfter} Version="2.0"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${issuer}</saml:Issuer><saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">_an</saml:NameID>${sessionIndex}</samlp:LogoutRequest>`;
}

const enveloped = (xml: string) =>
  `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${xml}</S:Body></S:Envelope>`;

const signedByFas = (saying?: Saying) => signed(logoutRequest(saying), 'LogoutRequest');

async function receive(xml: string) {
  const { provider } = await begunSignIn();
  return provider.receiveLogout(enveloped(xml));
}

describe('a LogoutRequest of FAS', () => {
  it('is accepted, names the sessions that end, and is answered with a signature', async () => {
    const received = await receive(await signedByFas({ until: minutes(5) }));
    if (received.kind !== 'accepted') throw new Error(received.reason);
    expect(received.sessionIndexes).toEqual(['_session1']);
    expect(await received.answer()).toMatch(
      new RegExp(`InResponseTo="_logout1".*${ENTITY}.*<ds:SignatureValue>.*status:Success`, 's'),
    );
  });

  it.each<[string, () => Promise<string> | string, string]>([
    ['2.7 unsigned', () => logoutRequest(), 'signature-no-signature'],
    [
      '2.7 SX-16 signed by somebody else',
      async () =>
        signed(logoutRequest(), 'LogoutRequest', { key: await newServiceProviderKey('Somebody else') }),
      'signature-signature',
    ],
    [
      '2.7 SX-17 signed with SHA-1',
      () => signed(logoutRequest(), 'LogoutRequest', WITH_SHA1),
      'signature-algorithm',
    ],
    [
      'SX-9 changed after it was signed',
      async () => (await signedByFas()).replace('_session1', '_session2'),
      'signature-digest',
    ],
    ['of another issuer', () => signedByFas({ issuer: 'https://other.example/' }), 'issuer'],
    ['2.7 for another address', () => signedByFas({ destination: `${OWN}/other` }), 'destination'],
    ['of long ago', () => signedByFas({ issuedAt: minutes(-10) }), 'issue-instant'],
    ['of the future', () => signedByFas({ issuedAt: minutes(10) }), 'issue-instant'],
    ['that expired', () => signedByFas({ until: minutes(-1) }), 'expired'],
    ['that names no session', () => signedByFas({ index: '' }), 'session-index'],
    ['SX-21 with a document type', async () => `<!DOCTYPE x>${await signedByFas()}`, 'xml'],
    ['2.7 SX-22 that is huge', () => `<a>${'x'.repeat(600_000)}</a>`, 'xml'],
    [
      'SX-9 that is another message',
      () => signed(logoutRequest().replaceAll('LogoutRequest', 'AuthnRequest'), 'AuthnRequest'),
      'not-a-logout-request',
    ],
  ])('%s is refused', async (_, make, reason) => {
    expect(await receive(await make())).toMatchObject({ kind: 'refused', reason });
  });
});
