import { sign } from 'node:crypto';
import { ExternalSigningKey } from 'oidc-provider';
import { signatureParameters, type SigningKey } from '#libs/security';

/**
 * A key of the ring as the OpenID provider signs with it: Node signs at once, where the provider's own way through
 * Web Crypto hands the work to another thread and costs half as much again.
 */
export class RingKey extends ExternalSigningKey {
  constructor(private readonly key: SigningKey) {
    super();
    // Settable, which the types do not say.
    Object.assign(this, { kid: key.kid, alg: key.algorithm });
  }

  override keyObject() {
    return this.key.publicKey;
  }

  override sign(data: Uint8Array): Uint8Array {
    const { algorithm, privateKey } = this.key;
    return sign('sha256', data, signatureParameters(algorithm, privateKey));
  }
}
