import type { FedId } from '#libs/kernel';
import { NAME_ID_FORMAT, type SubjectNameId } from '#libs/saml';
import type { BlindIndex } from '#libs/security';
import type { NameIdKind } from '../authn-request/checks/name-id-policy.js';

/** Whom a relying party is told about. */
export interface Told {
  readonly fedId: FedId;
  readonly sessionUid: string;
  /** The relying party's entity identifier. */
  readonly entityId: string;
}

/**
 * The names that a relying party knows a person and a session by: keyed hashes, another for every relying party, so that
 * two of them cannot tell that they serve the same person. Base32 or hexadecimal in one case, so that they stay unique
 * where a relying party does not tell capitals from small letters (IIP-IDP21).
 */
export class NameIds {
  constructor(
    private readonly index: BlindIndex,
    private readonly issuer: string,
  ) {}

  of(kind: NameIdKind, told: Told): SubjectNameId {
    return {
      value: kind === 'persistent' ? this.persistent(told) : this.transient(told),
      format: NAME_ID_FORMAT[kind],
      nameQualifier: this.issuer,
      spNameQualifier: told.entityId,
    };
  }

  /** Whether the relying party would name this person so, in either way. */
  isNamed(nameId: string, told: Told): boolean {
    return nameId === this.persistent(told) || nameId === this.transient(told);
  }

  /** SessionIndex (Core 2.7.2); the same for as long as the session lives. */
  sessionIndex({ sessionUid, entityId }: Told): string {
    return `_${this.index.of(`${entityId}\n${sessionUid}`, 'saml-session-index').slice(0, 40)}`;
  }

  /** Stays over sessions, years and changes of name. */
  private persistent({ fedId, entityId }: Told): string {
    return base32(this.index.of(`${entityId}\n${fedId}`, 'saml-persistent-name-id').slice(0, 40));
  }

  private transient({ sessionUid, entityId }: Told): string {
    return `_${this.index.of(`${entityId}\n${sessionUid}`, 'saml-transient-name-id').slice(0, 40)}`;
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 bits in 32 characters (RFC 4648 section 6), in the spelling that the SAML subject identifiers recommend. */
function base32(hex: string): string {
  const bits = [...Buffer.from(hex, 'hex')].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}
