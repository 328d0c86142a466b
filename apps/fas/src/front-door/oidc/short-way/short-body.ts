import type { IncomingMessage } from 'node:http';

/** In bytes. A form with a code and a verifier is some hundreds long; anything longer is not the plain request. */
const LONGEST = 4_096;

const FORM = /^application\/x-www-form-urlencoded(?:; ?charset=utf-8)?$/i;

/**
 * The form in the body of a request, which stays readable for whoever else is to judge the request.
 *
 * @returns undefined, with nothing read, when the body is no form or may be longer than a plain one
 */
export async function readShortBody(request: IncomingMessage): Promise<string | undefined> {
  const {
    'content-type': type = '',
    'content-length': stated = '',
    'transfer-encoding': coding,
  } = request.headers;
  const length = /^\d{1,4}$/.test(stated) ? Number(stated) : Infinity;
  if (!FORM.test(type) || coding !== undefined || length > LONGEST) return undefined;
  const parts: Buffer[] = [];
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)
    parts.push(part);
  const body = Buffer.concat(parts);
  Object.defineProperties(request, {
    readable: { value: true },
    iterator: { value: () => [body].values() },
  });
  return body.toString();
}
