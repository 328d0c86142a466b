import { findCurrentRequest } from '../request/request-context.js';
import { traceparentOf } from './trace-context.js';

/** `fetch` for questions to our own apps: they hear in which trace they are asked. */
export const tracedFetch: typeof fetch = (input, init) => {
  const place = findCurrentRequest()?.trace;
  if (place === undefined) return fetch(input, init);
  const headers = new Headers(init?.headers);
  headers.set('traceparent', traceparentOf(place));
  return fetch(input, { ...init, headers });
};
