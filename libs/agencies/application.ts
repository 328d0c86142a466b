import type { EnterpriseNumber, LocalisedText } from '#libs/kernel';
import type { Context, KeyKind, Level } from '#libs/loa';
import type { OidcSettings } from './oidc-settings.js';

export type ApplicationEnvironment = 'INT' | 'ACC' | 'PROD';

export type ApplicationState = 'active' | 'suspended' | 'ended';

/** What gives an agency the right to personal data (DOMAIN: own authorisation, accession, law, protocol). */
export type LegalBasisKind = 'RR_OWN' | 'RR_21_2015' | 'LAW' | 'PROTOCOL';

export interface LegalBasis {
  readonly kind: LegalBasisKind;
  readonly reference: string;
  /** ISO date; the first day on which it holds. */
  readonly validFrom: string;
  /** ISO date; the last day on which it holds. */
  readonly validUntil?: string;
}

/** A legal basis together with the attributes that it covers. */
export interface Authorisation extends LegalBasis {
  readonly id: string;
  readonly attributes: readonly string[];
}

export interface ApplicationAttribute {
  readonly name: string;
  /** Without it the service cannot decide on access: its source being down stops the sign-in. */
  readonly mandatory: boolean;
}

export interface SamlSettings {
  readonly entityId: string;
  /** The service provider's metadata document as it was registered, or as it was last fetched. */
  readonly metadata: string;
  /** Where it is fetched anew, and the certificates (PEM) of which one must have signed it. */
  readonly metadataUrl?: string;
  readonly metadataSigner?: string;
  readonly wantAssertionsEncrypted: boolean;
  /** Demands signed requests although the metadata does not say so. */
  readonly requireSignedRequests: boolean;
  /** For one old service provider: its assertions may be encrypted by AES-CBC where its metadata lists nothing better. */
  readonly allowCbcEncryption?: boolean;
  /** For one old service provider: its signatures may be made with SHA-1. */
  readonly allowSha1?: boolean;
  /** Its answers name the identity provider behind FAS that proved the key (AuthenticatingAuthority). */
  readonly nameAuthenticatingAuthority?: boolean;
}

/** An online service in one environment: a relying party. */
export interface Application {
  readonly id: string;
  readonly agency: {
    readonly number: EnterpriseNumber;
    readonly name: LocalisedText;
    /** The whole agency is suspended, and with it whatever the application was. */
    readonly suspended?: true;
  };
  /** The online service that it is in one environment; none when an operator registered it. */
  readonly service?: string;
  readonly name: LocalisedText;
  readonly environment: ApplicationEnvironment;
  readonly state: ApplicationState;
  readonly minimumLevel: Level;
  readonly keys: readonly KeyKind[];
  readonly contexts: readonly Context[];
  readonly attributes: readonly ApplicationAttribute[];
  readonly authorisation?: Authorisation;
  readonly oidc?: OidcSettings;
  readonly saml?: SamlSettings;
}
