import type { FlowName } from '../flows/catalogue.js';
import type { Percentiles } from '../measuring/percentiles.js';

/** What the measuring client needs to know of the stack; passed on to its process as JSON. */
export interface World {
  /** Address of FAS. */
  readonly fas: string;
  readonly password: string;
  readonly people: readonly PersonToBe[];
  readonly peopleWithCode: readonly PersonToBe[];
  readonly oidc: Readonly<Record<OidcVariant, OidcService>>;
  readonly saml: Readonly<Record<Variant, SamlService>>;
}

/** With or without attributes to fetch. */
export type Variant = 'plain' | 'attributes';

/** `signed`: with attributes, and userinfo as a signed token, which is what a service gets unless it asks for JSON. */
export type OidcVariant = Variant | 'signed';

export interface PersonToBe {
  readonly username: string;
  /** Base32, of the authenticator app. */
  readonly totpSecret?: string;
}

export interface OidcService {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly scope: string;
}

export interface SamlService {
  readonly entityId: string;
  readonly acs: string;
  /** PEM; requests are signed with it. */
  readonly privateKey: string;
}

export type Pace =
  /** So many under way at once, the next as soon as one is done. */
  | { readonly kind: 'at-once'; readonly concurrency: number; readonly seconds: number }
  /** So many begun per second, whether or not earlier ones are done. */
  | { readonly kind: 'per-second'; readonly rate: number; readonly seconds: number }
  | { readonly kind: 'one-by-one'; readonly flows: number };

export type Order =
  | { readonly kind: 'world'; readonly world: World }
  /** Brings everybody into the state from which the flow starts. */
  | { readonly kind: 'prepare'; readonly flow: FlowName }
  | { readonly kind: 'run'; readonly flow: FlowName; readonly pace: Pace };

export type Reply =
  | { readonly kind: 'done' }
  | { readonly kind: 'ran'; readonly run: RunFigures }
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Times in milliseconds. */
export interface RunFigures {
  readonly flows: number;
  readonly failures: readonly string[];
  readonly failed: number;
  readonly seconds: number;
  readonly times: Percentiles;
  /** By kind of request: `authorize`, `token`, … */
  readonly requests: Readonly<Record<string, Percentiles>>;
  readonly clientCpu: number;
}
