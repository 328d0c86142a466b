import { write, writeSync } from 'node:fs';

export interface LogDestination {
  write(line: string): void;
}

/** What may wait while the outlet is blocked; beyond it lines are dropped rather than memory filled. */
const MOST_WAITING = 4 * 1024 * 1024;
const TRY_AGAIN_AFTER = 50;

/** Lines of this long, in milliseconds, leave together: a system call costs more than a line does. */
const GATHER_FOR = 20;
const TRIES_AT_THE_END = 10;

/**
 * Writes lines to a file descriptor without ever getting in the way: several lines per system call, off the
 * event loop, and a full disk or a closed pipe costs lines, not the service.
 */
export class LineOutlet implements LogDestination {
  private waiting: string[] = [];
  private size = 0;
  private underWay: Buffer | undefined;
  private scheduled = false;

  constructor(private readonly descriptor: number) {}

  write(line: string): void {
    if (this.size + line.length > MOST_WAITING) return;
    this.waiting.push(line);
    this.size += line.length;
    if (this.scheduled) return;
    this.scheduled = true;
    // A process with nothing else to do may end: what waits is written then.
    setTimeout(() => this.next(), GATHER_FOR).unref();
  }

  /** Writes what still waits, at the end of the process. */
  finish(): void {
    const rest = Buffer.concat([this.underWay ?? Buffer.alloc(0), this.take()]);
    this.underWay = undefined;
    for (let offset = 0, tries = 0; offset < rest.length && tries < TRIES_AT_THE_END; tries += 1) {
      try {
        offset += writeSync(this.descriptor, rest, offset);
      } catch (error) {
        if (!isBlocked(error)) return;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TRY_AGAIN_AFTER);
      }
    }
  }

  private next(): void {
    const chunk = this.underWay ?? this.take();
    if (chunk.length === 0) {
      this.scheduled = false;
      return;
    }
    this.underWay = chunk;
    write(this.descriptor, chunk, (error, written) => {
      // The end of the process has taken over meanwhile.
      if (this.underWay === undefined) return;
      if (error !== null && isBlocked(error)) {
        setTimeout(() => this.next(), TRY_AGAIN_AFTER).unref();
        return;
      }
      const rest = error === null ? chunk.subarray(written) : Buffer.alloc(0);
      this.underWay = rest.length > 0 ? rest : undefined;
      this.next();
    });
  }

  private take(): Buffer {
    const chunk = Buffer.from(this.waiting.join(''));
    this.waiting = [];
    this.size = 0;
    return chunk;
  }
}

/** The reader of a pipe is slower than we are. */
const isBlocked = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EAGAIN';
