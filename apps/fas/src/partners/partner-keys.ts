import type { JsonWebKey, KeyObject } from 'node:crypto';
import { SignJWT, type JWTPayload } from 'jose';
import { minutes } from '#libs/kernel';
import type { SigningKeyRing } from '#libs/security';

const SIGNATURE = 'RS256';
const ENCRYPTION = 'RSA-OAEP-256';
const LIFETIME = minutes(2);

/** Our own keys towards services: what we sign with, and what they encrypt to. */
export class PartnerKeys {
  constructor(private readonly ring: SigningKeyRing) {}

  /** Makes the first keys when there are none. */
  async ensure(): Promise<void> {
    await Promise.all([this.ring.ensure('partner', SIGNATURE), this.ring.ensure('partner', ENCRYPTION)]);
  }

  /** A short-lived statement of ours that counts once. */
  async sign(claims: JWTPayload, now: Date, type?: string): Promise<string> {
    const { kid, privateKey } = await this.ring.active('partner', SIGNATURE);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: SIGNATURE, kid, ...(type !== undefined && { typ: type }) })
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(new Date(now.getTime() + LIFETIME))
      .sign(privateKey);
  }

  /** The key that this name belongs to, for as long as services may still encrypt to it. */
  async decryptionKey(kid: string | undefined): Promise<KeyObject | undefined> {
    const keys = await this.ring.publishedKeys('partner');
    return keys.find((key) => key.algorithm === ENCRYPTION && key.kid === kid)?.privateKey;
  }

  /**
   * What services may know: every key that signed lately, signs or will sign; and the one key to encrypt to. A
   * retired one is not shown, so that nobody begins to use it, while it still decrypts.
   */
  async published(): Promise<{ keys: JsonWebKey[] }> {
    const keys = await this.ring.publishedKeys('partner');
    return {
      keys: keys
        .filter(({ algorithm, state }) => algorithm === SIGNATURE || state === 'active')
        .map(({ publicJwk }) => publicJwk),
    };
  }
}
