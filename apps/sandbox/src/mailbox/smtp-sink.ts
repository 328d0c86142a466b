import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import type { AddressInfo, Socket } from 'node:net';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { FaultBoard } from '../faults/fault-board.js';
import type { Fault } from '../faults/fault.js';
import { SandboxSettings } from '../sandbox-settings.js';
import { Mailbox } from './mailbox.js';
import { readMessage } from './message.js';

const LARGEST = 10 * 1024 * 1024;

class SmtpRefusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** The mail server of the world: takes every message for everyone. A fault strikes once a message has been sent. */
@Injectable()
export class SmtpSink implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(SmtpSink.name);
  private readonly sockets = new Map<number, Socket>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST,
    closeTimeout: 1000,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anyone' }),
    onData: (stream, session, done) => {
      this.receive(stream, session).then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new SmtpRefusal(451, 'Not now')),
      );
    },
  });

  constructor(
    private readonly mailbox: Mailbox,
    private readonly faults: FaultBoard,
    private readonly settings: SandboxSettings,
  ) {
    // A client that goes away in the middle is its own affair.
    this.server.on('error', (error) => this.log.debug(error.message));
    this.server.server.on('connection', (socket: Socket) => this.remember(socket));
  }

  /** The port it listens on, also when any free one was asked for. */
  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.server.listen(this.settings.smtpPort, this.settings.listenHost);
    await once(this.server.server, 'listening');
  }

  async onApplicationShutdown(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private remember(socket: Socket): void {
    const port = socket.remotePort ?? 0;
    this.sockets.set(port, socket);
    socket.once('close', () => this.sockets.delete(port));
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const raw = await buffer(stream);
    if (stream.sizeExceeded) throw new SmtpRefusal(552, 'Message too large');
    await this.suffer(this.faults.strike('smtp'), this.sockets.get(session.remotePort));
    this.mailbox.deliver(
      session.envelope.rcptTo.map(({ address }) => address),
      readMessage(raw),
    );
  }

  private async suffer(fault: Fault, socket: Socket | undefined): Promise<void> {
    if (fault.mode === 'error') throw new SmtpRefusal(451, 'Fault set in the sandbox: try again later');
    if (fault.mode === 'garbage') socket?.write('\u0000\u0007?? 9x9 garbage\r\n');
    const dropped = (await this.faults.wait(fault)) === 'drop' || ['reset', 'garbage'].includes(fault.mode);
    if (!dropped) return;
    socket?.destroy();
    throw new SmtpRefusal(421, 'Connection dropped');
  }
}
