import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as oidc from 'openid-client';
import type { PageWalker } from './page-walker.js';
import { registerApplication } from './register-application.js';
import { signIn } from './sign-in.js';
import { stack } from './stack.js';

/** A client that hears of logouts at an address of its own. */
export class LogoutClient {
  /** Logout tokens that came, in order. */
  readonly tokens: string[] = [];
  readonly contentTypes: string[] = [];
  mode: 'confirm' | 'error' | 'hang' = 'confirm';
  readonly redirectUri: string;
  readonly signedOutUri: string;

  private constructor(
    readonly clientId: string,
    readonly configuration: oidc.Configuration,
    private readonly server: Server,
  ) {
    this.redirectUri = `https://${clientId}.example/callback`;
    this.signedOutUri = `https://${clientId}.example/signed-out`;
  }

  static async start(name: string, { hears = true } = {}): Promise<LogoutClient> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const clientId = `logout-${randomBytes(5).toString('hex')}`;
    const clientSecret = randomBytes(24).toString('base64url');
    const backchannel = `http://127.0.0.1:${(server.address() as AddressInfo).port}/backchannel`;
    await registerApplication({
      name,
      oidc: {
        clientId,
        clientSecret,
        redirectUris: [`https://${clientId}.example/callback`],
        postLogoutRedirectUris: [`https://${clientId}.example/signed-out`],
        scopes: ['openid'],
        ...(hears && { backchannelLogoutUri: backchannel }),
      },
    });
    const configuration = await oidc.discovery(
      new URL(`${stack().addresses.fas}/fas/oauth2`),
      clientId,
      {},
      oidc.ClientSecretBasic(clientSecret),
      { execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks] },
    );
    const client = new LogoutClient(clientId, configuration, server);
    client.listen();
    return client;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The person signs in, or comes in on the session that there is; gives the ID token. */
  async signIn(walker: PageWalker, personId = 'bram-boterkoek'): Promise<string> {
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const url = oidc.buildAuthorizationUrl(this.configuration, {
      redirect_uri: this.redirectUri,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const first = await walker.open(url);
    const back = first.location === undefined ? await signIn(walker, first, personId) : first;
    const tokens = await oidc.authorizationCodeGrant(this.configuration, back.location ?? new URL('x:'), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
    });
    return tokens.id_token ?? '';
  }

  /** `code` when the session still serves, else the error. */
  async silently(walker: PageWalker): Promise<string> {
    const url = oidc.buildAuthorizationUrl(this.configuration, {
      redirect_uri: this.redirectUri,
      scope: 'openid',
      state: oidc.randomState(),
      prompt: 'none',
      code_challenge: await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier()),
      code_challenge_method: 'S256',
    });
    const { location } = await walker.open(url);
    return location?.searchParams.get('error') ?? (location?.searchParams.has('code') ? 'code' : 'nothing');
  }

  signOutUrl(idToken: string, more: Readonly<Record<string, string>> = {}): URL {
    return oidc.buildEndSessionUrl(this.configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: this.signedOutUri,
      ...more,
    });
  }

  /** What the tokens say that came so far. */
  get heard() {
    return this.tokens.map((token) => ({ header: decodeProtectedHeader(token), claims: decodeJwt(token) }));
  }

  private listen(): void {
    this.server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const form = new URLSearchParams(Buffer.concat(parts).toString());
        this.tokens.push(form.get('logout_token') ?? '');
        this.contentTypes.push(request.headers['content-type'] ?? '');
        if (this.mode !== 'hang') response.writeHead(this.mode === 'error' ? 500 : 200).end();
      });
    });
  }
}
