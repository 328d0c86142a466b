import type { KeyObject } from 'node:crypto';
import type { MetadataMoment } from '#libs/agencies';
import { parseIdentityProviderMetadata, type IdentityProviderDescription } from '#libs/saml';

export type ServiceMetadataOutcome =
  | {
      readonly kind: 'accepted';
      readonly value: IdentityProviderDescription;
      /** What was signed and nothing else; this is what is kept. */
      readonly document: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Whether a document from an address may take the place of what is known of a recognised service: under the signature of
 * a key that the operator named, with an end that is near enough, and of the very service (SDP-G04, IIP-MD06).
 */
export function judgeServiceMetadata(
  text: string,
  { entityId, keys }: { readonly entityId: string; readonly keys: readonly KeyObject[] },
  { now, longestValidity }: MetadataMoment,
): ServiceMetadataOutcome {
  const parsed = parseIdentityProviderMetadata(text, { now, longestValidity, signedBy: { keys } });
  // The first word of each problem is its name; what follows may quote the document.
  if (parsed.kind === 'invalid')
    return { kind: 'refused', reason: /^[a-z-]+/.exec(parsed.reason)?.[0] ?? 'xml' };
  const { value, signedXml } = parsed;
  if (signedXml === undefined) return { kind: 'refused', reason: 'signature' };
  if (value.entityId !== entityId) return { kind: 'refused', reason: 'other-entity' };
  return { kind: 'accepted', value, document: signedXml };
}
