import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import smpp, { type Pdu } from 'smpp';
import { SMTPServer } from 'smtp-server';

/** Those to whom the worker talks: a centre for text messages, a mail relay, a service. They take everything. */
export interface OutsideWorld {
  readonly smsPort: number;
  readonly mailPort: number;
  readonly service: string;
  stop(): Promise<void>;
}

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;

export async function startOutsideWorld(): Promise<OutsideWorld> {
  const centre = smpp.createServer((session) => {
    session.on('error', () => session.destroy());
    session.on('bind_transceiver', (pdu: Pdu) => session.send(pdu.response()));
    session.on('submit_sm', (pdu: Pdu) => session.send(pdu.response({ message_id: String(Math.random()) })));
    session.on('unbind', (pdu: Pdu) => session.send(pdu.response()));
  });
  const relay = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => done());
    },
  });
  const service = createServer((_request, response) => response.end());
  centre.listen(0, '127.0.0.1');
  service.listen(0, '127.0.0.1');
  relay.listen(0, '127.0.0.1');
  await Promise.all([once(centre, 'listening'), once(service, 'listening'), once(relay.server, 'listening')]);
  return {
    smsPort: portOf(centre),
    mailPort: portOf(relay.server),
    service: `http://127.0.0.1:${portOf(service)}/logout`,
    async stop() {
      for (const session of centre.sessions) session.destroy();
      service.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => void centre.close(() => resolve())),
        new Promise<void>((resolve) => void service.close(() => resolve())),
        new Promise<void>((resolve) => void relay.close(() => resolve())),
      ]);
    },
  };
}
