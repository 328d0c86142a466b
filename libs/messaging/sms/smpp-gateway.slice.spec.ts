import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import smpp, { type Pdu, type Server, type Session } from 'smpp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SmppGateway } from './smpp-gateway.js';
import type { DeliveryReceipt } from './sms-gateway.js';

let server: Server;
let gateway: SmppGateway;
let submitted: Pdu[];
let binds: number;
let onSubmit: (session: Session, pdu: Pdu) => void;

const accept = (session: Session, pdu: Pdu) => {
  session.send(pdu.response({ message_id: `m${submitted.length}` }));
};

beforeEach(async () => {
  submitted = [];
  binds = 0;
  onSubmit = accept;
  server = smpp.createServer((session) => {
    session.on('error', () => session.destroy());
    session.on('bind_transceiver', (pdu: Pdu) => {
      binds += 1;
      const status = pdu.system_id === 'csam' ? smpp.ESME_ROK : smpp.ESME_RBINDFAIL;
      session.send(pdu.response({ command_status: status }));
    });
    session.on('submit_sm', (pdu: Pdu) => {
      submitted.push(pdu);
      onSubmit(session, pdu);
    });
    session.on('unbind', (pdu: Pdu) => session.send(pdu.response()));
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  gateway = gatewayAs('csam');
});
afterEach(async () => {
  await gateway.close();
  for (const session of server.sessions) session.destroy();
  await new Promise<void>((resolve) => void server.close(() => resolve()));
});

function gatewayAs(systemId: string): SmppGateway {
  const { port } = server.address() as AddressInfo;
  return new SmppGateway({ host: '127.0.0.1', port, systemId, password: 'x', sender: 'CSAM', patience: 300 });
}
const sms = (text: string) => ({ reference: 'r1', to: '+32470000000', text });
const texts = () => submitted.map(({ short_message: content }) => content?.message);

describe('the SMPP gateway', () => {
  it('submits a message and gives the name that the centre gave it, over one session', async () => {
    expect(await gateway.submit(sms('Code voor é: 123456'))).toEqual({ kind: 'accepted', ids: ['m1'] });
    expect(await gateway.submit({ ...sms('Δ€'), validFor: 300_000 })).toEqual({
      kind: 'accepted',
      ids: ['m2'],
    });
    expect(texts()).toEqual(['Code voor é: 123456', 'Δ€']);
    expect(submitted[0]).toMatchObject({ destination_addr: '32470000000', registered_delivery: 1 });
    expect(binds).toBe(1);
  });

  it('submits a long message in parts that belong together', async () => {
    const text = 'ê'.repeat(100);
    expect(await gateway.submit(sms(text))).toEqual({ kind: 'accepted', ids: ['m1', 'm2'] });
    expect(texts().join('')).toBe(text);
    const headers = submitted.map(({ short_message: content }) => content?.udh?.[0]);
    expect(headers.map((header) => [header?.[3], header?.[4]])).toEqual([
      [2, 1],
      [2, 2],
    ]);
    expect(headers[0]?.[2]).toBe(headers[1]?.[2]);
  });

  it('tells what the centre says about delivery', async () => {
    const receipts: DeliveryReceipt[] = [];
    gateway.onReceipt((receipt) => void receipts.push(receipt));
    onSubmit = (session, pdu) => {
      accept(session, pdu);
      session.deliver_sm({ esm_class: 4, receipted_message_id: 'm1', message_state: 2, short_message: '' });
      session.deliver_sm({
        esm_class: 4,
        short_message: 'id:m1 sub:001 dlvrd:000 stat:EXPIRED err:001 text:',
      });
    };
    await gateway.submit(sms('x'));
    await vi.waitFor(() =>
      expect(receipts).toEqual([
        { id: 'm1', state: 'delivered' },
        { id: 'm1', state: 'expired' },
      ]),
    );
  });

  it('tells a refusal that lasts from one that passes', async () => {
    onSubmit = (session, pdu) => session.send(pdu.response({ command_status: smpp.ESME_RINVDSTADR }));
    expect(await gateway.submit(sms('x'))).toEqual({
      kind: 'refused',
      code: 'smpp-0000000b',
      permanent: true,
    });
    onSubmit = (session, pdu) => session.send(pdu.response({ command_status: smpp.ESME_RSYSERR }));
    expect(await gateway.submit(sms('x'))).toEqual({
      kind: 'refused',
      code: 'smpp-00000008',
      permanent: false,
    });
  });

  it.each([
    ['is silent', () => undefined],
    ['breaks off', (session: Session) => session.destroy()],
  ])('does not hang when the centre %s, and opens a new session afterwards', async (_name, behave) => {
    onSubmit = behave;
    expect(await gateway.submit(sms('x'))).toEqual({ kind: 'unanswered' });
    onSubmit = accept;
    expect(await gateway.submit(sms('x'))).toMatchObject({ kind: 'accepted' });
    expect(binds).toBe(2);
  });

  it('says so when it may not bind', async () => {
    const stranger = gatewayAs('stranger');
    expect(await stranger.submit(sms('x'))).toEqual({
      kind: 'refused',
      code: 'not-connected',
      permanent: false,
    });
    await stranger.close();
  });
});
