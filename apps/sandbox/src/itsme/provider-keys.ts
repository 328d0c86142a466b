import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import { randomBytes } from 'node:crypto';

interface ProviderKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** The keys with which a played service signs; it goes over to a new one when told to. */
export class ProviderKeys {
  private published: ProviderKey[] = [];
  private signer: Promise<ProviderKey> | undefined;

  async active(): Promise<ProviderKey> {
    this.signer ??= this.make();
    return this.signer;
  }

  async set(): Promise<{ keys: JWK[] }> {
    await this.active();
    return { keys: this.published.map(({ publicJwk }) => publicJwk) };
  }

  /** The new key signs at once; the old one stays published, unless it is taken away. */
  async rollOver({ keepOld }: { readonly keepOld: boolean }): Promise<void> {
    await this.active();
    if (!keepOld) this.published = [];
    this.signer = this.make();
    await this.signer;
  }

  private async make(): Promise<ProviderKey> {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const kid = randomBytes(8).toString('hex');
    const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
    const key = { kid, privateKey, publicJwk };
    this.published.push(key);
    return key;
  }
}
