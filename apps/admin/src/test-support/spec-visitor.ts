import type { App } from '#libs/http';

type Fields = Readonly<Record<string, string>>;

/** A browser that keeps cookies and follows nothing by itself. */
export class SpecVisitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly app: App) {}

  keep(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  get(url: string) {
    return this.send({ method: 'GET', url });
  }

  /** Posts a form without having seen it, but with the token that any page of the app gives. */
  async post(url: string, fields: Fields = {}) {
    const { body } = await this.get('/account');
    const token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
    return this.sendForm(url, { ...fields, _csrf: token });
  }

  /** Fills in the form with this address on a page, and sends it. */
  async submit(pageUrl: string, action: string, fields: Fields = {}) {
    const { body } = await this.get(pageUrl);
    const at = body.indexOf(`method="post" action="${action}"`);
    if (at < 0) throw new Error(`${pageUrl} has no form to ${action}`);
    const inside = body.slice(at, body.indexOf('</form>', at));
    const hidden = [...inside.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    return this.sendForm(action, { ...Object.fromEntries(hidden), ...fields });
  }

  private sendForm(url: string, fields: Fields) {
    return this.send({
      method: 'POST',
      url,
      payload: new URLSearchParams(fields).toString(),
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  async send(options: {
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    url: string;
    payload?: string | Buffer;
    headers?: Fields;
  }) {
    const { headers, ...rest } = options;
    const response = await this.app.server.inject({
      ...rest,
      headers: {
        accept: 'text/html',
        'accept-language': 'en',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    });
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}
