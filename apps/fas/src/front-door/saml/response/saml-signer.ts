import type { SigningKey } from '#libs/saml';
import type { SigningKeyRing } from '#libs/security';

/** The key that SAML messages are signed with now. */
export class SamlSigner {
  constructor(private readonly ring: SigningKeyRing) {}

  async key(): Promise<SigningKey> {
    const { kid, privateKey, certificate } = await this.ring.active('saml');
    if (certificate === undefined) throw new Error(`the signing key ${kid} has no certificate`);
    return { kid, privateKey, certificate };
  }
}
