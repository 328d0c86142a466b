import { createHash, randomBytes } from 'node:crypto';
import { titleOf } from './browser.js';
import type { HttpClient } from './http-client.js';
import type { OidcService, World } from './messages.js';
import { follow, signIn, type Visitor } from './road.js';

const LEVEL_400 = 'urn:be:fedict:iam:fas:Level400';

/** A service that signs its users in over OpenID Connect: code flow, PKCE, client_secret_basic. */
export class OidcFlows {
  constructor(
    private readonly http: HttpClient,
    private readonly world: World,
  ) {}

  /** Sends a browser without a session. */
  async fresh(visitor: Visitor, service: OidcService, key: 'password' | 'totp' = 'password'): Promise<void> {
    visitor.browser.forgetSession();
    const { url, verifier } = this.request(service, key === 'totp' ? { acr_values: LEVEL_400 } : {});
    const { page } = await follow(visitor.browser, await visitor.browser.get('authorize', url));
    if (page === undefined) throw new Error('nobody was asked to sign in');
    const { location } = await signIn(visitor, page, key);
    visitor.accessToken = await this.redeem(service, location, verifier);
  }

  /** Sends a browser that has a session. */
  async singleSignOn({ browser }: Visitor, service: OidcService): Promise<void> {
    const { url, verifier } = this.request(service);
    const { headers } = await browser.get('authorize', url);
    await this.redeem(service, headers.location, verifier);
  }

  async userinfo(accessToken: string): Promise<void> {
    const answer = await this.http.send('userinfo', {
      url: `${this.world.fas}/fas/oauth2/userinfo`,
      headers: { authorization: `Bearer ${accessToken}` },
    });
    if (answer.status !== 200 || answer.body === '') throw new Error(`userinfo: status ${answer.status}`);
  }

  private request(service: OidcService, more: Readonly<Record<string, string>> = {}) {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: service.clientId,
      redirect_uri: service.redirectUri,
      scope: service.scope,
      state: randomBytes(16).toString('base64url'),
      nonce: randomBytes(16).toString('base64url'),
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    });
    return { url: `${this.world.fas}/fas/oauth2/authorize?${query}`, verifier };
  }

  /** What the service does with the code, up to what it wanted to know. */
  private async redeem(
    service: OidcService,
    location: string | undefined,
    verifier: string,
  ): Promise<string> {
    const code = location?.startsWith(service.redirectUri) && new URL(location).searchParams.get('code');
    if (!code) throw new Error(`no code came back: ${location ?? 'a page'}`);
    const answer = await this.http.send('token', {
      method: 'POST',
      url: `${this.world.fas}/fas/oauth2/access_token`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${service.clientId}:${service.clientSecret}`).toString('base64')}`,
      },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: service.redirectUri,
        code_verifier: verifier,
      }).toString(),
    });
    const { access_token: token } = JSON.parse(answer.body) as { access_token?: string };
    if (answer.status !== 200 || token === undefined) throw new Error(`token: ${titleOf(answer.body)}`);
    await this.userinfo(token);
    return token;
  }
}
