import { hours } from '#libs/kernel';
import { SigningKeyRing } from '#libs/security';

/** The one who answers our requests. */
export interface IdentityProvider {
  readonly entityId: string;
  /** Where requests go, by Redirect. */
  readonly singleSignOn: string;
  /**
   * Certificates whose keys may sign answers, PEM. Asked at each answer, so that a change of key is followed;
   * when there are none, nothing is accepted.
   */
  readonly certificates: () => Promise<readonly string[]>;
}

/** An answer may be under way while its key retires. */
const RETIRED_KEYS_COUNT_FOR = hours(1);

/**
 * FAS as our own apps know it: its addresses by configuration, its certificates from the store in which it keeps its keys
 * (their public half only), so that no document has to be fetched and believed.
 */
export function fasIdentityProvider(baseUrl: string, ring: Pick<SigningKeyRing, 'list'>): IdentityProvider {
  const base = baseUrl.replace(/\/+$/, '');
  return {
    entityId: `${base}/saml/fas-metadata.xml`,
    singleSignOn: `${base}/fas/SSORedirect/metaAlias/idp`,
    async certificates() {
      const since = Date.now() - RETIRED_KEYS_COUNT_FOR;
      return (await ring.list())
        .filter(({ use, retiredAt }) => use === 'saml' && (retiredAt?.getTime() ?? Infinity) > since)
        .flatMap(({ certificate }) => certificate ?? []);
    },
  };
}
