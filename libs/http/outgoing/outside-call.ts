import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import {
  request as requestHttp,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { mayBeCalled, type Reach } from './public-address.js';

/** The code of a call that was not made, since the address leads where it must not. */
export const FORBIDDEN_DESTINATION = 'FORBIDDEN_DESTINATION';

export interface OutsideCallOptions {
  /** This machine may be called: in demo and test, where the outside world is there. */
  readonly allowLoopback?: boolean;
  /** Private networks and this machine may be called, without TLS too: for services of a closed network. */
  readonly allowPrivate?: boolean;
  /** Milliseconds for the whole call, the name included. */
  readonly timeout: number;
  /** Bytes of the answer's body; a longer answer is an error. */
  readonly longestAnswer: number;
}

export interface OutsideRequest {
  readonly url: string;
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface OutsideAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The call was not made, or did not end well. The message holds no more of the other side than its host. */
export class OutsideCallFailed extends Error {
  override readonly name = 'OutsideCallFailed';
  /** Why, in a word that may be kept: `FORBIDDEN_DESTINATION`, or what the network says. */
  readonly code: string;

  constructor(message: string, code: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const forbidden = (message: string) => new OutsideCallFailed(message, FORBIDDEN_DESTINATION);

/**
 * Calls an address that others chose, such as the keys of a client. Only https (http on this machine), only to the
 * internet: the address that is connected to is the one that was looked at, so that no name can point inside
 * (OWASP SSRF; rebinding). Redirects are not followed, and time and size have bounds.
 *
 * @throws OutsideCallFailed
 */
export async function callOutside(
  asked: OutsideRequest,
  options: OutsideCallOptions,
): Promise<OutsideAnswer> {
  const url = new URL(asked.url);
  const reach = reachOf(options);
  refuseAddress(url, reach);
  const signal = AbortSignal.timeout(options.timeout);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(
        cause instanceof OutsideCallFailed
          ? cause
          : new OutsideCallFailed(`calling ${url.host} failed: ${reasonOf(cause)}`, reasonOf(cause), {
              cause,
            }),
      );
    const call: ClientRequest = send(
      url,
      {
        method: asked.method ?? 'GET',
        headers: { accept: 'application/json', ...asked.headers },
        agent: false,
        signal,
        lookup: (host, lookupOptions, done) => checkedLookup({ host, reach }, lookupOptions, done),
      },
      (answer) => {
        readBody(answer, options.longestAnswer).then(
          (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
          (error: unknown) => {
            call.destroy();
            fail(error);
          },
        );
      },
    );
    call.on('error', fail).end(asked.body);
  });
}

const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
};

const reachOf = ({ allowLoopback, allowPrivate }: OutsideCallOptions): Reach => {
  if (allowPrivate === true) return 'private';
  return allowLoopback === true ? 'loopback' : 'internet';
};

/** An address in numbers is never looked up, so it is looked at here. */
function refuseAddress({ protocol, hostname, username }: URL, reach: Reach): void {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (!isFitProtocol(protocol, host, reach) || username !== '')
    throw forbidden(`${host} may not be called this way`);
  if (isIP(host) !== 0 && !mayBeCalled(host, reach)) throw forbidden(`${host} may not be called`);
}

function isFitProtocol(protocol: string, host: string, reach: Reach): boolean {
  if (protocol !== 'http:') return protocol === 'https:';
  if (reach !== 'loopback') return reach === 'private';
  return ['localhost', '127.0.0.1', '::1'].includes(host);
}

type LookedUp = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

function checkedLookup(
  { host, reach }: { readonly host: string; readonly reach: Reach },
  options: LookupOptions,
  done: LookedUp,
): void {
  lookup(host, { ...options, all: true }, (error, found) => {
    const usable = (found ?? []).filter(({ address }) => mayBeCalled(address, reach));
    const [first] = usable;
    if (error !== null || first === undefined) {
      done(error ?? forbidden(`${host} leads to no address on the internet`), []);
      return;
    }
    if (options.all === true) done(null, usable);
    else done(null, first.address, first.family);
  });
}

async function readBody(answer: IncomingMessage, longest: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longest) throw new Error('the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
