import type { Clock } from '#libs/kernel';
import type { ConsultationGround } from '../source.js';
import { AccessTokens, type ClientCredentials } from './access-tokens.js';
import { readAtMost, TooLarge } from './read-at-most.js';

export interface BusEndpoint {
  /** Address of the question, for example `https://…/enterprise-functions/v1/search`. */
  readonly url: string;
  readonly credentials: ClientCredentials;
}

export type BusExchange =
  | { readonly kind: 'answered'; readonly body: unknown }
  /** The service does not know the person. */
  | { readonly kind: 'not-found' }
  | {
      readonly kind: 'failed';
      readonly reason: 'timeout' | 'network' | 'too-large' | 'refused' | 'error' | 'malformed';
      readonly detail: string;
    };

const LARGEST_ANSWER = 512 * 1024;

/** Asks a REST service of the service bus about one person; the number stands in the body and never in an address. */
export class BusClient {
  private readonly tokens: AccessTokens;

  constructor(
    private readonly endpoint: BusEndpoint,
    clock: Clock,
  ) {
    this.tokens = new AccessTokens(endpoint.credentials, clock);
  }

  async ask(personNumber: string, ground: ConsultationGround, signal: AbortSignal): Promise<BusExchange> {
    try {
      const token = await this.tokens.current(signal);
      if (token === undefined) return { kind: 'failed', reason: 'refused', detail: 'no access token' };
      return await this.post(token, questionOf(personNumber, ground), signal);
    } catch (error) {
      if (error instanceof TooLarge) return failure('too-large');
      if (error instanceof SyntaxError) return failure('malformed');
      return failure(signal.aborted ? 'timeout' : 'network');
    }
  }

  private async post(token: string, question: unknown, signal: AbortSignal): Promise<BusExchange> {
    const response = await fetch(this.endpoint.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify(question),
      redirect: 'error',
      signal,
    });
    const { status } = response;
    if (status === 200)
      return { kind: 'answered', body: JSON.parse(await readAtMost(response, LARGEST_ANSWER)) };
    await response.body?.cancel();
    if (status === 404) return { kind: 'not-found' };
    if (status === 401) this.tokens.forget();
    const reason = status >= 500 ? 'error' : 'refused';
    return { kind: 'failed', reason, detail: `status ${status}` };
  }
}

const failure = (reason: 'timeout' | 'network' | 'too-large' | 'malformed'): BusExchange => ({
  kind: 'failed',
  reason,
  detail: reason,
});

/** Who is asked about, and on what ground (PR-8). */
const questionOf = (personNumber: string, ground: ConsultationGround) => ({
  context: {
    messageId: ground.consultation,
    onBehalfOf: ground.agency,
    legalBasis: ground.legalBasis,
    purpose: ground.purpose,
  },
  personNumber,
});
