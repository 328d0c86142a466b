import {
  encryptionRecipient,
  parseServiceProviderMetadata,
  type MetadataProblemReason,
  type ServiceProviderMetadata,
} from '#libs/saml';
import { readSigner } from './signer.js';

/** What the settings of an application demand of a document from its address. */
export interface MetadataDemands {
  /** Certificates (PEM) of which one must have signed it. */
  readonly metadataSigner?: string;
  /** The entity that was registered; none at the registration itself. */
  readonly entityId?: string;
  readonly wantAssertionsEncrypted: boolean;
  readonly allowCbcEncryption?: boolean;
}

export interface MetadataMoment {
  readonly now: Date;
  /** Milliseconds that `validUntil` may lie ahead. */
  readonly longestValidity: number;
}

export type MetadataRefusal = MetadataProblemReason | 'no-signer' | 'other-entity' | 'no-encryption-key';

export type AcceptOutcome =
  | {
      readonly kind: 'accepted';
      readonly value: ServiceProviderMetadata;
      /** What was signed and nothing else; this is what is kept. */
      readonly document: string;
    }
  | {
      readonly kind: 'refused';
      /** The first thing that is wrong. */
      readonly reason: MetadataRefusal;
      /** All of it, for who registers. */
      readonly problem: string;
    };

const refused = (reason: MetadataRefusal, problem: string): AcceptOutcome => ({
  kind: 'refused',
  reason,
  problem,
});

/**
 * Whether a document from an address may take the place of what is known of a service. Unlike one that an operator hands
 * in, it counts only under the signature of a registered key and with an end that is near enough (SDP-G04, IIP-MD06);
 * certificates inside are containers of keys, whatever their dates and issuer (IIP-MD12).
 */
export function acceptMetadata(
  text: string,
  demands: MetadataDemands,
  { now, longestValidity }: MetadataMoment,
): AcceptOutcome {
  const signer = readSigner(demands.metadataSigner ?? '');
  if (signer.kind === 'refused') return refused('no-signer', signer.reason);
  const parsed = parseServiceProviderMetadata(text, {
    now,
    longestValidity,
    signedBy: { keys: signer.keys },
  });
  if (parsed.kind === 'invalid') return refused(parsed.problems[0]?.reason ?? 'xml', parsed.reason);
  const { value, signedXml } = parsed;
  if (signedXml === undefined) return refused('signature', 'unsigned');
  return demandProblem(value, demands) ?? { kind: 'accepted', value, document: signedXml };
}

function demandProblem(value: ServiceProviderMetadata, demands: MetadataDemands): AcceptOutcome | undefined {
  const { entityId, wantAssertionsEncrypted, allowCbcEncryption } = demands;
  if (entityId !== undefined && value.entityId !== entityId)
    return refused('other-entity', `entityID "${value.entityId.slice(0, 256)}"`);
  if (wantAssertionsEncrypted && !encryptionRecipient(value, allowCbcEncryption))
    return refused('no-encryption-key', 'no RSA key and method to encrypt assertions with');
  return undefined;
}
