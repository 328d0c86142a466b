import { outwardFetch } from '#libs/http';

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
 * The address stands in a certificate whose chain holds, never in one that anybody could make.
 */
export const httpStatusFetch: StatusFetch = async ({ body, contentType, ...question }) => {
  const answer = await outwardFetch({
    ...question,
    ...(body && { body, headers: { 'content-type': contentType ?? '' } }),
  });
  if (answer.status >= 200 && answer.status < 300) return answer.body;
  throw new Error(`the server answered ${answer.status}`);
};
