import type { AuditRecord } from '#libs/audit';

/** When each key last proved who its owner is, by the key's identifier, as far as these records go back. */
export function lastUses(records: readonly AuditRecord[]): ReadonlyMap<string, Date> {
  const uses = new Map<string, Date>();
  for (const { name, data, occurredAt } of records) {
    if (name !== 'KeyProven' || typeof data.keyId !== 'string') continue;
    const known = uses.get(data.keyId);
    if (known === undefined || known < occurredAt) uses.set(data.keyId, occurredAt);
  }
  return uses;
}
