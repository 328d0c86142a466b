import type { HttpAnswer, HttpClient } from './http-client.js';

const SESSION_COOKIE = 'csam-session';

/** A browser as far as a login needs one: cookies, links, forms, and redirects followed by hand. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly http: HttpClient,
    private readonly origin: string,
  ) {}

  get(label: string, url: string): Promise<HttpAnswer> {
    return this.send(label, { url: this.absolute(url) });
  }

  submit(
    label: string,
    { action, fields }: Form,
    typed: Readonly<Record<string, string>>,
  ): Promise<HttpAnswer> {
    return this.send(label, {
      method: 'POST' as const,
      url: this.absolute(action),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.origin },
      body: new URLSearchParams({ ...fields, ...typed }).toString(),
    });
  }

  /** The single sign-on session ends; the device stays known. */
  forgetSession(): void {
    this.cookies.delete(SESSION_COOKIE);
  }

  private async send(
    label: string,
    question: { url: string; method?: 'POST'; headers?: Record<string, string>; body?: string },
  ): Promise<HttpAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.http.send(label, {
      ...question,
      headers: {
        accept: 'text/html',
        'accept-language': 'nl-BE,nl;q=0.9',
        ...question.headers,
        ...(cookie !== '' && { cookie }),
      },
    });
    for (const line of answer.headers['set-cookie'] ?? []) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const gone =
      value === '' || attributes.some((attribute) => /^\s*(max-age=0|expires=.*1970)/i.test(attribute));
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  isOurs(url: string): boolean {
    return url.startsWith('/') || url.startsWith(`${this.origin}/`);
  }

  private absolute(url: string): string {
    return url.startsWith('/') ? this.origin + url : url;
  }
}

export interface Form {
  readonly action: string;
  /** Hidden inputs. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The form of a page that holds a field of this name. */
export function formWith(field: string, html: string): Form {
  const form = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].find(([, , inside = '']) =>
    inside.includes(`name="${field}"`),
  );
  if (form === undefined) throw new Error(`no form with ${field}: ${titleOf(html)}`);
  const [, attributes = '', inside = ''] = form;
  const hidden = [...inside.matchAll(/<input\b([^>]*)>/g)]
    .map(([, text = '']) => text)
    .filter((text) => attribute('type', text) === 'hidden');
  return {
    action: attribute('action', attributes),
    fields: Object.fromEntries(hidden.map((text) => [attribute('name', text), attribute('value', text)])),
  };
}

/** Where the tile of a digital key leads. */
export function linkToKey(key: string, html: string): string {
  const [, link = ''] = new RegExp(`<a\\b([^>]*\\bdata-key="${key}"[^>]*)>`).exec(html) ?? [];
  const href = attribute('href', link);
  if (href === '') throw new Error(`no key ${key} is offered: ${titleOf(html)}`);
  return href;
}

export const titleOf = (html: string): string =>
  /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? html.slice(0, 200);

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

const attribute = (name: string, text: string): string =>
  (new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1] ?? '').replaceAll(
    /&(?:amp|quot|#39|lt|gt);/g,
    (entity) => ENTITIES[entity] ?? entity,
  );
