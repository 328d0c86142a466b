/** Too much of this work is waiting already; the caller should ask again later. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';
  /** Read by the error page of every app: answered as 503, never as a fault. */
  readonly unavailable = true;
}

/** Runs at most `concurrency` pieces of work at once and lets at most `waiting` others stand in line. */
export class WorkLimit {
  private running = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly concurrency: number,
    private readonly waiting: number,
  ) {}

  /** Throws `OverloadedError` at once when the line is full. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.concurrency) {
      this.running += 1;
      return;
    }
    if (this.line.length >= this.waiting) throw new OverloadedError('Too much work is waiting.');
    await new Promise<void>((resolve) => this.line.push(resolve));
  }

  private leave(): void {
    const next = this.line.shift();
    // The place passes on to the next in line, so that nobody slips in between.
    if (next === undefined) this.running -= 1;
    else next();
  }
}
