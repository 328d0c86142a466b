import type { AuditWriter } from '#libs/audit';
import type { Queryable } from '#libs/database';
import { findCurrentRequest, newReference } from '#libs/http';
import type { FedId } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { KeySuspended } from './own-keys.audit.js';

/** One key of one person; whoever names another person's key finds nothing. */
export interface OwnKey {
  readonly fedId: FedId;
  readonly keyId: string;
  readonly kind: KeyKind;
}

export type KeyChange =
  | { readonly kind: 'done' }
  /** The person has no such key, or it is not in a state from which this is possible. */
  | { readonly kind: 'unknown' };

const LONGEST_LABEL = 60;

/** The name of a key as it is kept: trimmed, no control characters, not too long; undefined when nothing is left. */
export function keyLabel(text: string): string | undefined {
  const clean = text
    .normalize('NFC')
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return clean === '' ? undefined : [...clean].slice(0, LONGEST_LABEL).join('').trim();
}

/** Stops a key where it is proven; what its owner does with it is decided in `life/`. Recorded before it is answered. */
export class OwnKeys {
  constructor(
    private readonly database: Queryable,
    private readonly audit: Pick<AuditWriter, 'record'>,
  ) {}

  /** It proves nobody until it is replaced; sessions that stand on it end at their next use. */
  async suspend(own: OwnKey, reason: 'copied'): Promise<KeyChange> {
    const changed = await this.database.query(
      `update digital_keys.digital_key set state = 'suspended', changed_at = now()
        where id = $1 and fed_id = $2 and kind = $3 and state = 'active' returning id`,
      [own.keyId, own.fedId, own.kind],
    );
    if (changed.length === 0) return { kind: 'unknown' };
    await this.audit.record(KeySuspended, { ...entryFor(own), data: { ...dataOf(own), reason } });
    return { kind: 'done' };
  }
}

const dataOf = ({ kind, keyId }: OwnKey) => ({ key: kind, keyId });

const entryFor = ({ fedId }: OwnKey) => ({ ...requestEntry(), subject: fedId });

/** The request under which something is recorded; work outside one gets a reference of its own. */
export function requestEntry(): { readonly reference: string; readonly address?: string } {
  const request = findCurrentRequest();
  return request === undefined
    ? { reference: newReference() }
    : { reference: request.reference, address: request.address };
}
