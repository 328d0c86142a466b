/** A question to a server that is not ours. */
export interface OutwardQuestion {
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** To post; without it the address is read. */
  readonly body?: Uint8Array | string;
  /** Milliseconds to wait for the whole answer. */
  readonly timeout: number;
  /** Bytes of an answer above which it is given up. */
  readonly largest: number;
}

export interface OutwardAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Asks; an exception when there is no answer within the bounds. */
export type OutwardFetch = (question: OutwardQuestion) => Promise<OutwardAnswer>;

/**
 * Over HTTP or HTTPS, never another scheme. Redirects are not followed, since they would lead where nobody checked,
 * and an answer may neither last nor grow without end. Which addresses may be asked is for the caller to know.
 */
export const outwardFetch: OutwardFetch = async ({ address, headers, body, timeout, largest }) => {
  if (!/^https?:\/\//i.test(address)) throw new Error('the address is not one of the web');
  const response = await fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    ...(headers && { headers }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  });
  return { status: response.status, headers: response.headers, body: await readAtMost(response, largest) };
};

async function readAtMost({ body }: Response, largest: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > largest) throw new Error('the answer is too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
