import type { FedId } from '#libs/kernel';
import type { AuditData, AuditEvent, AuditFields } from './audit-event.js';
import { assertClearOfIdentity, assertRecordable } from './content-guard.js';
import { maskAddress } from './mask-address.js';
import { closeRecord, placesOf } from './record-keys/closed-record.js';
import type { KeysOfPersons } from './record-keys/record-keys.js';
import { uuidV7 } from './uuid-v7.js';

export interface AuditEntry<F extends AuditFields> {
  /** Reference of the request, under which the service desk finds it. */
  readonly reference: string;
  readonly subject?: FedId;
  readonly actor?: string;
  readonly application?: string;
  readonly agency?: string;
  /** The full address may be given: only its network is kept. */
  readonly address?: string;
  readonly data: AuditData<F>;
}

/** A record that was judged, and waits for the keys of its people. */
export interface DraftRecord {
  readonly persons: readonly FedId[];
  /** In the order of the columns. */
  values(keys: KeysOfPersons): readonly unknown[];
}

/** A record that is not written yet. */
export type LaterRecord = () => DraftRecord;

/** @throws AuditContentError when it holds what may not be recorded */
export function draftRecord<F extends AuditFields>(
  event: AuditEvent<F>,
  entry: AuditEntry<F>,
  now: Date,
): DraftRecord {
  const { reference, subject, actor, application, agency, address = '' } = entry;
  for (const [where, text = ''] of Object.entries({ reference, actor, application })) {
    assertClearOfIdentity(text, where, now);
  }
  assertRecordable(entry.data, now);
  const id = uuidV7(now);
  const clear = { id, event, subject, actor, address: maskAddress(address), data: entry.data };
  const places = placesOf(clear);
  return {
    persons: [...places.values()],
    values(keys) {
      const row = closeRecord(clear, places, keys);
      const who = [row.subject, row.actor, application, agency, row.address].map((value) => value ?? null);
      return [id, now, event.name, reference, ...who, JSON.stringify(row.data), event.retention];
    },
  };
}
