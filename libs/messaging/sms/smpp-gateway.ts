import smpp, { type Pdu, type Session } from 'smpp';
import { seconds } from '#libs/kernel';
import { receiptOf, submissionsOf } from './smpp-pdus.js';
import type { DeliveryReceipt, OutgoingSms, SmsGateway, SubmitOutcome } from './sms-gateway.js';

export interface SmppGatewayOptions {
  readonly host: string;
  readonly port: number;
  /** Over TLS, the centre's certificate checked. */
  readonly tls?: boolean;
  readonly systemId: string;
  readonly password: string;
  /** Number or name that telephones show. */
  readonly sender: string;
  /** Milliseconds to wait for the connection and for each answer. */
  readonly patience?: number;
  /** Milliseconds between signs of life. */
  readonly keepAlive?: number;
}

/** The centre will refuse it again: address, text or rights are wrong (SMPP 3.4 section 5.1.3). */
const PERMANENT = new Set([0x01, 0x0a, 0x0b, 0x0c, 0x33, 0x34, 0x40, 0x42, 0x48, 0x49, 0x50, 0x51]);

/** Its queue is full, or we send too fast (SMPP 3.4 section 5.1.3). */
const BUSY = new Set([0x14, 0x58]);
/** ESME_RX_T_APPN: "temporary error, tell me again". */
const AGAIN = 0x64;

/** An SMS centre over SMPP 3.4: one session, opened when first needed and again after it broke. */
export class SmppGateway implements SmsGateway {
  private session: Promise<Session> | undefined;
  private readonly listeners: ((receipt: DeliveryReceipt) => Promise<void> | void)[] = [];
  private readonly patience: number;
  private staying: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly options: SmppGatewayOptions) {
    this.patience = options.patience ?? seconds(10);
  }

  onReceipt(handler: (receipt: DeliveryReceipt) => Promise<void> | void): void {
    this.listeners.push(handler);
  }

  /** Opens the session now and again after each break: receipts of earlier messages come without being asked for. */
  stayConnected(every = seconds(30)): void {
    const bind = () => void this.bound().catch(() => undefined);
    this.staying ??= setInterval(bind, every);
    bind();
  }

  async submit(sms: OutgoingSms): Promise<SubmitOutcome> {
    let session: Session;
    try {
      session = await this.bound();
    } catch {
      return { kind: 'refused', code: 'not-connected', permanent: false };
    }
    const ids: string[] = [];
    for (const submission of submissionsOf(sms, this.options.sender)) {
      const answer = await this.ask(session, (done) => session.submit_sm(submission, done));
      if (answer === undefined) return { kind: 'unanswered' };
      if (answer.command_status !== smpp.ESME_ROK) return refused(answer.command_status);
      ids.push(answer.message_id ?? '');
    }
    return { kind: 'accepted', ids };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.staying);
    const session = await this.session?.catch(() => undefined);
    if (session === undefined) return;
    await this.ask(session, (done) => session.unbind({}, done));
    session.destroy();
  }

  private bound(): Promise<Session> {
    if (this.closed) return Promise.reject(new Error('The gateway is closed.'));
    if (this.session !== undefined) return this.session;
    const opening: Promise<Session> = this.bind(() => {
      if (this.session === opening) this.session = undefined;
    });
    this.session = opening;
    return opening;
  }

  private async bind(forget: () => void): Promise<Session> {
    const { host, port, tls = false, systemId, password } = this.options;
    const session = smpp.connect({ host, port, tls });
    session.on('error', () => session.destroy());
    session.on('close', forget);
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    session.on('deliver_sm', (pdu: Pdu) => void this.receive(session, pdu));
    await this.connected(session);
    const answer = await this.ask(session, (done) =>
      session.bind_transceiver({ system_id: systemId, password, interface_version: 0x34 }, done),
    );
    if (answer?.command_status !== smpp.ESME_ROK) {
      session.destroy();
      throw new Error('The SMS centre does not let us in.');
    }
    this.keepAlive(session);
    return session;
  }

  /** A centre that does not answer a sign of life is left; the next message opens a new session. */
  private keepAlive(session: Session): void {
    const timer = setInterval(
      () => void this.ask(session, (done) => session.enquire_link({}, done)),
      this.options.keepAlive ?? seconds(30),
    );
    session.once('close', () => clearInterval(timer));
  }

  private connected(session: Session): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => session.destroy(), this.patience);
      session.once('connect', () => {
        clearTimeout(timer);
        resolve();
      });
      session.once('close', () => {
        clearTimeout(timer);
        reject(new Error('The SMS centre cannot be reached.'));
      });
    });
  }

  /** The answer to one request; undefined when the centre stays silent or the connection breaks. */
  private ask(session: Session, request: (done: (pdu: Pdu) => void) => boolean): Promise<Pdu | undefined> {
    return new Promise((resolve) => {
      const end = (pdu: Pdu | undefined) => {
        clearTimeout(timer);
        session.removeListener('close', silent);
        resolve(pdu);
      };
      const silent = () => end(undefined);
      // A centre this slow is left: the next message opens a new session.
      const timer = setTimeout(() => session.destroy(), this.patience);
      session.once('close', silent);
      if (!request(end)) end(undefined);
    });
  }

  private async receive(session: Session, pdu: Pdu): Promise<void> {
    const receipt = receiptOf(pdu);
    try {
      if (receipt !== undefined) await Promise.all(this.listeners.map((listener) => listener(receipt)));
      session.send(pdu.response());
    } catch {
      session.send(pdu.response({ command_status: AGAIN }));
    }
  }
}

const refused = (status: number): SubmitOutcome =>
  BUSY.has(status)
    ? { kind: 'busy' }
    : {
        kind: 'refused',
        code: `smpp-${status.toString(16).padStart(8, '0')}`,
        permanent: PERMANENT.has(status),
      };
