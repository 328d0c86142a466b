import { postFormOf } from './page-form.js';
import type { Ask } from './probe-fetch.js';
import { ProbeFailed } from './probe.js';

const MOST_HOPS = 8;

/** Where a walk ended. */
export interface Arrival {
  readonly url: URL;
  readonly body: string;
}

/** What a visitor keeps when its windows are closed: cookies that say how long they live, by site and name. */
export type Kept = Map<string, string>;

export interface Visit {
  /** From the visit before, and for the next one. */
  readonly kept?: Kept;
  /** Whose addresses are the end of the walk: nothing is sent there. */
  readonly end?: string;
}

/** A visitor without a screen: keeps cookies of each site, follows redirects and fills in forms, as a browser does. */
export class Walker {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly ask: Ask,
    private readonly signal: AbortSignal,
    private readonly visit: Visit = {},
  ) {
    for (const [key, value] of visit.kept ?? []) this.cookies.set(key, value);
  }

  /** @throws ProbeFailed when the walk does not end at a page */
  open(address: string | URL): Promise<Arrival> {
    return this.walk(new URL(address));
  }

  /**
   * Fills in the form of a page.
   *
   * @throws ProbeFailed when the page has none, or the walk does not end at a page
   */
  submit({ body, url }: Arrival, typed: Readonly<Record<string, string>>): Promise<Arrival> {
    const form = postFormOf(body, url);
    if (form === undefined) throw new ProbeFailed('no-form');
    return this.walk(form.action, new URLSearchParams({ ...form.fields, ...typed }));
  }

  private async walk(start: URL, posted?: URLSearchParams): Promise<Arrival> {
    let url = start;
    let form = posted;
    const { end } = this.visit;
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      if (end !== undefined && url.href.startsWith(end)) return { url, body: '' };
      const response = await this.send(url, form);
      const location = response.headers.get('location');
      if (location === null) return { url, body: await pageIn(response) };
      await response.body?.cancel();
      url = new URL(location, url);
      form = undefined;
    }
    throw new ProbeFailed('redirects-in-circles');
  }

  private async send(url: URL, form: URLSearchParams | undefined): Promise<Response> {
    const response = await this.ask(url, {
      signal: this.signal,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: this.cookiesFor(url),
        ...(form !== undefined && { origin: url.origin }),
      },
      ...(form !== undefined && { method: 'POST', body: form }),
    });
    this.keep(url, response);
    return response;
  }

  private cookiesFor({ host }: URL): string {
    return [...this.cookies]
      .filter(([key]) => key.startsWith(`${host} `))
      .map(([key, value]) => `${key.slice(host.length + 1)}=${value}`)
      .join('; ');
  }

  private keep({ host }: URL, response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const [key, value] = [`${host} ${pair.slice(0, at)}`, pair.slice(at + 1)];
      this.cookies.set(key, value);
      if (attributes.some((attribute) => /^\s*max-age=[1-9]/i.test(attribute)))
        this.visit.kept?.set(key, value);
    }
  }
}

async function pageIn(response: Response): Promise<string> {
  if (response.status === 200) return response.text();
  await response.body?.cancel();
  throw new ProbeFailed(`status-${response.status}`);
}
