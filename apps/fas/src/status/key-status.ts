import type { Clock } from '#libs/kernel';
import { KEY_KINDS, type KeyKind } from '#libs/loa';

/** What a key's provider says of itself: that it works, or that it does not and when to try again. */
export type KeyReport = { readonly available: true } | { readonly available: false; readonly until: Date };

/**
 * Which keys can be proven here now. A key that this process cannot ask for is out of service for good; the others
 * work until their provider reports otherwise, and again once the reported moment has passed, so that an outage
 * nobody takes back ends by itself. Each process finds out for itself, as it would with a circuit breaker.
 */
export class KeyStatus {
  private readonly provable = new Set<KeyKind>();
  private readonly suspended = new Set<KeyKind>();
  private readonly unavailableUntil = new Map<KeyKind, Date>();

  constructor(private readonly clock: Clock) {}

  /** The keys that this process can ask for; said after they were made, since their providers report here. */
  provide(kinds: Iterable<KeyKind>): this {
    for (const kind of kinds) this.provable.add(kind);
    return this;
  }

  report(key: KeyKind, report: KeyReport): void {
    if (report.available) this.unavailableUntil.delete(key);
    else this.unavailableUntil.set(key, report.until);
  }

  /** Somebody with the right stopped the key: what it proved before does not count either. */
  suspend(key: KeyKind, suspended: boolean): void {
    if (suspended) this.suspended.add(key);
    else this.suspended.delete(key);
  }

  isSuspended(key: KeyKind): boolean {
    return this.suspended.has(key);
  }

  available(key: KeyKind): boolean {
    const until = this.unavailableUntil.get(key);
    return (
      this.provable.has(key) && !this.suspended.has(key) && (until === undefined || until <= this.clock.now())
    );
  }

  /** Keys that nobody can prove here now. */
  outOfService(): KeyKind[] {
    return [...new Set([...KEY_KINDS, ...this.provable])].filter((kind) => !this.available(kind));
  }
}
