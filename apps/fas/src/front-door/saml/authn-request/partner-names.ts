import { KEY_KINDS, type KeyKind } from '#libs/loa';

/** Names by which the partners of the real FAS were known before these were configured: issuers, and the class of a method. */
const ALWAYS: readonly (readonly [string, KeyKind])[] = [
  ['https://idp.prd.itsme.services/v2', 'itsme'],
  ['https://idp.e2e.itsme.services/v2', 'itsme'],
  ['urn:be:fedict:iam:fas:citizen:bmid', 'itsme'],
];

export interface NamedPartner {
  readonly key: KeyKind;
  /** What the partner calls itself: its issuer or entity identifier. */
  readonly authority: string;
}

/** The identity providers behind us, as relying parties name them and hear of them (eGov-081 to 085). */
export class PartnerNames {
  private readonly keys: ReadonlyMap<string, KeyKind>;
  private readonly authorities: ReadonlyMap<KeyKind, string>;

  constructor(partners: readonly NamedPartner[]) {
    this.authorities = new Map(partners.map(({ key, authority }) => [key, authority]));
    this.keys = new Map([...ALWAYS, ...partners.map(({ key, authority }) => [authority, key] as const)]);
  }

  keyNamed(providerId: string): KeyKind | undefined {
    return this.keys.get(providerId);
  }

  /** Who proved the key, when it was not we (Core 2.7.2.2). */
  authorityOf(key: KeyKind): string | undefined {
    return this.authorities.get(key);
  }

  /** Whether another identity provider proves this key for us; in use or not. */
  isPartner(key: KeyKind): boolean {
    return key === 'itsme' || key === 'eidas' || this.authorities.has(key);
  }

  /** Every key there is, ours and theirs. */
  get everyKey(): readonly KeyKind[] {
    return [...new Set<KeyKind>([...KEY_KINDS, ...this.authorities.keys()])];
  }
}
