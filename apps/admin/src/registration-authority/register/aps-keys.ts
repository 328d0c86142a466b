import {
  createHash,
  createPrivateKey,
  createPublicKey,
  randomUUID,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { SignJWT } from 'jose';
import { APS_AUDIENCE, APS_TOKEN_LIFETIME, APS_TOKEN_TYPE, type ApsCall } from '#libs/attributes';
import type { ServiceProviderKey } from '#libs/service-provider';

const ALGORITHM = 'RS256';

/** The key with which the administration asks APS: its public half for APS, and the tokens made with it. */
export class ApsKeys {
  private readonly privateKey: KeyObject;
  private readonly publicKey: JsonWebKey;

  constructor(
    { privateKey }: Pick<ServiceProviderKey, 'privateKey'>,
    /** Address of the administration. */
    private readonly issuer: string,
  ) {
    this.privateKey = createPrivateKey(privateKey);
    const { kty, n, e } = createPublicKey(this.privateKey).export({ format: 'jwk' });
    // RFC 7638.
    const kid = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url');
    this.publicKey = { kty, n, e, kid, alg: ALGORITHM, use: 'sig' };
  }

  /** As a key set (RFC 7517). */
  get published(): { readonly keys: readonly JsonWebKey[] } {
    return { keys: [this.publicKey] };
  }

  token(call: ApsCall): Promise<string> {
    return new SignJWT({ client_id: call.application, journey: call.journey, purpose: call.purpose })
      .setProtectedHeader({ alg: ALGORITHM, typ: APS_TOKEN_TYPE, kid: String(this.publicKey.kid) })
      .setIssuer(this.issuer)
      .setAudience(APS_AUDIENCE)
      .setSubject(call.subject)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${APS_TOKEN_LIFETIME}s`)
      .sign(this.privateKey);
  }
}
