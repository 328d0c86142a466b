import type { IncomingMessage } from 'node:http';

/** In bytes. A form with a code and a verifier is some hundreds long; anything longer is not the plain request. */
const LONGEST = 4_096;

const FORM = /^application\/x-www-form-urlencoded(?:; ?charset=utf-8)?$/i;

/** The form in the body of a request, which was read. */
export interface ShortBody {
  readonly text: string;
  /** Makes the body readable once more, for whoever else is to judge the request. */
  readonly putBack: () => void;
}

/** @returns undefined, with nothing read, when the body is no form or may be longer than a plain one */
export async function readShortBody(request: IncomingMessage): Promise<ShortBody | undefined> {
  const {
    'content-type': type = '',
    'content-length': stated = '',
    'transfer-encoding': coding,
  } = request.headers;
  const length = /^\d{1,4}$/.test(stated) ? Number(stated) : Infinity;
  if (!FORM.test(type) || coding !== undefined || length > LONGEST) return undefined;
  const body = await read(request);
  return {
    text: body.toString(),
    putBack: () =>
      Object.defineProperties(request, {
        readable: { value: true },
        iterator: { value: () => [body].values() },
      }),
  };
}

/** Listening costs a third of what iterating over the request does. */
function read(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.once('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)));
    request.once('error', reject);
  });
}
