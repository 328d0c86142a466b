import { stack } from './stack.js';

/** What came back for one request. */
export interface Answer {
  readonly status: number;
  /** Where the request went. */
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
  /** Where it redirects to. */
  readonly location: URL | undefined;
}

export interface Form {
  readonly method: string;
  readonly action: URL;
  /** Hidden fields and preset values, by name. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/**
 * Somebody's browser without a screen: keeps cookies, follows redirects one by one within FAS, and fills in forms.
 * What leads to another site is given back as it came.
 */
export class PageWalker {
  /** By name and path. */
  private readonly jar = new Map<string, Cookie>();
  /** Every Set-Cookie line that came along. */
  readonly setCookies: string[] = [];

  /** `home`: address of FAS, when that is not the shared stack's. */
  constructor(
    private readonly headers: Readonly<Record<string, string>> = {},
    private readonly home = stack().addresses.fas,
  ) {}

  get cookies(): readonly Cookie[] {
    return [...this.jar.values()];
  }

  /** The value of a cookie of the whole site. */
  cookie(name: string): string | undefined {
    return this.jar.get(`${name} /`)?.value;
  }

  /** Puts a cookie there, as an attacker or another tab would. */
  setCookie(name: string, value: string, path = '/'): void {
    this.jar.set(`${name} ${path}`, { name, value, path });
  }

  /** The same browser in the hands of somebody else: all cookies come along. */
  copy(): PageWalker {
    const other = new PageWalker(this.headers, this.home);
    for (const { name, value, path } of this.cookies) other.setCookie(name, value, path);
    return other;
  }

  /** One request, one answer. */
  async send(address: string | URL, init: RequestInit = {}): Promise<Answer> {
    const url = new URL(address, this.home);
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
        'accept-language': 'en',
        ...this.cookieHeader(url),
        ...this.headers,
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    this.keepCookies(response.headers.getSetCookie());
    const location = response.headers.get('location');
    return {
      status: response.status,
      url,
      headers: response.headers,
      body: await response.text(),
      location: location === null ? undefined : new URL(location, url),
    };
  }

  /** Opens an address and goes where it leads, as long as that is within FAS. */
  async open(address: string | URL): Promise<Answer> {
    return this.follow(await this.send(address));
  }

  async post(address: string | URL, fields: Readonly<Record<string, string>> | string): Promise<Answer> {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    return this.send(address, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  /** Fills in the form of a page and goes where that leads. */
  async submit(page: Answer, typed: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.follow(await this.submitOnly(page, typed));
  }

  /** Fills in the form of a page; the answer as it comes, be it a redirect. */
  submitOnly(page: Answer, typed: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const { action, fields } = formOf(page);
    return this.post(action, { ...fields, ...typed });
  }

  async follow(answer: Answer): Promise<Answer> {
    let current = answer;
    for (let hop = 0; current.location?.origin === this.home; hop += 1) {
      if (hop > 15) throw new Error(`${current.url.pathname} redirects in circles`);
      current = await this.send(current.location);
    }
    return current;
  }

  /** RFC 6265 section 5.4: longer paths first. */
  private cookieHeader({ pathname }: URL): { cookie?: string } {
    const sent = this.cookies
      .filter(({ path }) => path === '/' || pathname === path || pathname.startsWith(`${path}/`))
      .toSorted((one, other) => other.path.length - one.path.length);
    if (sent.length === 0) return {};
    return { cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; ') };
  }

  private keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      this.setCookies.push(line);
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
      const gone = attributes.some((attribute) => /^max-age=0$|^expires=.*1970/i.test(attribute));
      if (gone) this.jar.delete(`${name} ${path}`);
      else this.setCookie(name, pair.slice(name.length + 1), path);
    }
  }
}

/** All forms of a page. */
export function formsOf({ body, url }: Pick<Answer, 'body' | 'url'>): Form[] {
  return [...body.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = '', inside = '']) => {
    const { method = 'get', action = '' } = attributesOf(attributes);
    const inputs = [...inside.matchAll(/<input\b((?:[^>"]|"[^"]*")*)>/g)].map(([, text = '']) =>
      attributesOf(text),
    );
    const named = inputs.flatMap(({ name, value = '' }) => (name === undefined ? [] : [[name, value]]));
    return { method, action: new URL(action, url), fields: Object.fromEntries(named) as Form['fields'] };
  });
}

/** The only form of a page. */
export function formOf(page: Pick<Answer, 'body' | 'url' | 'status'>): Form {
  const [form, ...others] = formsOf(page);
  if (form !== undefined && others.length === 0) return form;
  throw new Error(
    `${page.url.pathname} (${page.status}) has ${others.length + (form ? 1 : 0)} forms: ${titleOf(page)}`,
  );
}

/** The words of the page's main heading. */
export function titleOf({ body }: Pick<Answer, 'body'>): string {
  return unescapeHtml(/<h1[^>]*>(.*?)<\/h1>/s.exec(body)?.[1] ?? '').replaceAll(/<[^>]+>/g, '');
}

/** The language that the page says it is in. */
export const languageOf = ({ body }: Pick<Answer, 'body'>): string | undefined =>
  /<html[^>]*\blang="(\w+)"/.exec(body)?.[1];

/** Addresses of the links of a page. */
export function linksOf({ body, url }: Pick<Answer, 'body' | 'url'>): URL[] {
  return [...body.matchAll(/<a\b((?:[^>"]|"[^"]*")*)>/g)].flatMap(([, text = '']) => {
    const { href } = attributesOf(text);
    return href === undefined ? [] : [new URL(href, url)];
  });
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(
    ([, name = '', value = '']) => [name.toLowerCase(), unescapeHtml(value)] as const,
  );
  return Object.fromEntries(pairs);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeHtml(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? String(whole);
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal));
  });
}
