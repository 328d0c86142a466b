import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4_096;

/** Random bytes from the system's source, fetched many at a time: every request needs a few. */
class RandomPool {
  private readonly pool = Buffer.alloc(POOL_BYTES);
  private used = POOL_BYTES;

  /**
   * Bytes that are given out once; read them before asking again.
   *
   * @throws RangeError when more are asked than it ever holds
   */
  take(bytes: number): Buffer {
    if (bytes > POOL_BYTES) throw new RangeError(`At most ${POOL_BYTES} random bytes at once.`);
    if (this.used + bytes > POOL_BYTES) {
      randomFillSync(this.pool);
      this.used = 0;
    }
    this.used += bytes;
    return this.pool.subarray(this.used - bytes, this.used);
  }
}

export const randomPool = new RandomPool();
