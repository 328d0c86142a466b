import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:tls';
import type { ProbeClient } from '#libs/config';
import type { Ask } from './probe-fetch.js';
import { ProbeFailed, type Probe } from './probe.js';
import { Walker, type Arrival } from './walker.js';

/** The page on which people choose a key: both protocols and the database have done their part when it comes. */
function assertChoosingPage({ body }: Arrival): void {
  if (!body.includes('data-key="')) throw new ProbeFailed('not-the-page-of-keys');
}

/** What a service asks, and what it proves with that it was the one who asked. */
export function codeRequest(client: Pick<ProbeClient, 'id' | 'redirectUri'>): {
  readonly query: URLSearchParams;
  readonly verifier: string;
} {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.id,
    redirect_uri: client.redirectUri,
    scope: 'openid',
    state: randomBytes(16).toString('base64url'),
    nonce: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return { query, verifier };
}

/** Begins to sign in over OpenID Connect, as a registered service would send its user. */
export const oidcSignIn = (fasUrl: string, client: ProbeClient, ask: Ask): Probe => ({
  component: 'sign-in-oidc',
  run: async (signal) => {
    const { query } = codeRequest(client);
    assertChoosingPage(await new Walker(ask, signal).open(`${fasUrl}/fas/oauth2/authorize?${query}`));
  },
});

/** Begins to sign in over SAML: opens a page of ours that needs it, which sends a signed request to FAS. */
export const samlSignIn = (guardedPage: string, ask: Ask): Probe => ({
  component: 'sign-in-saml',
  run: async (signal) => assertChoosingPage(await new Walker(ask, signal).open(guardedPage)),
});

/** The listener that asks for a certificate shakes hands. Where certificates are real, it must show a good one. */
export const certificateListener = (cardUrl: string, demandGood: boolean): Probe => ({
  component: 'certificate-login',
  run: (signal) =>
    new Promise<void>((resolve, reject) => {
      const { hostname, port } = new URL(cardUrl);
      const socket = connect({
        host: hostname,
        port: Number(port || 443),
        servername: hostname,
        rejectUnauthorized: demandGood,
      });
      const end = (error?: Error) => {
        socket.destroy();
        if (error === undefined) resolve();
        else reject(error);
      };
      signal.addEventListener('abort', () => end(new ProbeFailed('no-answer')));
      socket.once('secureConnect', () => end());
      socket.once('error', () => end(new ProbeFailed('tls')));
    }),
});
