import type { IncomingMessage } from 'node:http';
import { AppError, httpErrors } from '#libs/http';

/** The query must fit into the first line of a request. Longer requests are pushed beforehand (RFC 9126). */
const LONGEST_FORM = 8 * 1024;

/**
 * The form of a posted request (OpenID Connect Core 3.1.2.1, RP-Initiated Logout 2), to go on with as a query. Browsers leave
 * our cookies out of a form that another site posts (SameSite=Lax); one redirect later they are there.
 */
export async function postedRequest(request: IncomingMessage): Promise<string> {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
    throw new AppError(httpErrors.UNSUPPORTED_TYPE, { detail: type });
  }
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST_FORM) throw new AppError(httpErrors.TOO_LARGE);
    parts.push(part);
  }
  const form = Buffer.concat(parts).toString('latin1');
  if (/^[\x21-\x7e]*$/.test(form)) return form;
  throw new AppError(httpErrors.BAD_REQUEST, { detail: 'the form is not encoded' });
}
