import type { FedId } from '#libs/kernel';
import type { Level } from '#libs/loa';
import type { SpecSma } from './spec-sma.js';

/** A browser that keeps cookies and follows nothing by itself. */
export class SpecBrowser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly sma: SpecSma) {}

  /** Another one with the same cookies: what a thief of them has. */
  copy(): SpecBrowser {
    const copy = new SpecBrowser(this.sma);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  get(url: string) {
    return this.send({ method: 'GET', url });
  }

  /** A form of another site, as FAS has it posted. */
  postFromElsewhere(url: string, payload: string) {
    return this.send({ method: 'POST', url, payload, headers: { 'sec-fetch-site': 'cross-site' } });
  }

  /** Presses the button of the form with this address on a page. */
  async press(pageUrl: string, action: string, fields: Record<string, string> = {}) {
    return this.pressElsewhere(pageUrl, action, action, fields);
  }

  /** Takes the hidden fields of a form and posts them to another address of the same app, as a page never would. */
  async pressElsewhere(pageUrl: string, action: string, to: string, fields: Record<string, string>) {
    const { body } = await this.get(pageUrl);
    const at = body.indexOf(`action="${action}"`);
    if (at < 0) throw new Error(`${pageUrl} has no form to ${action}`);
    const inside = body.slice(at, body.indexOf('</form>', at));
    const hidden = [...inside.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    const payload = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields }).toString();
    return this.send({ method: 'POST', url: to, payload, headers: { 'sec-fetch-site': 'same-origin' } });
  }

  /** Sends the form of a page that came as an answer, with a file in it, as a browser does. */
  upload(url: string, page: string, file: { readonly field: string; readonly bytes: Buffer }) {
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const head = (disposition: string) => `--spec\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`;
    const payload = Buffer.concat([
      Buffer.from(head('name="_csrf"') + csrf + '\r\n' + head(`name="${file.field}"; filename="x"`)),
      file.bytes,
      Buffer.from('\r\n--spec--\r\n'),
    ]);
    const headers = {
      'sec-fetch-site': 'same-origin',
      'content-type': 'multipart/form-data; boundary=spec',
    };
    return this.send({ method: 'POST', url, payload, headers });
  }

  /** Goes to a page, is sent to FAS, proves who they are there, and comes back. */
  async signIn(person: FedId, level: Level, page = '/overview/') {
    const sent = await this.get(page);
    const asked = this.sma.asked(String(sent.headers.location));
    return this.postFromElsewhere('/saml/acs', await this.sma.answer(asked, person, level));
  }

  private async send(options: {
    method: 'GET' | 'POST';
    url: string;
    payload?: string | Buffer;
    headers?: Record<string, string>;
  }) {
    const { payload, headers, ...rest } = options;
    const response = await this.sma.app.server.inject({
      ...rest,
      ...(payload !== undefined && { payload }),
      headers: {
        accept: 'text/html',
        'accept-language': 'en',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
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
