import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import { findCurrentRequest, newReference } from '#libs/http';
import type { FedId } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { KeyRenamed, KeyRevoked, KeySuspended } from './own-keys.audit.js';

/** One key of one person; whoever names another person's key finds nothing. */
export interface OwnKey {
  readonly fedId: FedId;
  readonly keyId: string;
  readonly kind: KeyKind;
}

export type KeyChange =
  | { readonly kind: 'done' }
  /** The person has no such key, or it is not in a state from which this is possible. */
  | { readonly kind: 'unknown' }
  /** Without it the person could not sign in any more. */
  | { readonly kind: 'last-key' };

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

/** What a person does with a key of theirs, whatever its kind. Each change is recorded before it is answered. */
export class OwnKeys {
  constructor(
    private readonly database: Database,
    private readonly audit: Pick<AuditWriter, 'record'>,
  ) {}

  async rename(own: OwnKey, label: string): Promise<KeyChange> {
    const changed = await this.database.query(
      `update digital_keys.digital_key set label = $4
        where id = $1 and fed_id = $2 and kind = $3 and state <> 'revoked' returning id`,
      [own.keyId, own.fedId, own.kind, keyLabel(label) ?? null],
    );
    if (changed.length === 0) return { kind: 'unknown' };
    await this.audit.record(KeyRenamed, { ...entryFor(own), data: dataOf(own) });
    return { kind: 'done' };
  }

  /** It proves nobody until it is replaced; sessions that stand on it end at their next use. */
  async suspend(own: OwnKey, reason: 'owner' | 'copied'): Promise<KeyChange> {
    const changed = await this.database.query(
      `update digital_keys.digital_key set state = 'suspended', changed_at = now()
        where id = $1 and fed_id = $2 and kind = $3 and state = 'active' returning id`,
      [own.keyId, own.fedId, own.kind],
    );
    if (changed.length === 0) return { kind: 'unknown' };
    await this.audit.record(KeySuspended, { ...entryFor(own), data: { ...dataOf(own), reason } });
    return { kind: 'done' };
  }

  /** Removes it for good; the last key that still works stays. */
  async remove(own: OwnKey): Promise<KeyChange> {
    const outcome = await this.database.transaction((tx) => removeWithin(tx, own));
    if (outcome.kind === 'done') {
      await this.audit.record(KeyRevoked, { ...entryFor(own), data: dataOf(own) });
    }
    return outcome;
  }
}

interface StateRow {
  readonly id: string;
  readonly kind: KeyKind;
  readonly state: string;
}

async function removeWithin(tx: Queryable, own: OwnKey): Promise<KeyChange> {
  // Locked, so that two keys removed at the same moment do not each take the other for the one that stays.
  const keys = await tx.query<StateRow>(
    `select id, kind, state from digital_keys.digital_key
      where fed_id = $1 and state <> 'revoked' order by id for update`,
    [own.fedId],
  );
  const found = keys.find(({ id, kind }) => id === own.keyId && kind === own.kind);
  if (found === undefined) return { kind: 'unknown' };
  const others = keys.filter(({ id, state }) => id !== own.keyId && state === 'active');
  if (found.state === 'active' && others.length === 0) return { kind: 'last-key' };
  await tx.query("update digital_keys.digital_key set state = 'revoked', changed_at = now() where id = $1", [
    own.keyId,
  ]);
  return { kind: 'done' };
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
