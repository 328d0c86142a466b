import { CircuitBreaker } from '#libs/attributes';
import { outwardFetch, type OutwardAnswer, type OutwardFetch } from '#libs/http';
import { seconds, type Clock } from '#libs/kernel';

export interface PartnerChannelOptions {
  /** Origin that all its addresses must have. */
  readonly origin: string;
  readonly timeout: number;
  readonly clock: Clock;
  readonly fetch?: OutwardFetch;
}

export type PartnerAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: Buffer }
  | { readonly kind: 'unreachable'; readonly reason: string };

export interface PartnerQuestion {
  readonly address: string;
  /** Fields of a form to post; without them the address is read. */
  readonly form?: Readonly<Record<string, string>>;
  /** Instead of the usual one, in milliseconds. */
  readonly timeout?: number;
}

const LARGEST_ANSWER = 256 * 1024;

/**
 * The only road to a service: within time and size, without redirects, to its own origin alone, whatever its metadata
 * says, and not at all for a while when it keeps failing.
 */
export class PartnerChannel {
  private readonly breaker: CircuitBreaker;

  constructor(private readonly options: PartnerChannelOptions) {
    this.breaker = new CircuitBreaker({ failures: 3, window: 5, cooldown: seconds(5), clock: options.clock });
  }

  /** It keeps failing, and is left alone for a while. */
  get isClosed(): boolean {
    return this.breaker.state === 'open';
  }

  async ask(question: PartnerQuestion): Promise<PartnerAnswer> {
    const passed = await this.breaker.run(() => this.exchange(question), isFailure);
    return passed.kind === 'ran' ? passed.result : { kind: 'unreachable', reason: 'circuit-open' };
  }

  /** Past the circuit breaker: finds out whether the service is back. */
  probe(question: PartnerQuestion): Promise<PartnerAnswer> {
    return this.exchange(question);
  }

  private async exchange({ address, form, timeout }: PartnerQuestion): Promise<PartnerAnswer> {
    if (!isOfOrigin(address, this.options.origin)) return { kind: 'unreachable', reason: 'foreign-address' };
    try {
      const answer = await (this.options.fetch ?? outwardFetch)({
        address,
        timeout: timeout ?? this.options.timeout,
        largest: LARGEST_ANSWER,
        headers: { accept: 'application/json', ...(form && { 'content-type': FORM }) },
        ...(form && { body: new URLSearchParams(form).toString() }),
      });
      return answered(answer);
    } catch (error) {
      return { kind: 'unreachable', reason: reasonOf(error) };
    }
  }
}

const FORM = 'application/x-www-form-urlencoded';

export function isOfOrigin(address: string, origin: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin;
}

/** A refusal (4xx) says that the service works. */
const isFailure = (answer: PartnerAnswer): boolean => answer.kind === 'unreachable';

const answered = ({ status, headers, body }: OutwardAnswer): PartnerAnswer =>
  status >= 500
    ? { kind: 'unreachable', reason: `status-${status}` }
    : { kind: 'answered', status, headers, body };

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network';

/** The members of a JSON answer; undefined when it is none. */
export function jsonOf({ body }: { readonly body: Buffer }): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null
      ? (parsed as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
