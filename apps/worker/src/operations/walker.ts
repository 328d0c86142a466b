import { ProbeFailed } from './probe.js';

const MOST_HOPS = 8;

/** Where a walk ended. */
export interface Arrival {
  readonly url: URL;
  readonly body: string;
}

/** A visitor without a screen: keeps cookies of each site and follows redirects, as a browser does. */
export class Walker {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly signal: AbortSignal) {}

  /** @throws ProbeFailed when the walk does not end at a page */
  async open(address: string): Promise<Arrival> {
    let url = new URL(address);
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const response = await fetch(url, {
        signal: this.signal,
        redirect: 'manual',
        headers: { accept: 'text/html', cookie: this.cookiesFor(url) },
      });
      this.keep(url, response);
      const location = response.headers.get('location');
      if (location !== null) {
        await response.body?.cancel();
        url = new URL(location, url);
        continue;
      }
      if (response.status !== 200) throw new ProbeFailed(`status-${response.status}`);
      return { url, body: await response.text() };
    }
    throw new ProbeFailed('redirects-in-circles');
  }

  private cookiesFor({ host }: URL): string {
    return [...this.cookies]
      .filter(([key]) => key.startsWith(`${host} `))
      .map(([key, value]) => `${key.slice(host.length + 1)}=${value}`)
      .join('; ');
  }

  private keep({ host }: URL, response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(`${host} ${pair.slice(0, at)}`, pair.slice(at + 1));
    }
  }
}
