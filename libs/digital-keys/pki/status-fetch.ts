/** Asks an authority's server; the answer's bytes, or an exception. */
export type StatusFetch = (question: StatusQuestion) => Promise<Buffer>;

export interface StatusQuestion {
  readonly address: string;
  /** A request to post; without one the address is read. */
  readonly body?: Buffer;
  readonly contentType?: string;
  /** Milliseconds to wait for the whole answer. */
  readonly timeout: number;
  /** Bytes of an answer above which it is given up. */
  readonly largest: number;
}

/**
 * Over HTTP, as authorities publish it: what comes back is signed, so plain http is no weakness (RFC 5280 section 8).
 * The address stands in a certificate whose chain holds, never in one that anybody could make; redirects are not
 * followed, and an answer may neither last nor grow without end.
 */
export const httpStatusFetch: StatusFetch = async ({ timeout, largest, ...question }) => {
  const { address, ...request } = requestOf(question);
  const response = await fetch(address, {
    ...request,
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  });
  if (response.ok && response.body !== null) return readAtMost(response.body, largest);
  await response.body?.cancel();
  throw new Error(`the server answered ${response.status}`);
};

function requestOf({ address, body, contentType = '' }: Omit<StatusQuestion, 'timeout' | 'largest'>) {
  if (!/^https?:\/\//i.test(address)) throw new Error('the address is not one of the web');
  return body === undefined
    ? { address, method: 'GET' }
    : { address, method: 'POST', body: new Uint8Array(body), headers: { 'content-type': contentType } };
}

async function readAtMost(body: ReadableStream<Uint8Array>, largest: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > largest) throw new Error('the answer is too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
