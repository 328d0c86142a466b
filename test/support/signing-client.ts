import { createHash, randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';
import { issuer, jsonAnswer, returned, type JsonAnswer, type Parameters } from './oidc-relying-party.js';
import type { Answer, PageWalker } from './page-walker.js';
import { registerApplication } from './register-application.js';
import { signIn } from './sign-in.js';

export type Algorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';

export interface Pair {
  readonly algorithm: Algorithm;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export async function newPair(algorithm: Algorithm): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const publicJwk = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: algorithm, use: 'sig' };
  return { algorithm, privateKey, publicJwk };
}

/** What a token is made of, to be spoilt in tests. */
export interface Spoilt {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly pair?: Pair;
}

/** A claim or header that is undefined is left out. */
const present = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const now = () => Math.floor(Date.now() / 1_000);

/** A sign-in that was begun. */
export interface Begun {
  readonly url: URL;
  readonly verifier: string;
}

/** A client that signs what it sends, made by hand, so that each part can be spoilt. */
export class SigningClient {
  private constructor(
    readonly clientId: string,
    readonly redirectUri: string,
    readonly pair: Pair,
    /** Of its proofs of possession. */
    readonly proofPair: Pair,
  ) {}

  static async register(
    oidc: Readonly<Record<string, unknown>> = {},
    { algorithm = 'PS256', name = 'Signing service' }: { algorithm?: Algorithm; name?: string } = {},
  ): Promise<SigningClient> {
    const clientId = `test-${randomBytes(5).toString('hex')}`;
    const redirectUri = `https://${clientId}.example/callback`;
    const pair = await newPair(algorithm);
    await registerApplication({
      name,
      oidc: {
        clientId,
        profile: 'high',
        redirectUris: [redirectUri],
        tokenEndpointAuthMethod: 'private_key_jwt',
        jwks: { keys: [pair.publicJwk] },
        scopes: ['openid', 'profile', 'offline_access'],
        userinfoFormat: 'json',
        ...oidc,
      },
    });
    return new SigningClient(clientId, redirectUri, pair, await newPair('ES256'));
  }

  /** A JWT of this client, good unless spoilt. */
  async sign(claims: JWTPayload, { claims: other, header, pair = this.pair }: Spoilt = {}): Promise<string> {
    return new SignJWT(present({ iat: now(), exp: now() + 60, ...claims, ...other }))
      .setProtectedHeader(
        present({ kid: pair.publicJwk.kid, ...header, alg: pair.algorithm }) as { alg: string },
      )
      .sign(pair.privateKey, { crit: { x: true } });
  }

  /** The client's authentication (RFC 7523). */
  async assertion(spoilt: Spoilt = {}): Promise<Parameters> {
    const { clientId } = this;
    const claims = { iss: clientId, sub: clientId, aud: issuer(), jti: randomBytes(9).toString('hex') };
    return {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await this.sign(claims, spoilt),
    };
  }

  /** A proof of possession (RFC 9449) for a request. */
  async proof(of: { path: string; method?: string; token?: string }, spoilt: Spoilt = {}): Promise<string> {
    const { pair = this.proofPair, header, claims } = spoilt;
    const { alg: _alg, use: _use, kid: _kid, ...jwk } = pair.publicJwk;
    return this.sign(
      {
        exp: undefined,
        htm: of.method ?? 'POST',
        htu: issuer() + of.path,
        jti: randomBytes(9).toString('hex'),
        ...(of.token !== undefined && { ath: createHash('sha256').update(of.token).digest('base64url') }),
      },
      { pair, header: { kid: undefined, typ: 'dpop+jwt', jwk, ...header }, ...(claims && { claims }) },
    );
  }

  /** Sends the fields as they are. */
  async send(path: string, fields: Parameters, headers: Parameters = {}): Promise<JsonAnswer> {
    return jsonAnswer(
      await fetch(issuer() + path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    );
  }

  /** The fields of an honest authorization request. */
  request(verifier: string): Record<string, string> {
    return {
      client_id: this.clientId,
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: 'openid',
      state: 'a-state',
      nonce: 'a-nonce',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
  }

  /** Pushes a request; a field that is undefined is left out. */
  async push(
    wishes: Readonly<Record<string, string | undefined>> = {},
    { auth, headers = {} }: { auth?: Parameters; headers?: Parameters } = {},
  ): Promise<JsonAnswer & { verifier: string; uri: string }> {
    const verifier = randomBytes(32).toString('base64url');
    const fields = present({ ...this.request(verifier), ...wishes }) as Parameters;
    const answer = await this.send('/par', { ...fields, ...(auth ?? (await this.assertion())) }, headers);
    return { ...answer, verifier, uri: String(answer.body['request_uri']) };
  }

  /** Where a browser goes with a pushed request. */
  authorizeUrl(uri: string, clientId = this.clientId): URL {
    return new URL(`${issuer()}/authorize?${new URLSearchParams({ client_id: clientId, request_uri: uri })}`);
  }

  /** Pushes, and takes the person there and back. */
  async comeBack(
    walker: PageWalker,
    wishes: Readonly<Record<string, string | undefined>> = {},
    { who, ...options }: { auth?: Parameters; headers?: Parameters; who?: string } = {},
  ): Promise<{ back: Answer; code: string; verifier: string }> {
    const { uri, verifier } = await this.push(wishes, options);
    const back = await throughPages(walker, await walker.open(this.authorizeUrl(uri)), who);
    return { back, code: returned(back)['code'] ?? '', verifier };
  }

  /** Redeems a code, by default with a good assertion and proof. */
  async redeem(
    { code, verifier }: { code: string; verifier: string },
    {
      fields = {},
      auth,
      proof,
    }: { fields?: Parameters; auth?: Parameters; proof?: string | undefined | null } = {},
  ): Promise<JsonAnswer> {
    return this.token(
      {
        grant_type: 'authorization_code',
        code,
        redirect_uri: this.redirectUri,
        code_verifier: verifier,
        ...fields,
      },
      { ...(auth && { auth }), ...(proof !== undefined && { proof }) },
    );
  }

  /** The token endpoint. `proof: null` sends none. */
  async token(
    fields: Parameters,
    { auth, proof }: { auth?: Parameters; proof?: string | null } = {},
  ): Promise<JsonAnswer> {
    const dpop = proof === undefined ? await this.proof({ path: '/access_token' }) : proof;
    const all = { ...fields, ...(auth ?? (await this.assertion())) };
    return this.send('/access_token', all, dpop === null ? {} : { dpop });
  }

  /** Userinfo with the token and a proof for it. */
  async userinfo(token: string, { scheme = 'DPoP', proof }: { scheme?: string; proof?: string } = {}) {
    const dpop = proof ?? (await this.proof({ path: '/userinfo', method: 'GET', token }));
    return fetch(`${issuer()}/userinfo`, { headers: { authorization: `${scheme} ${token}`, dpop } });
  }
}

/** Signs in and goes on past the page that tells what the service receives, where they come. */
export async function throughPages(
  walker: PageWalker,
  page: Answer,
  who = 'bram-boterkoek',
): Promise<Answer> {
  if (page.status !== 200) return page;
  if (page.url.pathname.endsWith('/information')) return walker.submit(page, { decision: 'continue' });
  return signIn(walker, page, who);
}
