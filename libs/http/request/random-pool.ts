import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4_096;

/** Random bytes from the system's source, fetched many at a time: every request needs a few. */
export class RandomPool {
  private readonly pool = Buffer.alloc(POOL_BYTES);
  private used = POOL_BYTES;

  /** Bytes that are given out once; read them before asking again. */
  take(bytes: number): Buffer {
    if (this.used + bytes > POOL_BYTES) {
      randomFillSync(this.pool);
      this.used = 0;
    }
    this.used += bytes;
    return this.pool.subarray(this.used - bytes, this.used);
  }
}

export const requestRandomness = new RandomPool();
