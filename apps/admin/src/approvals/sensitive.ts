import { isDeepStrictEqual } from 'node:util';
import type { Application } from '#libs/agencies';

/** What only two people together may change. */
export const ASPECTS = [
  'level',
  'keys',
  'contexts',
  'attributes',
  'addresses',
  'roles',
  'production',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** What a thing has of each aspect; lists count as sets. One that is absent is nothing. */
export type Sensitive = Readonly<Partial<Record<Aspect, unknown>>>;

/** Aspects that differ between what is and what is to be. Leaving production takes nobody's leave: it only closes. */
export function touchedAspects(before: Sensitive, after: Sensitive): Aspect[] {
  return ASPECTS.filter((aspect) => {
    if (isDeepStrictEqual(comparable(before[aspect]), comparable(after[aspect]))) return false;
    return aspect !== 'production' || after.production === true;
  });
}

export const needsSecondPerson = (aspects: readonly Aspect[]): boolean => aspects.length > 0;

/** As it comes back from the database: equal when it says the same. */
export const sameState = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(plain(one), plain(other));

/** What of an application takes two people: what it may ask, whom it lets in, and where answers are sent. */
export function sensitiveOfApplication(
  application: Pick<
    Application,
    'minimumLevel' | 'keys' | 'contexts' | 'attributes' | 'environment' | 'state' | 'oidc' | 'saml'
  >,
): Sensitive {
  const { oidc, saml, environment, state } = application;
  return {
    level: application.minimumLevel,
    keys: application.keys,
    contexts: application.contexts,
    attributes: application.attributes.map(({ name }) => name),
    addresses: [
      ...(oidc?.redirectUris ?? []),
      ...(oidc?.postLogoutRedirectUris ?? []),
      oidc?.backchannelLogoutUri,
      oidc?.jwksUri,
      samlAddresses(saml),
    ].filter((address) => address !== undefined),
    production: environment === 'PROD' && state === 'active',
  };
}

/** Addresses and certificates of a SAML service stand in its metadata, and in what may replace it. */
const samlAddresses = (saml: Application['saml']) =>
  saml && [saml.entityId, saml.metadata, saml.metadataUrl, saml.metadataSigner];

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Nothing, an empty list and "no" are the same nothing. */
function comparable(value: unknown): unknown {
  if (!Array.isArray(value)) return value === false || value === null ? undefined : value;
  if (value.length === 0) return undefined;
  return [...new Set(value.map((item) => JSON.stringify(item)))].toSorted((one, other) =>
    one.localeCompare(other),
  );
}
