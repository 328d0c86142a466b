import { currentTrace } from './current-trace.js';
import { traceparentOf } from './trace-context.js';

/** `fetch` for questions to our own apps: they hear in which trace they are asked. */
export const tracedFetch: typeof fetch = (input, init) => {
  const place = currentTrace();
  if (place === undefined) return fetch(input, init);
  const headers = new Headers(init?.headers);
  headers.set('traceparent', traceparentOf(place));
  return fetch(input, { ...init, headers });
};
