/** `YYMMDDhhmm`, as receipts have it. */
const stamp = (date: Date) => date.toISOString().replaceAll(/\D/gu, '').slice(2, 12);

/** Message state DELIVERED (SMPP 3.4 section 5.2.28). */
const DELIVERED = 2;
/** esm_class of a delivery receipt (SMPP 3.4 section 5.2.12). */
const RECEIPT = 0x04;

/** Fields of the deliver_sm that says a message reached its telephone (SMPP 3.4 appendix B). */
export function deliveryReceipt(message: { id: string; from: string; to: string; text: string; at: Date }) {
  const { id, from, to, text, at } = message;
  return {
    source_addr: to,
    source_addr_ton: 1,
    source_addr_npi: 1,
    destination_addr: from,
    esm_class: RECEIPT,
    short_message:
      `id:${id} sub:001 dlvrd:001 submit date:${stamp(at)} done date:${stamp(new Date())} ` +
      `stat:DELIVRD err:000 text:${text.slice(0, 20).replaceAll(/[^ -~]/gu, '?')}`,
    receipted_message_id: id,
    message_state: DELIVERED,
  };
}
