import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { leadsInside } from './address-guard.js';

export interface GuardedQuestion {
  readonly method: 'POST' | 'HEAD' | 'GET';
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for everything together. */
  readonly timeout: number;
  /** Octets of an answer above which it is given up. */
  readonly largest: number;
  /** Also addresses of private networks and of this machine; for the demo and closed networks. */
  readonly privateDestinations: boolean;
}

export interface GuardedAnswer {
  readonly status: number;
  readonly body: string;
}

/** Thrown instead of calling an address that leads inside. */
export class ForbiddenDestinationError extends Error {
  override readonly name = 'ForbiddenDestinationError';
  readonly code = 'FORBIDDEN_DESTINATION';
}

/**
 * Calls an address that somebody outside registered: no redirect is followed, the whole takes no longer and brings no
 * more than it may, and the IP address that is connected to is the one that was judged, so that a name cannot point
 * elsewhere a moment later.
 *
 * @throws ForbiddenDestinationError, or what the network throws
 */
export async function guardedRequest(question: GuardedQuestion): Promise<GuardedAnswer> {
  const url = new URL(question.address);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new ForbiddenDestinationError();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!question.privateDestinations && isIP(host) !== 0 && leadsInside(host))
    throw new ForbiddenDestinationError();
  const { method, body, headers, timeout } = question;
  const signal = AbortSignal.timeout(timeout);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options: RequestOptions = {
      method,
      signal,
      agent: false,
      headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
      ...(!question.privateDestinations && { lookup: guardedLookup }),
    };
    send(url, options, resolve).on('error', reject).end(body);
  });
  return { status: response.statusCode ?? 0, body: await readAtMost(response, question.largest) };
}

/** Resolves a name to addresses that lead outside only. */
const guardedLookup: NonNullable<RequestOptions['lookup']> = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '', 0);
    const outside = addresses.filter(({ address }) => !leadsInside(address));
    const [first] = outside;
    if (first === undefined) return callback(new ForbiddenDestinationError(), '', 0);
    return options.all === true ? callback(null, outside) : callback(null, first.address, first.family);
  });
};

async function readAtMost(response: IncomingMessage, largest: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largest) {
      response.destroy();
      throw new Error('the answer is too large');
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
