import type { ApplicationEnvironment, Suspension } from '#libs/agencies';
import type { Actor, EnterpriseNumber, LocalisedText } from '#libs/kernel';
import type { Context, KeyKind, Level } from '#libs/loa';

export const DOSSIER_STATES = [
  'draft',
  'submitted',
  'reviewed',
  'agreement-signed',
  'int-active',
  'self-test-passed',
  'prod-requested',
  'prod-active',
  'suspended',
  'ended',
] as const;

export type DossierState = (typeof DOSSIER_STATES)[number];

/** An attribute that the service asks, and why it cannot do without. */
export interface AskedAttribute {
  readonly name: string;
  readonly justification: string;
}

/** What the service wants to be, the same in every environment. What is not filled in yet is empty or absent. */
export interface DossierDetails {
  readonly name: LocalisedText;
  readonly minimumLevel?: Level;
  readonly keys: readonly KeyKind[];
  readonly contexts: readonly Context[];
  readonly attributes: readonly AskedAttribute[];
  /** The legal basis for the attributes, when they need one. */
  readonly authorisation?: string;
  readonly signInsPerYear?: number;
  readonly signInsAtPeak?: number;
  /** Every SMS is paid by the agency: accepted, and at most so many a month. */
  readonly smsAccepted: boolean;
  readonly smsPerMonth?: number;
}

export const ENVIRONMENTS = ['INT', 'ACC', 'PROD'] as const satisfies readonly ApplicationEnvironment[];

/** How the service is reached in one environment. One of the two protocols is filled in. */
export interface EnvironmentSettings {
  readonly protocol: 'oidc' | 'saml';
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly backchannelLogoutUri?: string;
  readonly tokenEndpointAuthMethod: 'client_secret_basic' | 'private_key_jwt' | 'none';
  readonly jwksUri?: string;
  readonly metadata?: string;
  /** Where the metadata stands and whose signature it bears (PEM); it is then fetched again and again. */
  readonly metadataUrl?: string;
  readonly metadataSigner?: string;
}

/** Where the service is in one environment: what was asked, and the registered application when it is active. */
export interface DossierEnvironment {
  readonly settings?: EnvironmentSettings;
  readonly application?: string;
}

/** One online service of an agency, from the first idea until it ends. */
export interface Dossier {
  readonly id: string;
  readonly agency: EnterpriseNumber;
  readonly state: DossierState;
  /** The state from before it was suspended or ended; one that was suspended when it ended has none. */
  readonly heldState?: DossierState;
  /** Since when and why it is suspended. */
  readonly suspension?: Suspension;
  readonly endedAt?: Date;
  readonly details: DossierDetails;
  readonly environments: Readonly<Partial<Record<ApplicationEnvironment, DossierEnvironment>>>;
  readonly createdBy: Actor;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly selfTestPassedAt?: Date;
}

export const EMPTY_DETAILS: DossierDetails = {
  name: { nl: '', fr: '', de: '', en: '' },
  keys: [],
  contexts: [],
  attributes: [],
  smsAccepted: false,
};
