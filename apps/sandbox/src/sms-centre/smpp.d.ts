/** The part of the smpp package (0.5.1, SMPP 3.4) that the sandbox uses. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer, Socket } from 'node:net';

  /** A text, with the user data headers that came before it. */
  export interface ShortMessage {
    message: string | Buffer;
    udh?: Buffer[];
  }

  export interface Pdu {
    command: string;
    command_status: number;
    sequence_number: number;
    system_id?: string;
    message_id?: string;
    source_addr?: string;
    source_addr_ton?: number;
    destination_addr?: string;
    dest_addr_ton?: number;
    esm_class?: number;
    registered_delivery?: number;
    short_message?: ShortMessage;
    message_payload?: ShortMessage;
    message_state?: number;
    receipted_message_id?: string;
    user_message_reference?: number;
    response(options?: Readonly<Record<string, unknown>>): Pdu;
    isResponse(): boolean;
  }

  export type PduHandler = (pdu: Pdu) => void;

  export interface Session extends EventEmitter {
    readonly socket: Socket;
    send(pdu: Pdu, onResponse?: PduHandler): boolean;
    bind_transceiver(options: Readonly<Record<string, unknown>>, onResponse?: PduHandler): boolean;
    submit_sm(options: Readonly<Record<string, unknown>>, onResponse?: PduHandler): boolean;
    deliver_sm(options: Readonly<Record<string, unknown>>, onResponse?: PduHandler): boolean;
    close(done?: () => void): void;
    destroy(done?: () => void): void;
  }

  export interface Server extends NetServer {
    readonly sessions: readonly Session[];
  }

  interface Smpp {
    createServer(onSession: (session: Session) => void): Server;
    connect(
      options: { readonly host: string; readonly port: number; readonly tls?: boolean },
      onConnect?: () => void,
    ): Session;
    readonly ESME_ROK: number;
    readonly ESME_RSYSERR: number;
    readonly ESME_RINVBNDSTS: number;
    readonly ESME_RBINDFAIL: number;
    readonly ESME_RINVDSTADR: number;
  }

  const smpp: Smpp;
  export default smpp;
}
