import { days, hours, type Clock, type LocalisedText } from '#libs/kernel';
import { NAME_ID_FORMAT, buildIdentityProviderMetadata, type MetadataLogo } from '#libs/saml';
import type { SigningKey, SigningKeyRing } from '#libs/security';
import type { SamlSigner } from '../response/saml-signer.js';
import type { SamlAddresses } from '../saml-addresses.js';

/** What metadata says to people (Metadata UI 1.0; SDP-MD09 to MD12). */
export interface MetadataWords {
  readonly displayName: LocalisedText;
  readonly description: LocalisedText;
  readonly logo: MetadataLogo;
  readonly informationUrl: LocalisedText;
  readonly privacyStatementUrl: LocalisedText;
  readonly organization: { readonly name: LocalisedText; readonly url: LocalisedText };
  readonly technicalContact: { readonly name: string; readonly email: string };
}

export interface MetadataServices {
  readonly addresses: SamlAddresses;
  readonly words: MetadataWords;
  readonly keys: SigningKeyRing;
  readonly signer: SamlSigner;
  readonly clock: Clock;
}

interface PublishedKeys {
  readonly published: readonly SigningKey[];
  /** For names that services encrypt; what retired is not offered any more, though still understood. */
  readonly decrypting: readonly SigningKey[];
}

const VALIDITY = days(14);
const REMAKE_AFTER = hours(1);

/** Our metadata, made anew when the keys change and once an hour, so that `validUntil` never comes near. */
export class FasMetadata {
  private made: { readonly keys: string; readonly at: number; readonly xml: Promise<string> } | undefined;

  constructor(private readonly the: MetadataServices) {}

  async document(): Promise<string> {
    const published = await this.the.keys.publishedKeys('saml');
    const decrypting = await this.the.keys.publishedKeys('saml-encryption');
    const keys = [...published, ...decrypting].map(({ kid, state }) => `${kid} ${state}`).join();
    const now = this.the.clock.now().getTime();
    if (this.made === undefined || this.made.keys !== keys || now - this.made.at > REMAKE_AFTER) {
      this.made = { keys, at: now, xml: this.make({ published, decrypting }, now) };
      this.made.xml.catch(() => (this.made = undefined));
    }
    return this.made.xml;
  }

  private async make({ published, decrypting }: PublishedKeys, now: number): Promise<string> {
    const { addresses, words } = this.the;
    return buildIdentityProviderMetadata(
      {
        ...words,
        entityId: addresses.entityId,
        validUntil: new Date(now + VALIDITY),
        signingCertificates: published.flatMap((key) => key.certificate ?? []),
        encryptionCertificates: decrypting
          .filter(({ state }) => state !== 'retired')
          .flatMap((key) => key.certificate ?? []),
        singleLogout: {
          redirect: addresses.singleLogoutRedirect,
          post: addresses.singleLogoutPost,
          soap: addresses.singleLogoutSoap,
        },
        singleSignOn: { redirect: addresses.singleSignOnRedirect, post: addresses.singleSignOnPost },
        artifactResolution: addresses.artifactResolution,
        nameIdFormats: [NAME_ID_FORMAT.transient, NAME_ID_FORMAT.persistent],
        wantAuthnRequestsSigned: false,
        errorUrl: `${addresses.baseUrl}/`,
      },
      await this.the.signer.key(),
    );
  }
}
