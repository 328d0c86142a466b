import { randomBytes } from 'node:crypto';
import { currentRequest } from '#libs/http';

const MOST = 10_000;

/** The sessions of a relying party: a random id in a cookie, everything else in memory. */
export class Visits<T> {
  private readonly visits = new Map<string, T>();

  constructor(private readonly cookie: string) {}

  current(): T | undefined {
    return this.visits.get(this.id());
  }

  /** Always under a fresh id, so that an id that was planted in a browser is worth nothing. */
  start(visit: T): void {
    const id = randomBytes(24).toString('base64url');
    this.visits.set(id, visit);
    const [oldest] = this.visits.keys();
    if (this.visits.size > MOST && oldest !== undefined) this.visits.delete(oldest);
    currentRequest().cookies.set(this.cookie, id);
  }

  end(): T | undefined {
    const visit = this.current();
    this.visits.delete(this.id());
    return visit;
  }

  endWhere(matches: (visit: T) => boolean): void {
    for (const [id, visit] of this.visits) if (matches(visit)) this.visits.delete(id);
  }

  private id(): string {
    return currentRequest().cookies.get(this.cookie) ?? '';
  }
}
