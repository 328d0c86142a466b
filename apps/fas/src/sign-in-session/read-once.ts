import { findCurrentRequest, type RequestContext } from '#libs/http';

/**
 * What a request read already: asked for a second time, the database is not. It goes with the request, and no other
 * request sees it, so that what changes elsewhere counts from the next request on, as if this one had been slower.
 */
export class ReadOnce<T> {
  private readonly byRequest = new WeakMap<RequestContext, Map<string, Promise<T | undefined>>>();

  /** Outside of a request everything is read. */
  async get(key: string, read: () => Promise<T | undefined>): Promise<T | undefined> {
    const known = this.ofThisRequest();
    if (known === undefined) return read();
    const found = known.get(key);
    if (found !== undefined) return found;
    const reading = read();
    known.set(key, reading);
    reading.catch(() => known.delete(key));
    return reading;
  }

  /** What this request read, without reading. */
  async already(key: string): Promise<T | undefined> {
    return this.ofThisRequest()?.get(key);
  }

  /** Takes up what was read along with something else. */
  note(key: string, value: T | undefined): void {
    this.ofThisRequest()?.set(key, Promise.resolve(value));
  }

  /** This request wrote: it reads anew. */
  forget(): void {
    const request = findCurrentRequest();
    if (request !== undefined) this.byRequest.delete(request);
  }

  private ofThisRequest(): Map<string, Promise<T | undefined>> | undefined {
    const request = findCurrentRequest();
    if (request === undefined) return undefined;
    const known = this.byRequest.get(request) ?? new Map<string, Promise<T | undefined>>();
    this.byRequest.set(request, known);
    return known;
  }
}
