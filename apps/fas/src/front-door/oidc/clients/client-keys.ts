import { callOutside, OutsideCallFailed } from '#libs/http';
import { seconds } from '#libs/kernel';

/** What the OpenID provider calls in place of `fetch`. */
export type ClientKeysFetch = (url: string | URL | Request) => Promise<Response>;

const LIMITS = { timeout: seconds(2.5), longestAnswer: 64 * 1024 } as const;

/** An address that failed is left alone for a while: no flood of requests of ours follows from a flood of others. */
const PAUSE = seconds(10);

const MOST_PAUSES = 1_000;

/**
 * Fetches the keys of a client from the address that it registered (`jwks_uri`). The headers about freshness are left
 * out, so that the provider reads the keys again after its own minute and a client can change them within that time.
 */
export function clientKeysFetch({ allowLoopback }: { readonly allowLoopback: boolean }): ClientKeysFetch {
  const pausedUntil = new Map<string, number>();
  return async (input) => {
    const url = input instanceof Request ? input.url : String(input);
    if ((pausedUntil.get(url) ?? 0) > performance.now())
      throw new OutsideCallFailed('this address failed a moment ago', 'PAUSED');
    try {
      const { status, body } = await callOutside({ url }, { ...LIMITS, allowLoopback });
      pausedUntil.delete(url);
      return new Response(new Uint8Array(body), { status });
    } catch (error) {
      if (pausedUntil.size >= MOST_PAUSES) pausedUntil.clear();
      pausedUntil.set(url, performance.now() + PAUSE);
      throw error;
    }
  };
}
