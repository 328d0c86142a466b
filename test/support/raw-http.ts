import { connect } from 'node:net';

/** An answer as it came over the wire. */
export interface RawAnswer {
  /** 0 when the connection was closed without an answer. */
  readonly status: number;
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export interface RawRequest {
  readonly method?: string;
  /** Sent as it is, however wrong. */
  readonly target: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: string | Buffer;
}

const PATIENCE = 10_000;

/** Sends a request that no decent client would, and reads the answer. */
export function sendRaw(origin: string, request: RawRequest): Promise<RawAnswer> {
  const { host } = new URL(origin);
  const { method = 'GET', target, headers = [], body = '' } = request;
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const usual = [
    ['host', host],
    ['accept', 'text/html'],
    ['accept-language', 'fr'],
    ['connection', 'close'],
    ...(method === 'GET' ? [] : [['content-length', String(Buffer.byteLength(body))]]),
  ].filter(([name = '']) => !names.has(name));
  const lines = [...usual, ...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return sendBytes(
    origin,
    Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines}\r\n`, 'latin1'), Buffer.from(body)]),
  );
}

/** Sends these bytes and reads until the other side closes. */
export function sendBytes(origin: string, bytes: Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes));
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error(`no answer within ${PATIENCE} ms`)));
    socket.on('data', (part) => parts.push(part));
    socket.on('close', () => resolve(parse(Buffer.concat(parts).toString('utf8'))));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever sends too much is cut off, maybe while still sending; what was answered before counts.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
  });
}

function parse(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\r\n');
  const headers = lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
  });
  return {
    status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1] ?? 0),
    headers: new Map(headers),
    body: text.slice(end + 4),
  };
}
