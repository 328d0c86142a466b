import type { KeyKind } from '#libs/loa';

/** Keys that another identity provider proves for us. */
export const PARTNER_KEYS: ReadonlySet<KeyKind> = new Set<KeyKind>(['itsme', 'eidas']);

/** Names under which relying parties know our partners: their issuer, or the class that names their method. */
const NAMES: ReadonlyMap<string, KeyKind> = new Map<string, KeyKind>([
  ['https://idp.prd.itsme.services/v2', 'itsme'],
  ['https://idp.e2e.itsme.services/v2', 'itsme'],
  ['urn:be:fedict:iam:fas:citizen:bmid', 'itsme'],
]);

export const partnerNamed = (providerId: string): KeyKind | undefined => NAMES.get(providerId);
