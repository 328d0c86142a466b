import { seconds, type Clock } from '#libs/kernel';
import { readAtMost } from './read-at-most.js';

/** How we are known to the service bus: one client per environment (RFC 6749 section 4.4). */
export interface ClientCredentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
}

/** Renewed this long before it ends, so that none ends on its way. */
const MARGIN = seconds(10);

/** Access tokens of a service, one at a time, shared by all questions until shortly before it ends. */
export class AccessTokens {
  private held: { readonly token: string; readonly until: number } | undefined;

  constructor(
    private readonly credentials: ClientCredentials,
    private readonly clock: Clock,
  ) {}

  /** Undefined when the service gives none. */
  async current(signal: AbortSignal): Promise<string | undefined> {
    if (this.held !== undefined && this.clock.now().getTime() < this.held.until) return this.held.token;
    this.held = await this.request(signal);
    return this.held?.token;
  }

  /** The service did not take it. */
  forget(): void {
    this.held = undefined;
  }

  private async request(signal: AbortSignal) {
    const { tokenUrl, clientId, clientSecret, scope } = this.credentials;
    const name = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    const response = await fetch(tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(name).toString('base64')}`, accept: 'application/json' },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
      redirect: 'error',
      signal,
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return undefined;
    }
    const answer = JSON.parse(await readAtMost(response, 64 * 1024)) as Readonly<Record<string, unknown>>;
    const { access_token: token, expires_in: lifetime } = answer;
    if (typeof token !== 'string' || token === '') return undefined;
    const life = typeof lifetime === 'number' ? lifetime * 1000 : 0;
    return { token, until: this.clock.now().getTime() + life - MARGIN };
  }
}
