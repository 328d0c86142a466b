/** Things that are used by one at a time and come back: the one that rested longest goes first. */
export class Pool<T> {
  readonly size: number;
  private readonly free: T[];
  private readonly waiting: ((item: T) => void)[] = [];

  constructor(items: readonly T[]) {
    this.size = items.length;
    this.free = [...items];
  }

  async use(work: (item: T) => Promise<void>): Promise<void> {
    const item = this.free.shift() ?? (await new Promise<T>((resolve) => this.waiting.push(resolve)));
    try {
      await work(item);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free.push(item);
      else next(item);
    }
  }
}
