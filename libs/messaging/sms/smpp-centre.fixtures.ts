import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import smpp, { type Pdu, type Session } from 'smpp';

/** A submission as the centre saw it. */
export interface Submitted {
  readonly to: string;
  readonly text: string;
  /** Ours, the same for every attempt. */
  readonly reference: number | undefined;
  readonly id: string;
}

export type Behaviour = 'accept' | 'accept-silently' | 'hang' | 'reset' | { readonly status: number };

/** An SMS centre that takes what it gets, or does as it is told; receipts go out when the test says so. */
export async function smppCentre() {
  const submitted: Submitted[] = [];
  const receiptAnswers: number[] = [];
  const state = { behaviour: 'accept' as Behaviour, receiptsFirst: false };
  let count = 0;

  const receipt = (session: Session, id: string, word: string) =>
    session.deliver_sm(
      { esm_class: 4, short_message: `id:${id} sub:001 dlvrd:001 stat:${word} err:000 text:` },
      (pdu) => receiptAnswers.push(pdu.command_status),
    );

  const submit = (session: Session, pdu: Pdu) => {
    const { behaviour } = state;
    if (typeof behaviour === 'object') {
      session.send(pdu.response({ command_status: behaviour.status }));
      return;
    }
    if (behaviour === 'reset') session.destroy();
    if (behaviour === 'hang' || behaviour === 'reset') return;
    count += 1;
    const id = `m${count}`;
    const text = String(pdu.short_message?.message ?? '');
    submitted.push({ id, to: `+${pdu.destination_addr}`, text, reference: pdu.user_message_reference });
    if (state.receiptsFirst) receipt(session, id, 'DELIVRD');
    if (behaviour === 'accept') setTimeout(() => session.send(pdu.response({ message_id: id })), 5);
  };

  const server = smpp.createServer((session) => {
    session.on('error', () => session.destroy());
    session.on('bind_transceiver', (pdu: Pdu) => session.send(pdu.response()));
    session.on('submit_sm', (pdu: Pdu) => submit(session, pdu));
    session.on('unbind', (pdu: Pdu) => session.send(pdu.response()));
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    submitted,
    receiptAnswers,
    state,
    port: (server.address() as AddressInfo).port,
    /** Tells the fate of a part to whoever is bound. */
    tell(id: string, word: 'DELIVRD' | 'EXPIRED' | 'UNDELIV' | 'ACCEPTD') {
      const session = server.sessions.at(-1);
      if (session === undefined) throw new Error('nobody is bound');
      receipt(session, id, word);
    },
    async close() {
      for (const session of server.sessions) session.destroy();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

export type SmppCentre = Awaited<ReturnType<typeof smppCentre>>;
