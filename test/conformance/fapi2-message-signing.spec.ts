import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { issuer, returned } from '../support/oidc-relying-party.js';
import { PageWalker } from '../support/page-walker.js';
import { newPair, SigningClient, type Pair, type Spoilt } from '../support/signing-client.js';

// The modules about request objects of the OpenID Foundation's plan `fapi2-message-signing-final-test-plan`, by their
// names there (prefix left out): a client of profile `high` that signs what it pushes.

let client: SigningClient;
let other: SigningClient;
let rs256: Pair;
let walker: PageWalker;
beforeAll(async () => {
  const signs = { requestObjectSigningAlg: 'PS256', requireSignedRequests: true };
  [client, other, rs256] = await Promise.all([
    SigningClient.register(signs),
    SigningClient.register(signs),
    newPair('RS256'),
  ]);
  walker = new PageWalker();
  await client.comeBack(walker, await signed({}));
});

const inSeconds = (n: number) => Math.floor(Date.now() / 1_000) + n;

/** The fields of a push that holds nothing but the request object; what is spoilt is spoilt in there. */
async function signed(spoilt: Spoilt): Promise<Record<string, string | undefined>> {
  const { verifier: _none, ...fields } = { verifier: '', ...client.request(VERIFIER) };
  const claims = { ...fields, iss: client.clientId, aud: issuer(), nbf: inSeconds(0) };
  const nothing = Object.fromEntries(Object.keys(fields).map((name) => [name, undefined]));
  return { ...nothing, request: await client.sign(claims, spoilt) };
}

const VERIFIER = 'v'.repeat(43);

async function pushed(spoilt: Spoilt, beside: Record<string, string> = {}) {
  return client.push({ ...(await signed(spoilt)), ...beside });
}

describe('fapi2-message-signing-final: what is pushed is signed', () => {
  it('happy-flow', async () => {
    const { uri } = await pushed({});
    const code = returned(await walker.open(client.authorizeUrl(uri)))['code'] ?? '';
    const { body } = await client.redeem({ code, verifier: VERIFIER });
    expect(decodeJwt(String(body['id_token']))['nonce']).toBe('a-nonce');
  });

  it('ensure-request-object-with-nbf-8-seconds-in-the-future-is-accepted', async () => {
    expect((await pushed({ claims: { nbf: inSeconds(8) } })).status).toBe(201);
  });

  it.each<[string, () => Spoilt]>([
    ['ensure-request-object-without-exp-fails', () => ({ claims: { exp: undefined } })],
    ['ensure-request-object-without-nbf-fails', () => ({ claims: { nbf: undefined } })],
    [
      'ensure-expired-request-object-fails',
      () => ({ claims: { exp: inSeconds(-300), nbf: inSeconds(-600) } }),
    ],
    ['ensure-request-object-with-exp-over-60-fails', () => ({ claims: { exp: inSeconds(3_700) } })],
    ['ensure-request-object-with-nbf-over-60-fails', () => ({ claims: { nbf: inSeconds(-3_700) } })],
    ['ensure-request-object-with-bad-aud-fails', () => ({ claims: { aud: 'https://other.example' } })],
    ['ensure-request-object-with-invalid-signature-fails', () => ({ pair: other.pair })],
    [
      'ensure-matching-key-in-authorization-request, of another client',
      () => ({ pair: other.pair, header: { kid: other.pair.publicJwk.kid } }),
    ],
    ['ensure-signed-request-object-with-RS256-fails', () => ({ pair: rs256 })],
    ['ensure-request-object-of-another-client-fails', () => ({ claims: { client_id: other.clientId } })],
    ['ensure-request-object-without-redirect-uri-fails', () => ({ claims: { redirect_uri: undefined } })],
  ])('%s', async (_, spoilt) => {
    const { status, body } = await pushed(spoilt());
    expect([status, body['error']]).toEqual([
      400,
      expect.stringMatching(/^invalid_request(_object)?$/) as string,
    ]);
  });

  it('ensure-request-object-signature-algorithm-is-not-none', async () => {
    const [, payload = ''] = String((await signed({})).request).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const { body } = await client.push({ ...(await signed({})), request: `${none}.${payload}.` });
    expect(body['error']).toMatch(/^invalid_request(_object)?$/);
  });

  it('ensure-unsigned-pushed-request-fails', async () => {
    expect((await client.push()).body['error']).toBe('invalid_request');
  });

  it.each(['state', 'nonce'])(
    'state-only-outside-request-object-not-used, ensure-different-%s-inside-and-outside-request-object: what is signed counts',
    async (name) => {
      const { uri } = await pushed({}, { [name]: 'from-outside' });
      const back = returned(await walker.open(client.authorizeUrl(uri)));
      expect(back['state']).toBe('a-state');
      const { body } = await client.redeem({ code: back['code'] ?? '', verifier: VERIFIER });
      expect(decodeJwt(String(body['id_token']))['nonce']).toBe('a-nonce');
      const alone = await pushed({ claims: { [name]: undefined } }, { [name]: 'from-outside' });
      expect(returned(await walker.open(client.authorizeUrl(alone.uri)))['state']).not.toBe('from-outside');
    },
  );
});
