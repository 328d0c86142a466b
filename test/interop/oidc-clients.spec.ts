import * as oauth from 'oauth4webapi';
import * as oidc from 'openid-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { issuer } from '../support/oidc-relying-party.js';
import { PageWalker } from '../support/page-walker.js';
import { SigningClient, throughPages } from '../support/signing-client.js';

// Stock clients against profile `high`: pushed request, private_key_jwt, DPoP, with every check that they make.

let client: SigningClient;
beforeAll(async () => {
  client = await SigningClient.register(
    { userinfoFormat: 'jwt' },
    { algorithm: 'ES256', name: 'Stock client' },
  );
});

const privateKey = () => ({ key: client.pair.privateKey, kid: client.pair.publicJwk.kid ?? '' });

/** The person goes there and comes back. */
async function visit(url: URL): Promise<URL> {
  const walker = new PageWalker();
  const { location } = await throughPages(walker, await walker.open(url));
  if (location === undefined) throw new Error('not sent back');
  return location;
}

describe('profile high', () => {
  it('openid-client', async () => {
    const fas = await oidc.discovery(
      new URL(issuer()),
      client.clientId,
      { userinfo_signed_response_alg: 'PS256', id_token_signed_response_alg: 'PS256' },
      oidc.PrivateKeyJwt(privateKey()),
      { execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks] },
    );
    const DPoP = oidc.getDPoPHandle(fas, await oidc.randomDPoPKeyPair('ES256'));
    const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
    const url = await oidc.buildAuthorizationUrlWithPAR(
      fas,
      {
        redirect_uri: client.redirectUri,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      },
      { DPoP },
    );
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce };
    const tokens = await oidc.authorizationCodeGrant(fas, await visit(url), checks, undefined, { DPoP });
    const sub = tokens.claims()?.sub ?? '';
    expect((await oidc.fetchUserInfo(fas, tokens.access_token, sub, { DPoP })).sub).toBe(sub);
  });

  it('oauth4webapi', async () => {
    const insecure = { [oauth.allowInsecureRequests]: true };
    const address = new URL(issuer());
    const found = await oauth.discoveryRequest(address, { algorithm: 'oidc', ...insecure });
    const server = await oauth.processDiscoveryResponse(address, found);
    const own: oauth.Client = { client_id: client.clientId, id_token_signed_response_alg: 'PS256' };
    // FAPI 2.0 takes the issuer as the only audience, which this client sends by itself.
    const authentication = oauth.PrivateKeyJwt(privateKey());
    const DPoP = oauth.DPoP(own, await oauth.generateKeyPair('ES256', { extractable: true }));
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const parameters = new URLSearchParams({
      client_id: client.clientId,
      response_type: 'code',
      redirect_uri: client.redirectUri,
      scope: 'openid profile',
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const pushed = await oauth.processPushedAuthorizationResponse(
      server,
      own,
      await oauth.pushedAuthorizationRequest(server, own, authentication, parameters, { DPoP, ...insecure }),
    );
    const back = await visit(client.authorizeUrl(pushed.request_uri));
    const answer = oauth.validateAuthResponse(server, own, back, state);
    const tokens = await oauth.processAuthorizationCodeResponse(
      server,
      own,
      await oauth.authorizationCodeGrantRequest(
        server,
        own,
        authentication,
        answer,
        client.redirectUri,
        verifier,
        { DPoP, ...insecure },
      ),
      { requireIdToken: true },
    );
    expect([tokens.token_type, oauth.getValidatedIdTokenClaims(tokens)?.aud]).toEqual([
      'dpop',
      client.clientId,
    ]);
    const info = await oauth.userInfoRequest(server, own, tokens.access_token, { DPoP, ...insecure });
    expect(info.status).toBe(200);
  });
});
