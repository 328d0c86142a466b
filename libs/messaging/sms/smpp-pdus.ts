import { createHash } from 'node:crypto';
import type { Pdu } from 'smpp';
import { segmentSms } from './segments.js';
import type { DeliveryReceipt, DeliveryState, OutgoingSms } from './sms-gateway.js';

const INTERNATIONAL = { ton: 1, npi: 1 };
const ALPHANUMERIC = { ton: 5, npi: 0 };
/** SMPP 3.4 section 5.2.12: user data header present. */
const WITH_HEADER = 0x40;
/** SMPP 3.4 section 5.2.19. */
const DATA_CODING = { 'gsm-7': 0, 'ucs-2': 8 } as const;

/** The submit_sm bodies of a message, one per part (SMPP 3.4 section 4.4). */
export function submissionsOf(sms: OutgoingSms, sender: string): Readonly<Record<string, unknown>>[] {
  const { encoding, segments } = segmentSms(sms.text);
  const source = /^\+?\d+$/.test(sender) ? INTERNATIONAL : ALPHANUMERIC;
  const common = {
    source_addr: sender.replace('+', ''),
    source_addr_ton: source.ton,
    source_addr_npi: source.npi,
    destination_addr: sms.to.replace('+', ''),
    dest_addr_ton: INTERNATIONAL.ton,
    dest_addr_npi: INTERNATIONAL.npi,
    data_coding: DATA_CODING[encoding],
    registered_delivery: 1,
    // The same for every attempt: a centre that looks at it sends a message once (SMPP 3.4 section 5.3.2.17).
    user_message_reference: referenceOf(sms).readUInt16BE(0),
    ...(sms.validFor === undefined ? {} : { validity_period: relativeTime(sms.validFor) }),
  };
  if (segments.length === 1) return [{ ...common, short_message: { message: sms.text } }];
  // Derived, so that the parts of a second attempt replace those of the first.
  const reference = referenceOf(sms).readUInt8(0);
  return segments.map((message, index) => ({
    ...common,
    esm_class: WITH_HEADER,
    short_message: { udh: Buffer.from([5, 0, 3, reference, segments.length, index + 1]), message },
  }));
}

const referenceOf = ({ reference }: OutgoingSms): Buffer => createHash('sha256').update(reference).digest();

/** `YYMMDDhhmmsstnnR` (SMPP 3.4 section 7.1.1.2), at least one minute: centres look about that often. */
function relativeTime(milliseconds: number): string {
  const seconds = Math.max(60, Math.ceil(milliseconds / 1_000));
  const parts = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3_600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  return `0000${parts.map((part) => String(part).padStart(2, '0')).join('')}000R`;
}

/** SMPP 3.4 section 5.2.28. */
const STATES: Readonly<Record<number, DeliveryState>> = {
  1: 'under-way',
  2: 'delivered',
  3: 'expired',
  4: 'undeliverable',
  5: 'undeliverable',
  6: 'under-way',
  8: 'undeliverable',
};
/** SMPP 3.4 appendix B. */
const STATE_WORDS: Readonly<Record<string, DeliveryState>> = {
  DELIVRD: 'delivered',
  EXPIRED: 'expired',
  DELETED: 'undeliverable',
  UNDELIV: 'undeliverable',
  REJECTD: 'undeliverable',
  ACCEPTD: 'under-way',
};

/** SMPP 3.4 section 5.2.12: message type "delivery receipt". */
const isReceipt = ({ esm_class: esmClass = 0 }: Pdu) => (esmClass & 0x3c) === 0x04;

/** Reads a delivery receipt from a deliver_sm: its optional parameters, else the text of appendix B. */
export function receiptOf(pdu: Pdu): DeliveryReceipt | undefined {
  if (!isReceipt(pdu)) return undefined;
  const text = String(pdu.short_message?.message ?? '');
  const id = pdu.receipted_message_id ?? /\bid:(\S+)/.exec(text)?.[1];
  return id === undefined ? undefined : { id, state: stateOf(pdu.message_state, text) ?? 'under-way' };
}

const stateOf = (state: number | undefined, text: string): DeliveryState | undefined =>
  state === undefined ? STATE_WORDS[/\bstat:(\w+)/.exec(text)?.[1] ?? ''] : STATES[state];
