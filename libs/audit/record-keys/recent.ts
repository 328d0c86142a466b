import type { Clock } from '#libs/kernel';

interface Kept<V> {
  readonly value: V;
  readonly until: number;
}

/** What was used last, so many at most and each for so many milliseconds. */
export class Recent<V> {
  private readonly kept = new Map<string, Kept<V>>();

  constructor(
    private readonly clock: Clock,
    private readonly most: number,
    private readonly keepFor: number,
  ) {}

  get(name: string): V | undefined {
    const found = this.kept.get(name);
    if (found === undefined) return undefined;
    this.kept.delete(name);
    if (found.until <= this.clock.now().getTime()) return undefined;
    // A map keeps the order of insertion: what was used goes to its end.
    this.kept.set(name, found);
    return found.value;
  }

  set(name: string, value: V): void {
    this.kept.delete(name);
    this.kept.set(name, { value, until: this.clock.now().getTime() + this.keepFor });
    const [longestUnused] = this.kept.keys();
    if (this.kept.size > this.most && longestUnused !== undefined) this.kept.delete(longestUnused);
  }

  delete(name: string): void {
    this.kept.delete(name);
  }
}
