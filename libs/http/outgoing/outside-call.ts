import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import {
  request as requestHttp,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { mayBeCalled } from './public-address.js';

export interface OutsideCallOptions {
  /** This machine may be called: in demo and test, where the outside world is there. */
  readonly allowLoopback?: boolean;
  /** Milliseconds for the whole call, the name included. */
  readonly timeout: number;
  /** Bytes of the answer's body; a longer answer is an error. */
  readonly longestAnswer: number;
}

export interface OutsideRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
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
}

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
  const { allowLoopback = false } = options;
  refuseAddress(url, allowLoopback);
  const signal = AbortSignal.timeout(options.timeout);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(new OutsideCallFailed(`calling ${url.host} failed: ${reasonOf(cause)}`, { cause }));
    const call: ClientRequest = send(
      url,
      {
        method: asked.method ?? 'GET',
        headers: { accept: 'application/json', ...asked.headers },
        agent: false,
        signal,
        lookup: (host, lookupOptions, done) => checkedLookup({ host, allowLoopback }, lookupOptions, done),
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
  return 'code' in cause ? String(cause.code) : cause.message;
};

/** An address in numbers is never looked up, so it is looked at here. */
function refuseAddress({ protocol, hostname, username }: URL, allowLoopback: boolean): void {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const isLocal = ['localhost', '127.0.0.1', '::1'].includes(host);
  const isFit = protocol === 'https:' || (protocol === 'http:' && allowLoopback && isLocal);
  if (!isFit || username !== '') throw new OutsideCallFailed(`${host} may not be called this way`);
  if (isIP(host) !== 0 && !mayBeCalled(host, { allowLoopback }))
    throw new OutsideCallFailed(`${host} may not be called`);
}

type LookedUp = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

function checkedLookup(
  { host, allowLoopback }: { readonly host: string; readonly allowLoopback: boolean },
  options: LookupOptions,
  done: LookedUp,
): void {
  lookup(host, { ...options, all: true }, (error, found) => {
    const usable = (found ?? []).filter(({ address }) => mayBeCalled(address, { allowLoopback }));
    const [first] = usable;
    if (error !== null || first === undefined) {
      done(error ?? new OutsideCallFailed(`${host} leads to no address on the internet`), []);
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
