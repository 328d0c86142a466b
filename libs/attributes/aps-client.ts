import { systemClock, type Clock, type FedId } from '#libs/kernel';
import { CircuitBreaker, type CircuitBreakerOptions, type CircuitState } from './circuit-breaker.js';
import { parseAttributeAnswer, type AttributeAnswer, type AttributeRequest } from './contract.js';

/** For whom, for which application and why is asked: this goes into the token and never into the body. */
export interface ApsCall {
  readonly subject: FedId;
  readonly application: string;
  readonly journey: string;
  readonly purpose: string;
}

export type UnreachableReason =
  'timeout' | 'network' | 'out-of-service' | 'too-large' | 'malformed' | 'refused' | 'error' | 'no-token';

export type ApsOutcome =
  | ({ readonly kind: 'answered' } & AttributeAnswer)
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason; readonly status?: number };

export interface ApsClientOptions {
  /** For example `http://localhost:4300`. */
  readonly baseUrl: string;
  /** Makes the short-lived bearer token (audience `aps`, type `aps+jwt`) for one call. */
  readonly token: (call: ApsCall) => Promise<string>;
  /** Milliseconds for the whole exchange. */
  readonly timeout?: number;
  /** Bytes of the answer. */
  readonly maxBytes?: number;
  readonly breaker?: Partial<Omit<CircuitBreakerOptions, 'clock'>>;
  readonly clock?: Clock;
  readonly fetch?: typeof fetch;
}

/** Asks the APS for attributes. Every failure that can be expected is an outcome; nothing is kept between calls. */
export class ApsClient {
  private readonly breaker: CircuitBreaker;
  private readonly url: URL;

  constructor(private readonly options: ApsClientOptions) {
    this.url = new URL('/api/v1/attributes', options.baseUrl);
    this.breaker = new CircuitBreaker({
      failures: 5,
      window: 10,
      cooldown: 5_000,
      ...options.breaker,
      clock: options.clock ?? systemClock,
    });
  }

  get circuit(): CircuitState {
    return this.breaker.state;
  }

  async attributes(call: ApsCall, request: AttributeRequest): Promise<ApsOutcome> {
    const passed = await this.breaker.run(() => this.ask(call, request), countsAgainstAps);
    return passed.kind === 'ran' ? passed.result : { kind: 'unreachable', reason: 'out-of-service' };
  }

  private async ask(call: ApsCall, request: AttributeRequest): Promise<ApsOutcome> {
    let token: string;
    try {
      token = await this.options.token(call);
    } catch {
      return { kind: 'unreachable', reason: 'no-token' };
    }
    try {
      return await this.exchange(token, call, request);
    } catch (error) {
      return { kind: 'unreachable', reason: reasonOf(error) };
    }
  }

  private async exchange(token: string, call: ApsCall, request: AttributeRequest): Promise<ApsOutcome> {
    const response = await (this.options.fetch ?? fetch)(this.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify(request),
      redirect: 'error',
      signal: AbortSignal.timeout(this.options.timeout ?? 5_000),
    });
    const { status } = response;
    if (status !== 200) {
      await response.body?.cancel();
      return { kind: 'unreachable', reason: status >= 500 ? 'error' : 'refused', status };
    }
    const text = await readAtMost(response, this.options.maxBytes ?? 256 * 1024);
    const answer = parseAttributeAnswer(JSON.parse(text), {
      subject: call.subject,
      asked: request.attributes,
    });
    return answer.kind === 'valid'
      ? { kind: 'answered', ...answer.value }
      : { kind: 'unreachable', reason: 'malformed', status };
  }
}

/** A refusal says that our question was wrong, which is no sign that the APS is out of order. */
const countsAgainstAps = (outcome: ApsOutcome): boolean =>
  outcome.kind === 'unreachable' && outcome.reason !== 'refused' && outcome.reason !== 'no-token';

class TooLarge extends Error {}

async function readAtMost(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reasonOf(error: unknown): UnreachableReason {
  if (error instanceof TooLarge) return 'too-large';
  if (error instanceof SyntaxError) return 'malformed';
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return 'timeout';
  return 'network';
}
