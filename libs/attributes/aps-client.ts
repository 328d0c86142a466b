import { systemClock, type Clock, type FedId } from '#libs/kernel';
import { CircuitBreaker, type CircuitBreakerOptions, type CircuitState } from './circuit-breaker.js';
import { parseAttributeAnswer, type AttributeAnswer, type AttributeRequest } from './contract.js';
import {
  parseEnterprisesAnswer,
  type EnterprisesAnswer,
  type EnterprisesRequest,
} from './enterprises-contract.js';
import type { Parsed } from './parsed.js';

/** For whom, for which application and why is asked: this goes into the token and never into the body. */
export interface ApsCall {
  readonly subject: FedId;
  readonly application: string;
  readonly journey: string;
  readonly purpose: string;
}

export type UnreachableReason =
  'timeout' | 'network' | 'out-of-service' | 'too-large' | 'malformed' | 'refused' | 'error' | 'no-token';

export interface Unreachable {
  readonly kind: 'unreachable';
  readonly reason: UnreachableReason;
  readonly status?: number;
}

export type ApsOutcome = ({ readonly kind: 'answered' } & AttributeAnswer) | Unreachable;

export type EnterprisesOutcome = ({ readonly kind: 'answered' } & EnterprisesAnswer) | Unreachable;

/** A question to one of the addresses of the APS. */
interface Question<T> {
  readonly call: ApsCall;
  readonly url: URL;
  readonly body: unknown;
  parse(answer: unknown): Parsed<T>;
}

type Exchange<T> = { readonly kind: 'parsed'; readonly value: T } | Unreachable;

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

/** Asks the APS. Every failure that can be expected is an outcome; nothing is kept between calls. */
export class ApsClient {
  private readonly breaker: CircuitBreaker;
  private readonly urls: { readonly attributes: URL; readonly enterprises: URL };

  constructor(private readonly options: ApsClientOptions) {
    const at = (path: string) => new URL(`/api/v1/${path}`, options.baseUrl);
    this.urls = { attributes: at('attributes'), enterprises: at('enterprises') };
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
    const question = { subject: call.subject, asked: request.attributes };
    const parse = (answer: unknown) => parseAttributeAnswer(answer, question);
    const outcome = await this.ask({ call, url: this.urls.attributes, body: request, parse });
    return outcome.kind === 'parsed' ? { kind: 'answered', ...outcome.value } : outcome;
  }

  /** For which enterprises the person may act, in the context of one sign-in. */
  async enterprises(call: ApsCall, request: EnterprisesRequest): Promise<EnterprisesOutcome> {
    const parse = (answer: unknown) => parseEnterprisesAnswer(answer, call.subject);
    const outcome = await this.ask({ call, url: this.urls.enterprises, body: request, parse });
    return outcome.kind === 'parsed' ? { kind: 'answered', ...outcome.value } : outcome;
  }

  private async ask<T>(question: Question<T>): Promise<Exchange<T>> {
    const passed = await this.breaker.run(() => this.askNow(question), countsAgainstAps);
    return passed.kind === 'ran' ? passed.result : { kind: 'unreachable', reason: 'out-of-service' };
  }

  private async askNow<T>(question: Question<T>): Promise<Exchange<T>> {
    let token: string;
    try {
      token = await this.options.token(question.call);
    } catch {
      return { kind: 'unreachable', reason: 'no-token' };
    }
    try {
      return await this.exchange(token, question);
    } catch (error) {
      return { kind: 'unreachable', reason: reasonOf(error) };
    }
  }

  private async exchange<T>(token: string, { url, body, parse }: Question<T>): Promise<Exchange<T>> {
    const response = await (this.options.fetch ?? fetch)(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(this.options.timeout ?? 5_000),
    });
    const { status } = response;
    if (status !== 200) {
      await response.body?.cancel();
      return { kind: 'unreachable', reason: status >= 500 ? 'error' : 'refused', status };
    }
    const text = await readAtMost(response, this.options.maxBytes ?? 256 * 1024);
    const answer = parse(JSON.parse(text));
    return answer.kind === 'valid'
      ? { kind: 'parsed', value: answer.value }
      : { kind: 'unreachable', reason: 'malformed', status };
  }
}

/** A refusal says that our question was wrong, which is no sign that the APS is out of order. */
const countsAgainstAps = (outcome: Exchange<unknown>): boolean =>
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
