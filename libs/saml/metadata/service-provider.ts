/** Metadata 2.2.3: where to send something, by index. */
export interface IndexedEndpoint {
  readonly index: number;
  readonly binding: string;
  readonly location: string;
  /** As written; absent when the document says nothing, which is not the same as false. */
  readonly isDefault?: boolean;
}

export interface Endpoint {
  readonly binding: string;
  readonly location: string;
  readonly responseLocation?: string;
}

export interface RequestedAttribute {
  readonly name: string;
  readonly nameFormat?: string;
  readonly friendlyName?: string;
  readonly isRequired: boolean;
}

/** Metadata 2.4.4.1: a named bundle of attributes that a request can point at. */
export interface AttributeConsumingService {
  readonly index: number;
  readonly isDefault?: boolean;
  readonly requestedAttributes: readonly RequestedAttribute[];
}

/** What a service provider says about itself in its metadata (Metadata 2.4.4), as far as we act on it. */
export interface ServiceProviderMetadata {
  readonly entityId: string;
  readonly validUntil?: Date;
  /** Milliseconds that a copy may be used without asking again. */
  readonly cacheDuration?: number;
  readonly authnRequestsSigned: boolean;
  readonly wantAssertionsSigned: boolean;
  readonly assertionConsumerServices: readonly IndexedEndpoint[];
  readonly singleLogoutServices: readonly Endpoint[];
  /** Base64 of the DER; a key without `use` stands in both lists. */
  readonly signingCertificates: readonly string[];
  readonly encryptionCertificates: readonly string[];
  /** Algorithms that the keys for encryption list, of data and of keys together; none: nothing is said. */
  readonly encryptionMethods: readonly string[];
  readonly nameIdFormats: readonly string[];
  readonly attributeConsumingServices: readonly AttributeConsumingService[];
}

export type MetadataProblemReason =
  | 'xml'
  | 'not-an-entity'
  | 'several-entities'
  | 'entity-id'
  | 'signature'
  | 'valid-until-missing'
  | 'valid-until'
  | 'expired'
  | 'valid-too-long'
  | 'no-service-provider'
  | 'no-identity-provider'
  | 'no-single-sign-on'
  | 'no-assertion-consumer'
  | 'binding'
  | 'location'
  | 'index'
  | 'boolean'
  | 'certificate'
  | 'no-signing-certificate'
  | 'attribute';

export interface MetadataProblem {
  readonly reason: MetadataProblemReason;
  /** Which element or value; for the person who registers the service. */
  readonly detail: string;
}

/**
 * The one to use when a request names none (Metadata 2.2.3): marked as default; otherwise the first that is not marked
 * as no default; otherwise the first.
 */
export function defaultOf<Item extends { readonly isDefault?: boolean }>(
  items: readonly Item[],
): Item | undefined {
  return (
    items.find(({ isDefault }) => isDefault === true) ??
    items.find(({ isDefault }) => isDefault !== false) ??
    items[0]
  );
}
