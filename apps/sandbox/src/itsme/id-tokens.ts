import { createHash } from 'node:crypto';
import { CompactEncrypt, importJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import type { DemoPerson } from '#libs/testing';
import type { ClientMessages } from './client-messages.js';
import type { ProviderKeys } from './provider-keys.js';
import type { ProviderAddresses, ProviderProfile } from './provider-profile.js';
import { isToken, WRONG_CLAIMS, type Wrong } from './wrong-answers.js';
import type { SignIn } from './sign-ins.js';

const LIFETIME = 300;

/** Makes ID tokens: signed by the service, then encrypted to CSAM; and wrong ones, when a test asks. */
export class IdTokens {
  /** Accounts that were removed and made anew have another name for the same person. */
  private readonly accounts = new Map<string, number>();

  constructor(
    private readonly profile: ProviderProfile,
    private readonly addresses: ProviderAddresses,
    private readonly keys: ProviderKeys,
    private readonly client: ClientMessages,
  ) {}

  makeAccountAnew({ id }: DemoPerson): void {
    this.accounts.set(id, (this.accounts.get(id) ?? 0) + 1);
  }

  async of({ request, person }: SignIn, wrong: Wrong | undefined): Promise<string> {
    if (person === undefined) throw new Error('nobody signed in');
    const now = Math.floor(Date.now() / 1000);
    const claims: JWTPayload = {
      iss: this.addresses.issuer,
      aud: this.profile.clientId,
      sub: this.subjectOf(person),
      nonce: request.nonce,
      acr: request.acr,
      iat: now,
      exp: now + LIFETIME,
      name: [...person.givenNames, person.surname].join(' '),
      [this.profile.numberClaim]: person.nationalNumber,
    };
    const change = wrong === undefined ? undefined : WRONG_CLAIMS[wrong];
    const jws = await this.sign({ ...claims, ...change?.(claims, this.profile) }, wrong);
    return wrong === 'not-encrypted' ? jws : this.encrypt(jws);
  }

  private subjectOf({ id }: DemoPerson): string {
    const account = `${this.profile.name}/${id}/${this.accounts.get(id) ?? 0}`;
    return createHash('sha256').update(account).digest('base64url').slice(0, 36);
  }

  private async sign(claims: JWTPayload, wrong: Wrong | undefined): Promise<string> {
    if (wrong === 'alg-none') return new UnsecuredJWT(claims).encode();
    const { kid, privateKey, publicJwk } = await this.keys.active();
    if (wrong === 'hs256') {
      // Signed with our public key as if it were a shared secret: whoever lets the header choose is fooled.
      const secret = new TextEncoder().encode(JSON.stringify(publicJwk));
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(secret);
    }
    const header = { alg: 'RS256', kid, ...(isToken(wrong) ? HEADERS[wrong] : undefined) };
    return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
  }

  private async encrypt(jws: string): Promise<string> {
    const jwk = await this.client.encryptionKey();
    return new CompactEncrypt(new TextEncoder().encode(jws))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: this.profile.encryption, cty: 'JWT', kid: jwk.kid })
      .encrypt(await importJWK(jwk, 'RSA-OAEP-256'));
  }
}

const HEADERS = {
  'unknown-kid': { kid: 'nobody-knows' },
  'path-kid': { kid: '../../etc/passwd' },
  jku: { jku: 'https://attacker.example/jwks' },
  jwk: { jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } },
} as const;
