import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import smpp, { type Pdu, type Session } from 'smpp';
import { FaultBoard } from '../faults/fault-board.js';
import type { Fault } from '../faults/fault.js';
import { SandboxSettings } from '../sandbox-settings.js';
import { Copies } from './copies.js';
import { deliveryReceipt } from './delivery-receipt.js';
import { PartCollector, partOf } from './parts.js';
import { SmsInbox, telephone } from './sms-inbox.js';

/** registered_delivery, SMPP 3.4 section 5.2.17. */
const wantsReceipt = ({ registered_delivery: flags = 0 }: Pdu) => (flags & 0x03) === 1;

const BINDS = ['bind_transceiver', 'bind_transmitter', 'bind_receiver'] as const;

/** An SMS centre over SMPP 3.4. Any system id may bind; a fault strikes each submitted message. */
@Injectable()
export class SmppCentre implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(SmppCentre.name);
  private readonly parts = new PartCollector();
  private readonly copies = new Copies();
  private readonly server = smpp.createServer((session) => this.serve(session));
  private counter = 0;

  constructor(
    private readonly inbox: SmsInbox,
    private readonly faults: FaultBoard,
    private readonly settings: SandboxSettings,
  ) {}

  /** The port it listens on, also when any free one was asked for. */
  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.server.listen(this.settings.smppPort, this.settings.listenHost);
    await once(this.server, 'listening');
  }

  async onApplicationShutdown(): Promise<void> {
    for (const session of this.server.sessions) session.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private serve(session: Session): void {
    let bound = false;
    for (const bind of BINDS) {
      session.on(bind, (pdu: Pdu) => {
        bound = (pdu.system_id ?? '') !== '';
        session.send(
          pdu.response(bound ? { system_id: 'sandbox' } : { command_status: smpp.ESME_RBINDFAIL }),
        );
      });
    }
    session.on('submit_sm', (pdu: Pdu) => {
      if (bound) void this.submit(session, pdu);
      else session.send(pdu.response({ command_status: smpp.ESME_RINVBNDSTS }));
    });
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('error', (error: Error) => {
      this.log.debug(error.message);
      session.destroy();
    });
  }

  private async submit(session: Session, pdu: Pdu): Promise<void> {
    const verdict = await this.suffer(session, pdu, this.faults.strike('smsc'));
    if (verdict === 'go-on') this.accept(session, pdu, telephone(pdu.destination_addr ?? ''));
  }

  private accept(session: Session, pdu: Pdu, to: string): void {
    if (!/^\+\d{6,15}$/u.test(to)) {
      session.send(pdu.response({ command_status: smpp.ESME_RINVDSTADR }));
      return;
    }
    const copyOf = this.copies.of(pdu);
    if (copyOf === undefined) this.take(session, pdu, to);
    else session.send(pdu.response({ message_id: copyOf }));
  }

  private take(session: Session, pdu: Pdu, to: string): void {
    this.counter += 1;
    const id = this.counter.toString(16).padStart(8, '0');
    this.copies.remember(pdu, id);
    const content = pdu.message_payload ?? pdu.short_message;
    const text = content?.message.toString() ?? '';
    session.send(pdu.response({ message_id: id }));
    this.deliver(to, { id, text }, content?.udh);
    if (wantsReceipt(pdu)) {
      session.deliver_sm(deliveryReceipt({ id, from: pdu.source_addr ?? '', to, text, at: new Date() }));
    }
  }

  private deliver(to: string, piece: { id: string; text: string }, headers: Buffer[] | undefined): void {
    const part = partOf(headers);
    const whole = part === undefined ? piece : this.parts.add(to, part, piece);
    if (whole !== undefined) this.inbox.deliver({ ...whole, to, at: new Date().toISOString() });
  }

  private async suffer(session: Session, pdu: Pdu, fault: Fault): Promise<'go-on' | 'stop'> {
    if (fault.mode === 'error') {
      session.send(pdu.response({ command_status: smpp.ESME_RSYSERR }));
      return 'stop';
    }
    if (fault.mode === 'garbage') session.socket.write(Buffer.from('00000007garbage', 'latin1'));
    const dropped = (await this.faults.wait(fault)) === 'drop' || ['reset', 'garbage'].includes(fault.mode);
    if (dropped) session.destroy();
    return dropped ? 'stop' : 'go-on';
  }
}
