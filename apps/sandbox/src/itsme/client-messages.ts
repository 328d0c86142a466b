import { createHash } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWK } from 'jose';
import type { ProviderAddresses, ProviderProfile } from './provider-profile.js';

/** What CSAM asks, once its signature holds. */
export interface SignInRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly challenge: string;
  readonly acr: string;
  readonly language: string;
}

/** A message of the client that a real service would refuse; the word is its OAuth error. */
export class ClientProblem extends Error {
  constructor(
    readonly code: 'invalid_request' | 'invalid_request_object' | 'invalid_client' | 'invalid_grant',
    message: string,
  ) {
    super(message);
  }
}

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Judges the messages of CSAM by the keys that it publishes, as strictly as the real service does. */
export class ClientMessages {
  private readonly used = new Set<string>();
  private readonly signatureKeys: ReturnType<typeof createRemoteJWKSet>;

  constructor(
    private readonly profile: ProviderProfile,
    private readonly addresses: ProviderAddresses,
  ) {
    this.signatureKeys = createRemoteJWKSet(new URL(addresses.clientKeys), { cooldownDuration: 0 });
  }

  /** RFC 9101 */
  async readRequest(request: string): Promise<SignInRequest> {
    const claims = await this.verified(request, 'invalid_request_object', {
      issuer: this.profile.clientId,
      audience: this.addresses.issuer,
      typ: 'oauth-authz-req+jwt',
    });
    const text = (name: string): string => (typeof claims[name] === 'string' ? claims[name] : '');
    demand(text('client_id') === this.profile.clientId, 'client_id');
    demand(text('response_type') === 'code', 'response_type');
    demand(text('redirect_uri') === this.addresses.redirectUri, 'redirect_uri is not registered');
    demand(text('scope').split(' ').includes('openid'), 'scope');
    demand(text('code_challenge_method') === 'S256' && text('code_challenge').length === 43, 'PKCE');
    demand(text('state') !== '' && text('nonce') !== '', 'state and nonce');
    demand(this.profile.classes.includes(text('acr_values')), 'acr_values');
    return {
      redirectUri: text('redirect_uri'),
      state: text('state'),
      nonce: text('nonce'),
      challenge: text('code_challenge'),
      acr: text('acr_values'),
      language: text('ui_locales'),
    };
  }

  /** private_key_jwt: OpenID Connect Core section 9 */
  async authenticate(form: Readonly<Record<string, string | undefined>>): Promise<void> {
    if (form['client_assertion_type'] !== ASSERTION) throw new ClientProblem('invalid_client', 'assertion');
    await this.verified(form['client_assertion'] ?? '', 'invalid_client', {
      issuer: this.profile.clientId,
      subject: this.profile.clientId,
      audience: this.addresses.token,
    });
  }

  /** The key to which CSAM wants to have its ID tokens encrypted. */
  async encryptionKey(): Promise<JWK> {
    const response = await fetch(this.addresses.clientKeys);
    const { keys } = (await response.json()) as { keys: JWK[] };
    const key = keys.find(({ use }) => use === 'enc');
    if (key === undefined) throw new Error('CSAM publishes no key to encrypt to');
    return key;
  }

  private async verified(
    jwt: string,
    code: ClientProblem['code'],
    options: Parameters<typeof jwtVerify>[2],
  ): Promise<JWTPayload> {
    const checks = { ...options, algorithms: ['RS256'], requiredClaims: ['jti', 'exp'] };
    const { payload } = await jwtVerify(jwt, this.signatureKeys, checks).catch((error: unknown) => {
      throw new ClientProblem(code, error instanceof Error ? error.message : 'unreadable');
    });
    const id = String(payload.jti);
    if (this.used.has(id)) throw new ClientProblem(code, 'used before');
    this.used.add(id);
    return payload;
  }
}

export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');

function demand(holds: boolean, what: string): void {
  if (!holds) throw new ClientProblem('invalid_request_object', what);
}
