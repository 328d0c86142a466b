import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';

/** Longest that a request waits for an answer of the store, in milliseconds. */
const PATIENCE = 2_000;

/** The store does not answer; coming back later helps. */
export class StateUnavailableError extends Error {
  override readonly name = 'StateUnavailableError';
  /** Read by the error page of every app: answered as 503, never as a fault. */
  readonly unavailable = true;
}

/** Redis or Valkey, as far as protocol state needs it. */
export class RedisState {
  private constructor(private readonly client: Redis) {}

  /**
   * Connects.
   *
   * @param url `redis://` or `rediss://`, with user and password where there are any
   * @throws StateUnavailableError when nothing answers there
   */
  static async open(url: string): Promise<RedisState> {
    const client = new Redis(url, {
      lazyConnect: true,
      connectTimeout: PATIENCE,
      commandTimeout: PATIENCE,
      maxRetriesPerRequest: 1,
      // What cannot be sent now is refused now, and not when the person has gone.
      enableOfflineQueue: false,
      // A server that became the copy of another takes no writes: the address leads to the new one, for who connects anew.
      reconnectOnError: ({ message }) => message.startsWith('READONLY'),
      // Commands of one turn of the event loop leave together.
      enableAutoPipelining: true,
    });
    // Every command tells its own failure; without a listener a lost connection would end the process.
    client.on('error', () => undefined);
    const state = new RedisState(client);
    try {
      await state.tell(client.connect());
    } catch (error) {
      client.disconnect();
      throw error;
    }
    return state;
  }

  /** Runs a script; its text is sent once per server. */
  async run(script: string, keys: readonly string[], values: readonly (string | number)[]): Promise<unknown> {
    const digest = createHash('sha1').update(script).digest('hex');
    const args = [...keys, ...values];
    try {
      return await this.client.evalsha(digest, keys.length, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw unavailable(error);
      return this.tell(this.client.eval(script, keys.length, ...args));
    }
  }

  fields(key: string, names: readonly string[]): Promise<(string | null)[]> {
    return this.tell(this.client.hmget(key, ...names));
  }

  /** True when the key was not there; it is afterwards, for so many seconds. */
  async setOnce(key: string, seconds: number): Promise<boolean> {
    return (await this.tell(this.client.set(key, '1', 'EX', Math.max(1, Math.ceil(seconds)), 'NX'))) === 'OK';
  }

  async has(key: string): Promise<boolean> {
    return (await this.tell(this.client.exists(key))) === 1;
  }

  async remove(key: string): Promise<void> {
    await this.tell(this.client.unlink(key));
  }

  /** Resolves when the store answers. */
  async ping(): Promise<void> {
    await this.tell(this.client.ping());
  }

  async close(): Promise<void> {
    await this.client.quit().catch(() => this.client.disconnect());
  }

  private async tell<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (cause) {
      throw unavailable(cause);
    }
  }
}

/** The store at this address; none when there is no address. */
export const openState = async (url: string | undefined): Promise<RedisState | undefined> =>
  url === undefined ? undefined : RedisState.open(url);

const unavailable = (cause: unknown): StateUnavailableError =>
  new StateUnavailableError('The store of protocol state does not answer.', { cause });
