import type { Pdu } from 'smpp';

const REMEMBERED_FOR = 10 * 60_000;
const MOST = 5000;

/** What makes a submission a copy: same telephone, same reference of the sender (TLV 0x0204), same part and text. */
function keyOf({ destination_addr: to, user_message_reference: reference, ...pdu }: Pdu): string | undefined {
  if (reference === undefined) return undefined;
  const content = pdu.message_payload ?? pdu.short_message;
  const headers = (content?.udh ?? []).map((header) => header.toString('hex'));
  return JSON.stringify([to, reference, headers, content?.message.toString()]);
}

/** Remembers what was taken, so that a copy after a broken connection reaches the telephone once. */
export class Copies {
  private readonly taken = new Map<string, { readonly id: string; readonly at: number }>();

  /** The id of the submission of which this one is a copy. */
  of(pdu: Pdu, now = Date.now()): string | undefined {
    const key = keyOf(pdu);
    const found = key === undefined ? undefined : this.taken.get(key);
    return found !== undefined && now - found.at < REMEMBERED_FOR ? found.id : undefined;
  }

  remember(pdu: Pdu, id: string, now = Date.now()): void {
    const key = keyOf(pdu);
    if (key === undefined) return;
    this.taken.set(key, { id, at: now });
    const [oldest] = this.taken.keys();
    if (this.taken.size > MOST && oldest !== undefined) this.taken.delete(oldest);
  }
}
