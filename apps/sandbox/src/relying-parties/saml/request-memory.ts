import type { CacheItem, CacheProvider } from 'passport-saml';
import type { SamlOptions } from './sign-in-options.js';

const MOST = 10_000;
const LIFETIME = 30 * 60_000;

interface Remembered {
  readonly value: string;
  readonly createdAt: number;
  readonly options?: SamlOptions | undefined;
}

/** Requests that have no answer yet, by id, with what was asked. An answer uses its request up. */
export class RequestMemory implements CacheProvider {
  private readonly requests = new Map<string, Remembered>();

  expect(id: string, options: SamlOptions): void {
    this.requests.set(id, { value: new Date().toISOString(), createdAt: Date.now(), options });
  }

  optionsOf(id: string): SamlOptions | undefined {
    return this.live(id)?.options;
  }

  saveAsync(id: string, value: string): Promise<CacheItem | null> {
    const item = { value, createdAt: Date.now(), options: this.requests.get(id)?.options };
    this.requests.set(id, item);
    const [oldest] = this.requests.keys();
    if (this.requests.size > MOST && oldest !== undefined) this.requests.delete(oldest);
    return Promise.resolve(item);
  }

  getAsync(id: string): Promise<string | null> {
    return Promise.resolve(this.live(id)?.value ?? null);
  }

  removeAsync(id: string | null): Promise<string | null> {
    return Promise.resolve(id !== null && this.requests.delete(id) ? id : null);
  }

  private live(id: string): Remembered | undefined {
    const request = this.requests.get(id);
    return request && Date.now() - request.createdAt < LIFETIME ? request : undefined;
  }
}
