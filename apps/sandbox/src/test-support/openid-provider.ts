import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

export interface RunningProvider {
  readonly baseUrl: string;
  /** Connects the client; before the first sign-in. */
  serve(client: { id: string; secret: string; redirectUri: string }): Promise<void>;
  stop(): void;
}

const LEVEL = 'urn:be:fedict:iam:fas:citizen:Level400';

/** A stock OpenID provider at `/fas/oauth2` that signs Rosa in without asking, always at level 400. */
export async function runOpenidProvider(): Promise<RunningProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl,
    serve: async (client) => connect(server, await provider(`${baseUrl}/fas/oauth2`, client)),
    stop: () => server.close(),
  };
}

async function provider(
  issuer: string,
  { id, secret, redirectUri }: { id: string; secret: string; redirectUri: string },
): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'test', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only for this test'] },
    clients: [
      {
        client_id: id,
        client_secret: secret,
        redirect_uris: [redirectUri],
        userinfo_signed_response_alg: 'RS256',
        post_logout_redirect_uris: ['http://localhost:4600/rp/oidc/'],
      },
    ],
    acrValues: [LEVEL, 'urn:be:fedict:iam:fas:Level450'],
    claims: {
      openid: ['sub'],
      profile: ['givenName', 'surname'],
      egovnrn: ['egovNRN'],
      acr: null,
      amr: null,
    },
    scopes: ['openid', 'profile', 'egovnrn'],
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: true },
      jwtUserinfo: { enabled: true },
    },
    interactions: { url: (_ctx, interaction) => `/fas/interaction/${interaction.uid}` },
    findAccount: (_ctx, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, givenName: 'Rosa', surname: 'Ruimschoots', egovNRN: '81050599410' }),
    }),
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile egovnrn');
      await grant.save();
      return grant;
    },
  });
}

function connect(server: Server, op: Provider): void {
  const callback = op.callback();
  server.on('request', (request, response) => {
    const url = request.url ?? '';
    if (url.startsWith('/fas/interaction/')) {
      const login = { accountId: 'rosa', acr: LEVEL, amr: ['totp', LEVEL] };
      void op.interactionFinished(request, response, { login });
      return;
    }
    Object.assign(request, { originalUrl: url, url: url.replace(/^\/fas\/oauth2/u, '') });
    void callback(request, response);
  });
}
